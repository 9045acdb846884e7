import { WebSocket } from 'ws';
import { authorization, type FindCredentials } from '../network/credentials';
import { ANSWER_LIMIT_MS, type Dial } from '../network/dial';
import { faultText } from '../network/fault-text';
import { type Connect, keepOpen } from '../network/keep-open';
import { statusFault } from './fetch-bytes';
import { LARGEST_PAYLOAD, type OpenFeed, PAYLOAD_TOO_LARGE, TICKET_SERVER } from './transport';

/** We ask for a sign of life so often, oftener where a word is soon stale, and take the connection for dead after so long without one. */
const PING_EVERY_MS = 10_000;
const PING_SOONEST_MS = 1_000;
const SILENCE_MS = 25_000;

/** Listens to a WebSocket, `wss://…`: each message is a whole payload. Nothing but pings is ever sent. */
export function socketFeed(dial: Dial, credentials: FindCredentials, random: () => number = Math.random): OpenFeed {
  return ({ source, staleMs }, listener) => {
    const pingEveryMs = Math.max(PING_SOONEST_MS, Math.min(PING_EVERY_MS, staleMs / 2));
    return keepOpen(connectTo(dial, source, credentials, pingEveryMs), listener, random);
  };
}

function connectTo(dial: Dial, address: string, credentials: FindCredentials, pingEveryMs: number): Connect {
  return (connection) => {
    const control = new AbortController();
    let socket: WebSocket | null = null;
    let pinging: NodeJS.Timeout | undefined;
    const listen = async () => {
      const { hostname, port, protocol } = new URL(address);
      const secure = protocol === 'wss:';
      const host = hostname.replace(/^\[|\]$/g, '');
      const line = await dial({ host, port: Number(port) || (secure ? 443 : 80), secure, called: TICKET_SERVER }, control.signal);
      socket = new WebSocket(address, {
        createConnection: () => line,
        headers: authorization(credentials(address)),
        handshakeTimeout: ANSWER_LIMIT_MS,
        maxPayload: LARGEST_PAYLOAD,
        perMessageDeflate: false,
        followRedirects: false,
      });
      pinging = follow(socket, connection, pingEveryMs);
    };
    listen().catch((error: Error) => connection.ended(error.message));
    return () => {
      control.abort();
      clearInterval(pinging);
      // What is still on its way, an error included, is of no interest.
      socket?.removeAllListeners().on('error', () => {});
      socket?.terminate();
    };
  };
}

/** Hears a socket out, and asks it for signs of life. */
function follow(socket: WebSocket, connection: Parameters<Connect>[0], pingEveryMs: number): NodeJS.Timeout {
  let heardAt = performance.now();
  const holds = () => {
    heardAt = performance.now();
    connection.holds();
  };
  socket.on('message', (data: Buffer) => {
    heardAt = performance.now();
    connection.payload(data, 'pushed');
  });
  socket.on('ping', holds);
  socket.on('pong', holds);
  socket.on('close', () => connection.ended('番号のサーバーとの接続が切れました'));
  socket.on('unexpected-response', (_, { statusCode }) => connection.ended(statusFault(statusCode ?? 0)));
  socket.on('error', (error: NodeJS.ErrnoException) =>
    connection.ended(error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? PAYLOAD_TOO_LARGE : faultText(error, TICKET_SERVER)),
  );
  return setInterval(() => {
    if (performance.now() - heardAt >= SILENCE_MS) connection.ended('番号のサーバーからの返事が途絶えました');
    else if (socket.readyState === WebSocket.OPEN) socket.ping();
  }, pingEveryMs);
}
