import { BrowserWindow, type IpcMainEvent, ipcMain } from 'electron';
import { type DarkroomJob, type DarkroomReport, parseDarkroomReport, type Sheet } from '../renderer/domain/darkroom';
import { DARKROOM_CHANNELS } from './darkroom-channels';
import { isFromPage, LOCKED_PAGE } from './locked-page';
import type { Log } from './log';

/** A minute without a sign of life: the file that is being opened is to blame. A large page on a slow machine takes ten seconds. */
const SILENT_MS = 60_000;
const OPEN_MS = 30_000;
/** The next file often follows at once. */
const LINGER_MS = 5_000;

/** What came of a job; `crashed` and `silent` are the file's fault as far as anyone can tell, `closed` is not. */
type Developed =
  | { readonly kind: 'done'; readonly seen: { readonly width: number; readonly height: number } | null }
  | Omit<Extract<DarkroomReport, { kind: 'failed' }>, 'id'>
  | { readonly kind: 'failed'; readonly fault: { readonly kind: 'crashed' | 'silent' | 'closed' } };

/**
 * A window that nobody sees, in a sandbox and a session of its own, where files of anyone's are opened for the first time with the
 * decoders that the glass has. It is open only while there is something to develop. Whatever a file does to it is that file's fault:
 * it is killed and opened anew for the next. `partition` names its session, which is locked and served already.
 */
export function darkroom(preload: string, origin: string, partition: string, log: Log) {
  let window: BrowserWindow | null = null;
  let listener: ((report: DarkroomReport) => void) | null = null;
  let lingering: NodeJS.Timeout | undefined;

  ipcMain.on(DARKROOM_CHANNELS.report, (event: IpcMainEvent, value: unknown) => {
    const isOurs = window !== null && isFromPage(event, window.webContents, origin);
    const report = isOurs ? parseDarkroomReport(value) : null;
    if (report === null) log(`a message of the darkroom was dropped${isOurs ? '' : ': a strange sender'}`);
    else listener?.(report);
  });

  const close = () => {
    clearTimeout(lingering);
    const old = window;
    window = null;
    old?.destroy();
  };

  const enter = async (): Promise<BrowserWindow> => {
    clearTimeout(lingering);
    if (window !== null && !window.isDestroyed() && !window.webContents.isCrashed()) return window;
    close();
    const opened = new BrowserWindow({
      show: false,
      focusable: false,
      skipTaskbar: true,
      webPreferences: {
        ...LOCKED_PAGE,
        preload,
        partition,
        devTools: false,
      },
    });
    window = opened;
    opened.removeMenu();
    opened.webContents.setAudioMuted(true);
    const ready = answer(opened, OPEN_MS, ({ kind }) => (kind === 'ready' ? { kind: 'ready' as const } : null));
    opened.loadURL(`${origin}/darkroom/index.html`).catch(() => {});
    const end = await ready;
    if (end.kind !== 'ready') throw new Error(`the darkroom can't be opened (${end.kind})`);
    return opened;
  };

  /** Waits for the report that `read` makes something of; every other one is a sign of life. */
  const answer = <T>(room: BrowserWindow, silentMs: number, read: (report: DarkroomReport) => T | null) =>
    new Promise<T | { readonly kind: 'crashed' | 'silent' }>((resolve) => {
      const end = (result: T | { readonly kind: 'crashed' | 'silent' }) => {
        clearTimeout(timer);
        listener = null;
        if (!room.isDestroyed()) room.webContents.off('render-process-gone', gone);
        resolve(result);
      };
      const gone = () => end({ kind: 'crashed' });
      let timer = setTimeout(() => end({ kind: 'silent' }), silentMs);
      room.webContents.on('render-process-gone', gone);
      listener = (report) => {
        const result = read(report);
        if (result !== null) return end(result);
        clearTimeout(timer);
        timer = setTimeout(() => end({ kind: 'silent' }), silentMs);
      };
    });

  return {
    /** One job at a time; `onSheet` gets what is drawn, piece by piece. Never rejects. */
    async develop(job: DarkroomJob, onSheet: (sheet: Sheet) => void): Promise<Developed> {
      try {
        const room = await enter();
        room.webContents.send(DARKROOM_CHANNELS.job, job);
        const end = await answer(room, SILENT_MS, (report): Developed | null => {
          if (report.kind === 'ready' || report.id !== job.id) return null;
          if (report.kind !== 'sheet') return report;
          onSheet(report.sheet);
          return null;
        });
        if (end.kind !== 'done' && end.kind !== 'failed') {
          log(`the darkroom is ${end.kind} over ${job.address}`);
          close();
          return { kind: 'failed', fault: { kind: end.kind } };
        }
        if ('detail' in end) log(`${job.address} can't be shown: ${end.detail}`);
        lingering = setTimeout(close, LINGER_MS);
        return end;
      } catch (error) {
        log((error as Error).message);
        close();
        return { kind: 'failed', fault: { kind: 'closed' } };
      }
    },
    close,
  };
}
