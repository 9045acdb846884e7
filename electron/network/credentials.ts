import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const entry = v.union([
  v.strictObject({ user: v.string(), password: v.string() }),
  v.strictObject({ token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)) }),
]);
const book = v.record(v.string(), entry);

/** User and password, or token, for one server; null when it wants none. */
export type Credentials = { readonly user: string; readonly password: string } | { readonly token: string } | null;
/** The credentials for the server of an address. */
export type FindCredentials = (address: string) => Credentials;

/** The header that shows them. */
export function authorization(credentials: Credentials): Readonly<Record<string, string>> {
  if (credentials === null) return {};
  if ('token' in credentials) return { Authorization: `Bearer ${credentials.token}` };
  return { Authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}` };
}

/**
 * Finds the credentials of a server in a JSON file outside of the content folder, by scheme, name and port as in the address:
 * `{ "https://queue.example": { "token": "…" }, "mqtts://broker.example:8883": { "user": "…", "password": "…" } }`. They go to that server
 * alone, wherever the content folder points feed or status. The file is read anew each time; one that can't be used is said in the log.
 */
export function credentialsIn(path: string, log: (line: string) => void): FindCredentials {
  return (address) => {
    const server = /^(?:sse\+)?([a-z]+:\/\/[^/?#]+)/i.exec(address)?.[1]?.toLowerCase();
    try {
      const { success, output } = v.safeParse(book, JSON.parse(readFileSync(path, 'utf8')));
      if (!success) log('feed-credentials.json holds something else than servers with user and password, or token');
      return (success && server !== undefined && Object.hasOwn(output, server) && output[server]) || null;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Never the error's own words: those of JSON.parse hold a piece of the file.
      if (code !== 'ENOENT') log(`feed-credentials.json can't be read${code === undefined ? ': it is no JSON' : ` (${code})`}`);
      return null;
    }
  };
}
