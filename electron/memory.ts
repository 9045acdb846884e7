import { app } from 'electron';

/** What all processes of the display hold in memory, in MB. */
export function memoryMb(): number {
  return Math.round(app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024);
}
