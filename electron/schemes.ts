import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { fileResponse } from './file-response';

/** Where the page lives. Code and content have schemes of their own, so content is never of the same origin as code. */
export const PAGE_ORIGIN = 'app://bundle';
/** Where pictures, films and documents are opened for the first time, off the glass. */
export const DARKROOM_ORIGIN = 'app://darkroom';
/** Where the copies of pictures, films and documents are, for page and darkroom. */
export const MEDIA_ORIGIN = 'media://content';

/** Nothing but our own files: no other origin, no inline script, no connection (feeds are read in main). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' media:",
  'media-src media:',
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/**
 * What the darkroom may beyond the page: run its own decoders, which are WebAssembly, in a worker, and fetch the copies it is to open.
 * Nothing of it is drawn.
 */
const DARKROOM_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  'img-src media:',
  'media-src media:',
  "font-src 'self'",
  "connect-src 'self' media:",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types darkroom',
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  woff: 'font/woff',
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
  ttf: 'font/ttf',
};

/** A copy that may be asked for: where it lies and what it is. */
export interface Served {
  readonly file: string;
  readonly type: string;
}

/** The copies by their address path: `/3f….jpeg`. It answers for what is known now. */
export interface MediaIndex {
  get(path: string): Served | undefined;
}

/** To be called before the application is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    // Fetched by the darkroom alone, which is told so in each answer; the page's policy lets it connect to nothing.
    { scheme: 'media', privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true, corsEnabled: true } },
  ]);
}

/**
 * Serves the built page and the media to a session, from an index of the files that were there at start and of the copies known now: a
 * request names an entry or nothing, so no path of a request ever touches the disk.
 */
export function serveSchemes(session: Session, pageFolder: string, media: MediaIndex): void {
  serve(session, PAGE_ORIGIN, CONTENT_SECURITY_POLICY, pageFolder, media, {});
}

/** The same for the session of the darkroom, which alone may fetch media. */
export function serveDarkroom(session: Session, pageFolder: string, media: MediaIndex): void {
  serve(session, DARKROOM_ORIGIN, DARKROOM_POLICY, pageFolder, media, { 'Access-Control-Allow-Origin': DARKROOM_ORIGIN });
}

function serve(
  session: Session,
  origin: string,
  policy: string,
  pageFolder: string,
  media: MediaIndex,
  mediaHeaders: Readonly<Record<string, string>>,
): void {
  const page = indexOf(pageFolder);
  session.protocol.handle('app', (request) => {
    const file = entryFor(request.method, request.url, origin, page);
    if (file === null) return new Response(null, { status: 404 });
    // Read whole: from within the package's archive a file can't be had in parts.
    return new Response(request.method === 'HEAD' ? null : readFileSync(file), {
      headers: { 'Content-Security-Policy': policy, 'Content-Type': typeOf(file) ?? '', 'X-Content-Type-Options': 'nosniff' },
    });
  });
  session.protocol.handle('media', (request) => {
    const served = entryFor(request.method, request.url, MEDIA_ORIGIN, media);
    if (served === null) return new Response(null, { status: 404 });
    return fileResponse(request, served.file, {
      ...mediaHeaders,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Type': served.type,
      'X-Content-Type-Options': 'nosniff',
    });
  });
}

/** Address path → file, for every file below a folder whose type is known. */
function indexOf(folder: string, prefix = ''): ReadonlyMap<string, string> {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap(
    (entry): readonly (readonly [string, string])[] => {
      const path = `${prefix}/${entry.name}`;
      if (entry.isDirectory()) return [...indexOf(folder, path)];
      return entry.isFile() && typeOf(path) !== null ? [[path, join(folder, path)]] : [];
    },
  );
  return new Map(entries);
}

/** What a request names, or null. The origin must be ours to the letter: no port, no user, no look-alike. */
function entryFor<T>(method: string, url: string, origin: string, index: { get(path: string): T | undefined }): T | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (!url.startsWith(`${origin}/`)) return null;
  const path = url.slice(origin.length).split(/[?#]/)[0] ?? '';
  return index.get(path) ?? null;
}

function typeOf(path: string): string | null {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? null;
}
