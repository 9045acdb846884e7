import { afterEach, describe, expect, it, vi } from 'vitest';
import { decode } from '../../../electron/content/decode';
import { readBeside } from '../../../electron/content/read-beside';
import { chooseTransport } from '../../../electron/feed/choose-transport';
import { openIntake } from '../../../electron/feed/intake';
import { dialer } from '../../../electron/network/dial';
import { at, contentOf, SIGNAGE, snapshotOf } from '../../fixtures/folder';
import { ChaosGlass } from './chaos-glass';
import { brokerServer, fileServer, pollServer, type StartServer, socketServer, sseServer } from './chaos-servers';
import { ChaosWorld, randomOf, ZONE } from './chaos-world';

const STEP_MS = 500;
const STEPS = 1_200;
/** Longer than any transport waits for a word: until then something may be on its way. */
const HIDE_MS = 60_000;
/** A step, the second between two looks at the clock, and what is on its way meanwhile. */
const SLACK_MS = 2_500;
const realTimeout = setTimeout;
/** A forenoon, or a night: numbers must not pass midnight. */
const STARTS = [at('2023-09-28T10:00:00+09:00'), at('2023-09-28T23:54:00+09:00')] as const;

const TRANSPORTS: Readonly<Record<string, StartServer>> = {
  'a file': fileServer,
  polling: pollServer,
  'server-sent events': sseServer,
  'a WebSocket': socketServer,
  MQTT: brokerServer,
};
const SEED = Number(process.env.SIGNAGE_SEED ?? 21);

afterEach(() => void vi.useRealTimers());

describe(`ten minutes with a server that misbehaves at random (SIGNAGE_SEED=${SEED})`, () => {
  it.each(Object.entries(TRANSPORTS).map(([name, start], index) => [name, start, SEED + index] as const))(
    'over %s: no number is older than hide, of yesterday, never sent, or on the glass for less than four seconds',
    async (_, start, seed) => {
      const random = randomOf(seed);
      const world = new ChaosWorld(random);
      const glass = new ChaosGlass();
      let taken: number | null = null;
      const server = await start(world, () => world.says(Date.now(), taken));
      vi.useFakeTimers({
        toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
        now: STARTS[seed % 2],
      });
      // The machine's clock is set now and then, by up to two minutes; the world's is not.
      let setBy = 0;
      const now = () => Date.now() + setBy;
      const yaml = SIGNAGE.replace(/^desk:\n(?: .*\n)+/m, '')
        .replace('source: tickets.json', `source: ${server.source}`)
        .replace('every: 3s', 'every: 2s\n  stale: 20s\n  hide: 60s');
      const content = contentOf({ 'signage.yaml': yaml });
      const tickets = content.signage?.tickets;
      if (!tickets) throw new Error('no tickets');
      const transport = chooseTransport({
        read: (name, most) => readBeside(server.folder, name, most),
        fetch: (address, init) => fetch(address, init),
        dial: dialer(async () => 'DIRECT', '/nowhere'),
        clientId: 'chaos',
        credentials: () => null,
      })(server.source);
      let published = 0;
      const intake = openIntake(tickets, ZONE, {
        decode: (bytes) => decode(bytes, true),
        now,
        pace: 1,
        filesTellDay: false,
        publish(next) {
          published += 1;
          glass.take(snapshotOf(content, { feed: next }), now());
          taken = Math.max(next.reading?.issuedAt ?? 0, taken ?? 0);
        },
        log: () => {},
      });
      const close = transport(tickets, intake);
      let shown = 0;
      try {
        for (let step = 0; step < STEPS; step += 1) {
          const isRight = world.isAboutMidnight(Date.now());
          if (random() < 0.01 || (isRight && setBy !== 0)) {
            setBy = isRight ? 0 : Math.round((random() - 0.5) * 240_000);
            glass.clockSet();
          }
          await server.act(Date.now(), world.step(Date.now()));
          await settle();
          vi.advanceTimersByTime(STEP_MS);
          await settle();
          glass.wake(now());
          // A display whose clock is slow can't know how old a kept message is, nor that it is midnight.
          const unknownMs = server.keeps === true ? Math.max(0, -setBy) : 0;
          for (const label of glass.labels) {
            const told = `${label} in step ${step} (${world.mood})`;
            expect(world.ageOf(label, Date.now()), told).toBeLessThanOrEqual(HIDE_MS + SLACK_MS + unknownMs);
            expect(world.isOfDay(label, Math.min(Date.now(), now()) - SLACK_MS), told).toBe(true);
          }
          expect(glass.cutShort).toEqual([]);
          shown += glass.labels.length > 0 ? 1 : 0;
        }
      } finally {
        close();
        intake.close();
        vi.useRealTimers();
        await server.close();
      }
      // Nothing is easy to keep from showing what is old; this showed numbers, and was told of them sparingly.
      expect(shown / STEPS).toBeGreaterThan(0.02);
      expect(published / STEPS).toBeLessThan(6);
    },
    60_000,
  );
});

/** Lets what is on its way within this machine arrive. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => realTimeout(resolve, 1));
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
