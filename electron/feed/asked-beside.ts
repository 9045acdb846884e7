import type { TicketSettings } from '../../renderer/domain/content/content';
import type { FeedListener, OpenFeed } from './transport';

/**
 * Asks the server of a stream that stays silent, as a feed that is polled, until the stream speaks: a proxy on the way may hold the stream
 * back. While its answers are good, nothing is lost with the stream; while they are not, the stream's own troubles are told.
 */
export function askedBeside(ask: OpenFeed, settings: TicketSettings, listener: FeedListener) {
  let stop: (() => void) | null = null;
  let answers = false;
  const end = () => {
    stop?.();
    stop = null;
    answers = false;
  };
  const beside: FeedListener = {
    payload(bytes, age) {
      answers = listener.payload(bytes, age);
      return answers;
    },
    holds: (ageMs) => listener.holds(ageMs),
    lost() {
      answers = false;
    },
  };
  return {
    /** What the stream tells. */
    stream: {
      payload(bytes, age) {
        end();
        return listener.payload(bytes, age);
      },
      holds(ageMs) {
        end();
        return listener.holds(ageMs);
      },
      lost(message) {
        if (!answers) listener.lost(message);
      },
    } satisfies FeedListener,
    /** The stream is silent. */
    begin(): void {
      stop ??= ask(settings, beside);
    },
    end,
  };
}
