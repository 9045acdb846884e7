import { backoffMs } from '../../renderer/domain/backoff';
import { parseTicketFeed } from '../../renderer/domain/ticket-feed';
import { fetchText } from './fetch-text';
import type { OpenFeed } from './transport';

const BACKOFF_BASE_MS = 1_000;
const BACKOFF_LONGEST_MS = 60_000;
/** Displays that were started together drift apart by so much of the period. */
const JITTER = 0.1;

/** The platform's fetch: Electron's knows the system's proxy and certificates. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * Asks an http(s) address again and again. An unchanged answer (304) is a good reading of what it said before. After a failure it
 * waits longer and longer; only a good payload brings it back to its own pace.
 */
export function httpFeed(fetch: Fetch, random: () => number = Math.random): OpenFeed {
  return (source, everyMs, listener) => {
    let closed = false;
    let timer: NodeJS.Timeout;
    let failures = 0;
    let known: { etag: string; payload: ReturnType<typeof parseTicketFeed> } | null = null;

    const ask = async () => {
      const answer = await fetchText(fetch, source, known?.etag ?? null);
      if (closed) return;
      const result =
        answer.kind === 'failed'
          ? { trouble: answer.reason }
          : answer.kind === 'same' && known !== null
            ? known.payload
            : parseTicketFeed(answer.kind === 'text' ? answer.text : '');
      if (answer.kind === 'text' && 'reading' in result)
        known = answer.etag === null ? null : { etag: answer.etag, payload: result };
      if ('trouble' in result) {
        failures += 1;
        known = null;
        listener.trouble(result.trouble);
        const asked = answer.kind === 'failed' ? answer.retryAfterMs : null;
        // Never more often than the feed's own period, nor than the server asked for.
        timer = setTimeout(
          ask,
          Math.max(everyMs, asked ?? 0, backoffMs(failures, BACKOFF_BASE_MS, BACKOFF_LONGEST_MS, random())),
        );
        return;
      }
      failures = 0;
      listener.reading(result.reading);
      timer = setTimeout(ask, everyMs * (1 + JITTER * random()));
    };
    void ask();
    return () => {
      closed = true;
      clearTimeout(timer);
    };
  };
}
