import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure, rootCertificates } from 'node:tls';
import { faultText } from './fault-text';

/** As long as a connection, or the whole answer to a question, may take. */
export const ANSWER_LIMIT_MS = 8_000;

/** A server to be called. `secure`: with TLS, its certificate checked. */
export interface Server {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** What staff call it, in messages. */
  readonly called: string;
}

/** Opens a connection, or rejects with an error whose message staff can read. The signal gives up. */
export type Dial = (server: Server, signal: AbortSignal) => Promise<Socket>;

/**
 * Dials for what runs on Node's own sockets (WebSocket, MQTT), which know neither the system's proxy nor its certificates: the proxy is
 * asked of `resolveProxy`, in the form of a PAC script's answer (`PROXY host:3128; DIRECT`), of which the first counts; `caFile` may hold
 * certificates (PEM) that are trusted beside the built-in ones. SOCKS proxies and those that want a password are not served.
 */
export function dialer(resolveProxy: (address: string) => Promise<string>, caFile: string): Dial {
  return async (server, signal) => {
    let socket: Socket | null = null;
    let over = false;
    let stop = () => {};
    const givenUp = new Promise<never>((_, reject) => {
      stop = () => {
        over = true;
        reject(new Error('ETIMEDOUT'));
      };
    });
    const timer = setTimeout(stop, ANSWER_LIMIT_MS);
    signal.addEventListener('abort', stop);
    const steps = async () => {
      const proxy = await resolveProxy(`${server.secure ? 'https' : 'http'}://${hostPort(server)}/`);
      if (over) throw new Error('ETIMEDOUT');
      socket = connectPlain(firstHop(proxy, server));
      await once(socket, 'connect');
      if (!isDirect(proxy)) await tunnel(socket, server);
      if (!server.secure) return socket;
      const secured = connectSecure({
        socket,
        host: server.host,
        ...(isIP(server.host) === 0 ? { servername: server.host } : {}),
        ca: [...rootCertificates, ...ownCertificates(caFile)],
      });
      socket = secured;
      await once(secured, 'secureConnect');
      return socket;
    };
    try {
      return await Promise.race([steps(), givenUp]);
    } catch (error) {
      (socket as Socket | null)?.destroy();
      throw new Error(faultText(error, server.called));
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  };
}

function isDirect(proxy: string): boolean {
  return /^\s*(DIRECT|$)/i.test(proxy);
}

function firstHop(proxy: string, server: Server): { readonly host: string; readonly port: number } {
  if (isDirect(proxy)) return { host: server.host, port: server.port };
  const http = /^\s*PROXY\s+\[?([^\s;\]]+?)\]?:(\d+)/i.exec(proxy);
  if (http?.[1] === undefined) throw new Error('PROXY of a kind that is not served');
  return { host: http[1], port: Number(http[2]) };
}

/** Asks the proxy at the other end of the socket to let us through. */
async function tunnel(socket: Socket, server: Server): Promise<void> {
  const asking = request({ method: 'CONNECT', path: hostPort(server), createConnection: () => socket });
  asking.end();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    asking.once('connect', ({ statusCode }, _, head) => {
      // Of a server that speaks first, the beginning may have come along with the proxy's answer.
      if (head.length > 0) socket.unshift(head);
      resolve(statusCode);
    });
    asking.once('error', reject);
  });
  if (status !== 200) throw new Error(`PROXY answered ${status}`);
}

function hostPort({ host, port }: Server): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Read anew for each connection: a certificate that was just put there counts at once. */
function ownCertificates(caFile: string): readonly string[] {
  try {
    return [readFileSync(caFile, 'utf8')];
  } catch {
    return [];
  }
}

function once(socket: Socket, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => {
      socket.off('error', reject);
      resolve();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('ECONNRESET')));
  });
}
