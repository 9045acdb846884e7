import { createParser } from 'eventsource-parser';
import { authorization, type FindCredentials } from '../network/credentials';
import { ANSWER_LIMIT_MS } from '../network/dial';
import { faultText } from '../network/fault-text';
import { type Connect, keepOpen } from '../network/keep-open';
import { FEED_REQUEST, type Fetch, statusFault } from './fetch-bytes';
import { LARGEST_PAYLOAD, type OpenFeed, PAYLOAD_TOO_LARGE, TICKET_SERVER } from './transport';

/** A stream says something at least every 15–25 s, were it only a comment; after so long without a whole line it is taken for dead. */
const SILENCE_MS = 45_000;
const LEAST_RETRY_MS = 1_000;
const MOST_RETRY_MS = 60_000;
/** Events by which servers only say that they live. */
const SIGN_OF_LIFE = /^(ping|heartbeat|keep-?alive)$/i;

/**
 * Listens to a stream of server-sent events, `sse+https://…`: each event is a whole payload. The last event's id is never sent back:
 * after a lost connection the whole state is wanted, not what was missed.
 */
export function sseFeed(fetch: Fetch, credentials: FindCredentials, random: () => number = Math.random): OpenFeed {
  return ({ source }, listener) => {
    const address = source.replace(/^sse\+/, '');
    return keepOpen(
      connectTo(fetch, address, () => authorization(credentials(address))),
      listener,
      random,
    );
  };
}

function connectTo(fetch: Fetch, address: string, authorize: () => Readonly<Record<string, string>>): Connect {
  return (connection) => {
    const control = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    let retryMs = 0;
    const end = (message: string) => connection.ended(message, retryMs);
    const waitFor = (ms: number, message: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => end(message), ms);
    };
    const alive = () => waitFor(SILENCE_MS, '番号のサーバーからの知らせが途絶えました');
    let unfinished = 0;
    const parser = createParser({
      onEvent({ data, event }) {
        unfinished = 0;
        alive();
        if (event !== undefined && SIGN_OF_LIFE.test(event)) connection.holds();
        else connection.payload(Buffer.from(data), 'pushed');
      },
      onComment() {
        unfinished = 0;
        alive();
        connection.holds();
      },
      onRetry(ms) {
        retryMs = Math.min(Math.max(ms, LEAST_RETRY_MS), MOST_RETRY_MS);
      },
    });
    const listen = async () => {
      const response = await fetch(address, {
        ...FEED_REQUEST,
        headers: { Accept: 'text/event-stream', ...authorize() },
        signal: control.signal,
      });
      if (response.status !== 200) return statusFault(response.status);
      if (!/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '') || response.body === null) {
        return '番号のサーバーの答えが知らせの流れ（text/event-stream）ではありません';
      }
      alive();
      const decoder = new TextDecoder();
      const reader = response.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        unfinished += part.value.byteLength;
        parser.feed(decoder.decode(part.value, { stream: true }));
        if (unfinished > LARGEST_PAYLOAD) return PAYLOAD_TOO_LARGE;
      }
      return '番号のサーバーとの接続が切れました';
    };
    waitFor(ANSWER_LIMIT_MS, '番号のサーバーが時間内に答えません');
    listen().then(end, (error: unknown) => end(faultText(error, TICKET_SERVER)));
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  };
}
