import { contextBridge, ipcRenderer } from 'electron';
import type { DarkroomBridge, DarkroomJob } from '../renderer/domain/darkroom';
import { DARKROOM_CHANNELS } from './darkroom-channels';

/** All that the darkroom can reach: jobs come in, reports go out. */
const bridge: DarkroomBridge = {
  onJob: (listener) => {
    ipcRenderer.on(DARKROOM_CHANNELS.job, (_, job: DarkroomJob) => listener(job));
  },
  report: (report) => ipcRenderer.send(DARKROOM_CHANNELS.report, report),
};

contextBridge.exposeInMainWorld('darkroom', bridge);
