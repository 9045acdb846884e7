import type { IpcMainEvent, IpcMainInvokeEvent, WebContents, WebPreferences } from 'electron';

/** What every page of the application is, on the glass, in pictures and in the darkroom: a sandbox without any way into the machine. */
export const LOCKED_PAGE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  disableDialogs: true,
  backgroundThrottling: false,
} as const satisfies WebPreferences;

/** Whether a message comes from the main frame of these contents, and the page there is one that we serve. */
export function isFromPage(event: IpcMainEvent | IpcMainInvokeEvent, contents: WebContents, origin: string): boolean {
  // Read at once: after an await the frame may be gone (null since Electron 33).
  const frame = event.senderFrame;
  return frame !== null && frame === contents.mainFrame && frame.url.startsWith(`${origin}/`);
}
