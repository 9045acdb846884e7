import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type PaintReport, parsePaintReport, parsePin, parseStaffState } from '../renderer/domain/bridge';
import type { Snapshot, StaffState } from '../renderer/domain/snapshot';
import { newsOf } from '../renderer/domain/snapshot-news';
import { CHANNELS } from './channels';
import { isFromPage } from './locked-page';
import type { Log } from './log';

/** What main does with the page's words. */
export interface BridgeHandlers {
  current(): Snapshot;
  remember(staff: StaffState): void;
  painted(report: PaintReport): void;
  working(): void;
  leave(pin: string | null): void;
}

/**
 * Answers our own page, and nobody else: the sender must be the main frame of the window, and the page the one we serve.
 * Arguments are parsed from unknown; what is not understood is dropped and logged. Returns the way to push a snapshot.
 */
export function installBridge(
  window: BrowserWindow,
  origin: string,
  handlers: BridgeHandlers,
  log: Log,
): (snapshot: Snapshot) => void {
  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent) => {
    const ours = isFromPage(event, window.webContents, origin);
    if (!ours) log('a message from a strange sender was dropped');
    return ours;
  };
  const on = <T>(channel: string, parse: (value: unknown) => T | null, handle: (value: T) => void) => {
    ipcMain.on(channel, (event, value: unknown) => {
      if (!isOurs(event)) return;
      const parsed = parse(value);
      if (parsed === null) log(`a message on ${channel} was not understood`);
      else handle(parsed);
    });
  };
  /** What the page has, unless it was loaded anew: then it asks. */
  let told: Snapshot | null = null;
  ipcMain.handle(CHANNELS.current, (event) => {
    if (!isOurs(event)) throw new Error('not for you');
    told = handlers.current();
    return JSON.stringify(told);
  });
  on(CHANNELS.remember, parseStaffState, (staff) => handlers.remember(staff));
  on(CHANNELS.painted, parsePaintReport, (report) => handlers.painted(report));
  on(
    CHANNELS.working,
    () => true,
    () => handlers.working(),
  );
  on(CHANNELS.leave, parsePin, ({ pin }) => handlers.leave(pin));
  return (snapshot) => {
    // A page that has not asked yet will be told the whole.
    if (told === null || window.isDestroyed() || window.webContents.isCrashed()) return;
    window.webContents.send(CHANNELS.news, JSON.stringify(newsOf(told, snapshot)));
    told = snapshot;
  };
}
