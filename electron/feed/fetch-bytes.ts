import { ANSWER_LIMIT_MS } from '../network/dial';
import { faultText } from '../network/fault-text';
import { LARGEST_PAYLOAD, PAYLOAD_TOO_LARGE, TICKET_SERVER } from './transport';

/** The platform's fetch: Electron's knows the system's proxy and certificates. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

const LONGEST_RETRY_AFTER_MS = 300_000;

/** What an address answered. `same`: what it said before still holds (304). */
export type Answer =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly etag: string | null }
  | { readonly kind: 'same' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs: number | null };

/** How every request of a feed is made: nothing stored, nothing sent that was not asked for, no way to another address. */
export const FEED_REQUEST = { cache: 'no-store', credentials: 'omit', redirect: 'error' } as const;

/**
 * Fetches a small payload. The time limit covers the body too (a limit on the headers alone lets a stalled body hang for ever), the size
 * is counted as it comes in, unpacked. Redirects are refused: an address in the settings is the address that is meant.
 */
export async function fetchBytes(fetch: Fetch, address: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // A race beside the signal: Node's fetch follows a signal by a weak reference, and forgets it when memory is tidied up.
  const expired = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => {
      resolve(failed('番号のサーバーが時間内に答えません'));
      limit.abort();
    }, ANSWER_LIMIT_MS);
  });
  const answered = ask(fetch, address, headers, limit.signal).catch((error: unknown) => failed(faultText(error, TICKET_SERVER)));
  const answer = await Promise.race([answered, expired]);
  clearTimeout(timer);
  return answer;
}

async function ask(
  fetch: Fetch,
  address: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await fetch(address, { ...FEED_REQUEST, headers, signal });
  if (response.status === 304 && 'If-None-Match' in headers) {
    await response.body?.cancel();
    return { kind: 'same' };
  }
  if (response.status !== 200) {
    // An unread body would keep its connection.
    await response.body?.cancel();
    return failed(statusFault(response.status), retryAfter(response));
  }
  if (/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    return failed('番号のサーバーの答えが、終わりのない知らせの流れです（sse+https と書くアドレスです）');
  }
  const bytes = await bodyBytes(response, signal);
  if (bytes === null) return failed(PAYLOAD_TOO_LARGE);
  return { kind: 'bytes', bytes, etag: response.headers.get('etag') };
}

/** What an answer other than 200 means, for staff. */
export function statusFault(status: number): string {
  if (status === 401 || status === 403) return `番号のサーバーに断られました（${status}）。合い言葉の設定を確かめてください`;
  if (status === 404) return '番号のサーバーに、そのアドレスはありません（404）';
  if (status >= 300 && status < 400) return `番号のサーバーが別のアドレスへ移そうとしました（${status}）`;
  return `番号のサーバーが ${status} を返しました`;
}

/** Null as soon as more has come than any feed sends. */
async function bodyBytes(response: Response, signal: AbortSignal): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  signal.addEventListener('abort', () => void reader.cancel().catch(() => {}));
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > LARGEST_PAYLOAD) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_RETRY_AFTER_MS) : null;
}

function failed(reason: string, retryAfterMs: number | null = null): Answer {
  return { kind: 'failed', reason, retryAfterMs };
}
