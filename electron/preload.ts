import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Wire } from '../renderer/domain/bridge';
import { CHANNELS } from './channels';

/** All that the page can reach: the words of the bridge. Neither events nor `ipcRenderer` pass. */
const wire: Wire = {
  current: () => ipcRenderer.invoke(CHANNELS.current),
  onNews(listener) {
    const forward = (_: IpcRendererEvent, news: string) => listener(news);
    ipcRenderer.on(CHANNELS.news, forward);
    return () => {
      ipcRenderer.removeListener(CHANNELS.news, forward);
    };
  },
  remember: (staff) => ipcRenderer.send(CHANNELS.remember, staff),
  painted: (report) => ipcRenderer.send(CHANNELS.painted, report),
  working: () => ipcRenderer.send(CHANNELS.working),
  leave: (pin) => ipcRenderer.send(CHANNELS.leave, pin),
};

contextBridge.exposeInMainWorld('signage', wire);
