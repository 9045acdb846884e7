import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge } from '../renderer/domain/bridge';
import type { Snapshot } from '../renderer/domain/snapshot';
import { CHANNELS } from './channels';

/** All that the page can reach: the words of the bridge. Neither events nor `ipcRenderer` pass. */
const bridge: Bridge = {
  current: () => ipcRenderer.invoke(CHANNELS.current),
  onSnapshot(listener) {
    const forward = (_: IpcRendererEvent, snapshot: Snapshot) => listener(snapshot);
    ipcRenderer.on(CHANNELS.snapshot, forward);
    return () => {
      ipcRenderer.removeListener(CHANNELS.snapshot, forward);
    };
  },
  remember: (staff) => ipcRenderer.send(CHANNELS.remember, staff),
  painted: (report) => ipcRenderer.send(CHANNELS.painted, report),
  leave: () => ipcRenderer.send(CHANNELS.leave),
};

contextBridge.exposeInMainWorld('signage', bridge);
