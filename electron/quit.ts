import { app } from 'electron';
import { EXIT } from '../renderer/domain/recovery';

/** Ends the application at once, with a code for the supervisor and a reason for the log. */
export type Stop = (code: number, why: string) => void;

/** A bug is not lived with: the supervisor starts the display anew. */
export function stopOnFault(stop: Stop): void {
  process.on('uncaughtException', (error) => stop(EXIT.software, error.stack ?? error.message));
  process.on('unhandledRejection', (reason) => stop(EXIT.software, String(reason)));
}

/** What is done on the way out. */
export interface Parting {
  /** Before the windows close: they must be willing to, and what must not be lost is written. */
  prepare(): void;
  /** Ends all that is going on. */
  close(): void;
  /** Says goodbye to whoever must hear it; resolves soon in any case. */
  farewell(): Promise<void>;
}

/** Leaves in order, however it was asked: by staff, by the system's signals, by a window that closed. Returns the way to leave. */
export function installQuit({ prepare, close, farewell }: Parting): () => void {
  const leave = () => {
    prepare();
    app.quit();
  };
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', prepare);
  app.on('will-quit', (event) => {
    close();
    // Quitting waits for nobody; the broker must hear that we leave.
    event.preventDefault();
    void farewell().then(() => app.exit(0));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
  return leave;
}
