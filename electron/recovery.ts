import { app, type BrowserWindow } from 'electron';
import {
  deafMs,
  isFrozen,
  pulseAfterDeafness,
  pulseAfterFreeze,
  pulseAfterPaint,
  pulseOfLoading,
  recoverFrom,
} from '../renderer/domain/recovery';
import type { Log } from './log';

const LOOK_EVERY_MS = 100;

/**
 * Loads the page and brings it back: when its process dies, when it can't be loaded, when it has painted nothing for too long. A
 * frozen page is killed, so that there is one way back for all. Electron's own `unresponsive` event needs somebody's input to
 * fire, and nobody touches a lobby television.
 */
export function keepPageAlive(window: BrowserWindow, url: string, exit: (code: number, why: string) => void, log: Log) {
  const deaths: number[] = [];
  let pulse = pulseOfLoading(performance.now());
  let killed = false;

  const load = () => {
    if (window.isDestroyed()) return;
    pulse = pulseOfLoading(performance.now(), pulse.usualMs);
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
    pulse = pulseAfterDeafness(pulse, deaf);
    if (window.isDestroyed() || killed || !isFrozen(pulse, now)) return;
    killed = true;
    pulse = pulseAfterFreeze(pulse, now);
    log('the page paints nothing any more');
    window.webContents.forcefullyCrashRenderer();
  }, LOOK_EVERY_MS);
  window.on('closed', () => clearInterval(timer));
  load();
  return {
    /** The page has painted. */
    painted(): void {
      pulse = pulseAfterPaint(pulse, performance.now());
    },
    /** The page begins a long piece of work. */
    working(): void {
      pulse = { ...pulse, isWorking: true };
    },
    deaths: () => deaths.length,
  };
}
