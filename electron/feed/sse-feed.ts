import { createParser } from 'eventsource-parser';
import { authorization, type FindCredentials } from '../network/credentials';
import { ANSWER_LIMIT_MS } from '../network/dial';
import { faultText } from '../network/fault-text';
import { type Connect, keepOpen } from '../network/keep-open';
import { askedBeside } from './asked-beside';
import { FEED_REQUEST, type Fetch, statusFault } from './fetch-bytes';
import { httpFeed } from './http-feed';
import { LARGEST_PAYLOAD, type OpenFeed, PAYLOAD_TOO_LARGE, TICKET_SERVER } from './transport';

/** A stream says something at least every 15–25 s, were it only a comment; after so long without a whole line it is taken for dead. */
const SILENCE_MS = 45_000;
/** A stream without a word for so long after its beginning may be held back on the way: the server is asked beside it. */
const FIRST_WORD_MS = 15_000;
const LEAST_RETRY_MS = 1_000;
const MOST_RETRY_MS = 60_000;
const GONE_SILENT = '番号のサーバーからの知らせが途絶えました';
const NEVER_SPOKE = '番号のサーバーにつながりましたが、何も届きません。途中のプロキシーがためているのかもしれません';
/** Events by which servers only say that they live. */
const SIGN_OF_LIFE = /^(ping|heartbeat|keep-?alive)$/i;

/**
 * Listens to a stream of server-sent events, `sse+https://…`: each event is a whole payload. The last event's id is never sent back:
 * after a lost connection the whole state is wanted, not what was missed. While no stream comes through, the same address is asked for the
 * state every `every:`.
 */
export function sseFeed(fetch: Fetch, credentials: FindCredentials, random: () => number = Math.random): OpenFeed {
  const ask = httpFeed(fetch, credentials, random);
  return (settings, listener) => {
    const address = settings.source.replace(/^sse\+/, '');
    const beside = askedBeside(ask, { ...settings, source: address }, listener);
    const close = keepOpen(
      connectTo(fetch, address, () => authorization(credentials(address)), beside.begin),
      beside.stream,
      random,
    );
    return () => {
      close();
      beside.end();
    };
  };
}

/** `noStream`: none comes through. */
function connectTo(
  fetch: Fetch,
  address: string,
  authorize: () => Readonly<Record<string, string>>,
  noStream: () => void,
): Connect {
  return (connection) => {
    const control = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    let firstWord: NodeJS.Timeout | undefined;
    let spoke = false;
    let retryMs = 0;
    const end = (message: string) => connection.ended(message, retryMs);
    const waitFor = (ms: number, message: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => end(message), ms);
    };
    const alive = () => waitFor(SILENCE_MS, spoke ? GONE_SILENT : NEVER_SPOKE);
    const word = () => {
      unfinished = 0;
      spoke = true;
      clearTimeout(firstWord);
      alive();
    };
    let unfinished = 0;
    const parser = createParser({
      onEvent({ data, event }) {
        word();
        if (event !== undefined && SIGN_OF_LIFE.test(event)) connection.holds();
        else connection.payload(Buffer.from(data), 'pushed');
      },
      onComment() {
        word();
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
        noStream();
        return '番号のサーバーの答えが知らせの流れ（text/event-stream）ではありません';
      }
      alive();
      firstWord = setTimeout(noStream, FIRST_WORD_MS);
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
      clearTimeout(firstWord);
      control.abort();
    };
  };
}
