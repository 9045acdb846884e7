import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';

/** Where the page lives. Code and content have schemes of their own, so content is never of the same origin as code. */
export const PAGE_ORIGIN = 'app://bundle';
export const MEDIA_ORIGIN = 'media://content';

/** Nothing but our own files: no other origin, no inline script, no connection (feeds are read in main). */
export const CONTENT_SECURITY_POLICY = [
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

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  woff: 'font/woff',
  png: 'image/png',
  svg: 'image/svg+xml',
};

/** To be called before the application is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
    { scheme: 'media', privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/**
 * Serves the built page to a session, from an index of the files that were there at start: a request names an entry or nothing,
 * so no path of a request ever touches the disk. `media`: address path → file.
 */
export function serveSchemes(session: Session, pageFolder: string, media: ReadonlyMap<string, string>): void {
  const page = indexOf(pageFolder);
  session.protocol.handle('app', (request) =>
    answer(request, PAGE_ORIGIN, page, { 'Content-Security-Policy': CONTENT_SECURITY_POLICY }),
  );
  session.protocol.handle('media', (request) =>
    answer(request, MEDIA_ORIGIN, media, { 'Content-Security-Policy': "default-src 'none'; sandbox" }),
  );
}

/** Address path → file, for every file below a folder whose type is known. */
export function indexOf(folder: string, prefix = ''): ReadonlyMap<string, string> {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap(
    (entry): readonly (readonly [string, string])[] => {
      const path = `${prefix}/${entry.name}`;
      if (entry.isDirectory()) return [...indexOf(folder, path)];
      return entry.isFile() && typeOf(path) !== null ? [[path, join(folder, path)]] : [];
    },
  );
  return new Map(entries);
}

function answer(
  request: Request,
  origin: string,
  index: ReadonlyMap<string, string>,
  headers: Readonly<Record<string, string>>,
): Response {
  const file = fileFor(request.method, request.url, origin, index);
  if (file === null) return new Response(null, { status: 404 });
  const body = request.method === 'HEAD' ? null : readFileSync(file);
  return new Response(body, { headers: { ...headers, 'Content-Type': typeOf(file) ?? '', 'X-Content-Type-Options': 'nosniff' } });
}

/** The file that a request names, or null. The origin must be ours to the letter: no port, no user, no look-alike. */
export function fileFor(method: string, url: string, origin: string, index: ReadonlyMap<string, string>): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (!url.startsWith(`${origin}/`)) return null;
  const path = url.slice(origin.length).split(/[?#]/)[0] ?? '';
  return index.get(path) ?? null;
}

function typeOf(path: string): string | null {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? null;
}
