import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Connection, keepOpen } from '../../../electron/network/keep-open';
import { listening, payload } from '../feed/told';

let connections: Connection[];
let dropped: number;
let close: () => void;
let listener: ReturnType<typeof listening>;

const open = (random: number) => {
  close = keepOpen(
    (connection) => {
      connections.push(connection);
      return () => {
        dropped += 1;
      };
    },
    listener,
    () => random,
  );
};
const good = () => connections.at(-1)?.payload(Buffer.from(payload('1')), 'pushed');
const end = () => connections.at(-1)?.ended('cut');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  connections = [];
  dropped = 0;
  listener = listening();
});
afterEach(() => {
  close();
  vi.useRealTimers();
});

describe('a connection that is kept open', () => {
  it('does not hammer a server that drops it each time, were it after a good payload', () => {
    open(1);
    const pauses = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
    for (const [index, pause] of pauses.entries()) {
      good();
      end();
      vi.advanceTimersByTime(pause - 1);
      expect(connections).toHaveLength(index + 1);
      vi.advanceTimersByTime(1);
      expect(connections).toHaveLength(index + 2);
    }
  });

  it('comes back soon when it had lasted', () => {
    open(1);
    for (let failure = 0; failure < 5; failure += 1) {
      end();
      vi.advanceTimersByTime(30_000);
    }
    good();
    vi.advanceTimersByTime(10_000);
    end();
    vi.advanceTimersByTime(1_000);
    expect(connections).toHaveLength(7);
  });

  it('ends once, is dropped, and says nothing any more', () => {
    open(1);
    good();
    end();
    end();
    good();
    connections[0]?.holds();
    expect([listener.told, dropped]).toEqual([['1', 'cut'], 1]);
  });

  it('spreads the displays of a city over time when their server comes back', () => {
    const tries: number[] = [];
    const closes = Array.from({ length: 20 }, (_, display) =>
      keepOpen(
        (connection) => {
          if (performance.now() > 0) tries.push(performance.now());
          connections.push(connection);
          return () => {};
        },
        listening(),
        () => (display + 0.5) / 20,
      ),
    );
    close = () => {
      for (const one of closes) one();
    };
    for (const connection of [...connections]) connection.ended('restart');
    vi.advanceTimersByTime(1_000);
    expect(new Set(tries.map((at) => Math.floor(at / 50))).size).toBeGreaterThan(15);
  });

  it('is not made again once closed', () => {
    open(1);
    end();
    close();
    vi.advanceTimersByTime(60_000);
    expect(connections).toHaveLength(1);
  });
});
