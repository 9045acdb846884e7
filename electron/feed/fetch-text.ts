import type { Fetch } from './http-feed';

const TIMEOUT_MS = 8_000;
const LARGEST = 1_048_576;
const LONGEST_RETRY_AFTER_MS = 300_000;

/** What an address answered. `same`: what it said before still holds (304). */
export type Answer =
  | { readonly kind: 'text'; readonly text: string; readonly etag: string | null }
  | { readonly kind: 'same' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs: number | null };

/**
 * Fetches a small text. The time limit covers the body too (a limit on the headers alone lets a stalled body hang for ever), the
 * size is counted as it comes in, redirects are refused: an address in the settings is the address that is meant.
 */
export async function fetchText(fetch: Fetch, address: string, etag: string | null): Promise<Answer> {
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // A race beside the signal: Node's fetch follows a signal by a weak reference, and forgets it when memory is tidied up.
  const expired = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => {
      resolve(failed('番号のサーバーが時間内に答えません'));
      limit.abort();
    }, TIMEOUT_MS);
  });
  const answered = ask(fetch, address, etag, limit.signal).catch(() => failed('番号のサーバーにつながりません'));
  const answer = await Promise.race([answered, expired]);
  clearTimeout(timer);
  return answer;
}

async function ask(fetch: Fetch, address: string, etag: string | null, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(address, {
    headers: { Accept: 'application/json', ...(etag === null ? {} : { 'If-None-Match': etag }) },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal,
  });
  if (response.status === 304 && etag !== null) {
    await response.body?.cancel();
    return { kind: 'same' };
  }
  if (response.status !== 200) {
    // An unread body would keep its connection.
    await response.body?.cancel();
    return failed(`番号のサーバーが ${response.status} を返しました`, retryAfter(response));
  }
  const text = await bodyText(response, signal);
  if (text === null) return failed('番号のデータが大きすぎます（1 MB まで）');
  return { kind: 'text', text, etag: response.headers.get('etag') };
}

/** Null as soon as more has come than any feed sends. */
async function bodyText(response: Response, signal: AbortSignal): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  signal.addEventListener('abort', () => void reader.cancel().catch(() => {}));
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > LARGEST) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_RETRY_AFTER_MS) : null;
}

function failed(reason: string, retryAfterMs: number | null = null): Answer {
  return { kind: 'failed', reason, retryAfterMs };
}
