import { app, type Session, type WebContents } from 'electron';
import { STAFF_CODES } from '../renderer/domain/staff-keys';
import type { Log } from './log';

/**
 * Physical keys that reach the page: the staff keys, and nothing else. Modifiers pass alone, or Shift+Slash could not be made.
 * `code` is the place on the keyboard, so an input method makes no difference.
 */
const KEYS: ReadonlySet<string> = new Set([...STAFF_CODES, ...['ShiftLeft', 'ShiftRight', 'ControlLeft', 'ControlRight']]);

/** Locks every page of the application, before this is ready: in a sandbox, no navigation, no new window, no frames of others, no keys but the staff's. */
export function installLockdown(origin: string, log: Log): void {
  // Run by root in a test there is no sandbox to be had, and half of one crashes the helpers.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log(`a new window was refused: ${url.slice(0, 200)}`);
      return { action: 'deny' };
    });
    const refuse = (event: { preventDefault(): void }, what: string) => {
      event.preventDefault();
      log(`${what} was refused`);
    };
    contents.on('will-navigate', (event) => refuse(event, 'a navigation'));
    contents.on('will-frame-navigate', (event) => {
      if (!event.url.startsWith(`${origin}/`)) refuse(event, 'a navigation of a frame');
    });
    contents.on('will-redirect', (event) => refuse(event, 'a redirect'));
    contents.on('will-attach-webview', (event) => refuse(event, 'a webview'));
    contents.on('content-bounds-updated', (event: { preventDefault(): void }) => event.preventDefault());
    contents.on('before-input-event', (event, input) => {
      const leaves = input.control && input.shift && input.code === 'KeyQ';
      const withModifier = (input.control || input.alt || input.meta) && !input.code.startsWith('Control');
      if (!leaves && (withModifier || !KEYS.has(input.code))) event.preventDefault();
    });
    lockZoom(contents);
  });
  // Else each session fetches a dictionary from Chromium's maker, whatever the pages' own setting says.
  app.on('session-created', (session) => {
    session.setSpellCheckerLanguages([]);
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
}

/** Locks a session: every permission denied, no downloads, no request but to our own two schemes. */
export function lockSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    log(`the permission "${permission}" was refused`);
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.on('will-download', (event) => {
    event.preventDefault();
    log('a download was refused');
  });
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, callback) => {
    const allowed = /^(app|media|devtools):/.test(url);
    if (!allowed) log(`a request was refused: ${url.slice(0, 200)}`);
    callback({ cancel: !allowed });
  });
}

function lockZoom(contents: WebContents): void {
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}
