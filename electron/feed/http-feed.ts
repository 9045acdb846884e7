import { backoffMs } from '../../renderer/domain/backoff';
import { authorization, type FindCredentials } from '../network/credentials';
import { type Fetch, fetchBytes } from './fetch-bytes';
import type { OpenFeed } from './transport';

const BACKOFF_BASE_MS = 1_000;
const BACKOFF_LONGEST_MS = 60_000;
/** Displays that were started together drift apart by so much of the period. */
const JITTER = 0.1;

/**
 * Asks an http(s) address again and again. An unchanged answer (304) says that what it said before still holds. After a failure it
 * waits longer and longer; only a good payload brings it back to its own pace.
 */
export function httpFeed(fetch: Fetch, credentials: FindCredentials, random: () => number = Math.random): OpenFeed {
  return ({ source, everyMs }, listener) => {
    let closed = false;
    let timer: NodeJS.Timeout;
    let failures = 0;
    let etag: string | null = null;

    const ask = async () => {
      const askedAt = performance.now();
      const answer = await fetchBytes(fetch, source, {
        Accept: 'application/json, text/csv;q=0.9, */*;q=0.1',
        ...authorization(credentials(source)),
        ...(etag === null ? {} : { 'If-None-Match': etag }),
      });
      if (closed) return;
      // What was true when it was asked: an answer that took its time is that much older.
      const good =
        answer.kind === 'same' || (answer.kind === 'bytes' && listener.payload(answer.bytes, performance.now() - askedAt));
      // What was not taken, for its time was wrong, may be taken now: the next answer must be the whole.
      if (answer.kind === 'same' && !listener.holds(performance.now() - askedAt)) etag = null;
      if (answer.kind === 'failed') listener.lost(answer.reason);
      if (answer.kind === 'bytes') etag = good ? answer.etag : null;
      if (answer.kind === 'failed') etag = null;
      failures = good ? 0 : failures + 1;
      const asked = answer.kind === 'failed' ? (answer.retryAfterMs ?? 0) : 0;
      // Never more often than the feed's own period, nor than the server asked for.
      const wait = good
        ? everyMs * (1 + JITTER * random())
        : Math.max(everyMs, asked, backoffMs(failures, BACKOFF_BASE_MS, BACKOFF_LONGEST_MS, random()));
      timer = setTimeout(ask, wait);
    };
    void ask();
    return () => {
      closed = true;
      clearTimeout(timer);
    };
  };
}
