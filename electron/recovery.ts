import { app, type BrowserWindow } from 'electron';
import { deafMs, isFrozen, recoverFrom } from '../renderer/domain/recovery';
import type { Log } from './log';

const LOOK_EVERY_MS = 500;

/**
 * Loads the page and brings it back: when its process dies, when it can't be loaded, when it has painted nothing for too long. A
 * frozen page is killed, so that there is one way back for all. Electron's own `unresponsive` event needs somebody's input to
 * fire, and nobody touches a lobby television.
 */
export function keepPageAlive(window: BrowserWindow, url: string, exit: (code: number, why: string) => void, log: Log) {
  const deaths: number[] = [];
  let loadedAt = performance.now();
  let reportedAt: number | null = null;
  let killed = false;

  const load = () => {
    if (window.isDestroyed()) return;
    loadedAt = performance.now();
    reportedAt = null;
    killed = false;
    // A failure is told by did-fail-load.
    window.loadURL(url).catch(() => {});
  };
  const died = (reason: string) => {
    deaths.push(Date.now());
    const recovery = recoverFrom(reason, deaths, Date.now());
    log(`the page is gone (${reason}), ${recovery.kind === 'exit' ? 'giving up' : `loading it again in ${recovery.afterMs} ms`}`);
    if (recovery.kind === 'exit') exit(recovery.code, reason);
    else setTimeout(load, recovery.afterMs);
  };

  window.webContents.on('render-process-gone', (_, { reason }) => died(reason));
  window.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    // -3: a newer load took its place.
    if (isMainFrame && code !== -3) died(`${description} ${code}`);
  });
  app.on('child-process-gone', (_, { type, reason }) => log(`the ${type} process is gone (${reason})`));
  let lookedAt = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const deaf = deafMs(lookedAt, now, LOOK_EVERY_MS);
    lookedAt = now;
    loadedAt += deaf;
    if (reportedAt !== null) reportedAt += deaf;
    if (window.isDestroyed() || killed || !isFrozen(loadedAt, reportedAt, now)) return;
    killed = true;
    log('the page paints nothing any more');
    window.webContents.forcefullyCrashRenderer();
  }, LOOK_EVERY_MS);
  window.on('closed', () => clearInterval(timer));
  load();
  return {
    /** The page has painted. */
    alive(): void {
      reportedAt = performance.now();
    },
    deaths: () => deaths.length,
  };
}
