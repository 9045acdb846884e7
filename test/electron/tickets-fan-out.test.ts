import { connectAsync } from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import { decode } from '../../electron/content/decode';
import { openIntake } from '../../electron/feed/intake';
import { mqttFeed } from '../../electron/feed/mqtt-feed';
import { dialer } from '../../electron/network/dial';
import { displayNow } from '../../renderer/domain/clock';
import type { Feed } from '../../renderer/domain/snapshot';
import { currentReading } from '../../renderer/domain/ticket-age';
import { at, contentOf, SIGNAGE, snapshotOf } from '../fixtures/folder';
import { startMosquitto } from '../fixtures/mosquitto';

/** The displays' clock: a weekday afternoon, running as the machine's does. */
const CLOCK = { start: at('2023-09-28T15:24:00+09:00'), realStart: Date.now(), speed: 1 };
const now = () => displayNow(CLOCK, Date.now());
const soon = { timeout: 8_000, interval: 20 };
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A display's feed, from the broker to what visitors see. */
function display(name: string, source: string) {
  const content = contentOf({ 'signage.yaml': SIGNAGE.replace('tickets.json', source) });
  const settings = content.signage?.tickets;
  if (!settings) throw new Error('no tickets');
  let feed: Feed | null = null;
  const intake = openIntake(settings, 'Asia/Tokyo', {
    decode: (bytes) => decode(bytes, true),
    now,
    pace: 1,
    filesTellDay: false,
    publish: (state) => {
      feed = state;
    },
    log: () => {},
  });
  const close = mqttFeed({ dial: dialer(async () => 'DIRECT', ''), credentials: () => null, clientId: name }, () => 0.2)(
    settings,
    intake,
  );
  closing.push(() => {
    close();
    intake.close();
  });
  return {
    shown: () => currentReading(snapshotOf(content, { feed }), now())?.calling.map(({ label }) => label) ?? null,
    trouble: () => feed?.trouble ?? null,
    hasRead: () => (feed?.readAt ?? null) !== null || (feed?.trouble ?? null) !== null,
  };
}

const number = (label: string, agoMs = 0) =>
  JSON.stringify({ issuedAt: new Date(now() - agoMs).toISOString(), calling: [{ label, counter: '1' }] });

describe('a number told once, to every display', () => {
  it('comes through the broker, also after the broker was restarted, and is there at once for a display that starts', async () => {
    const broker = await startMosquitto();
    closing.push(() => broker.remove());
    const machine = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { reconnectPeriod: 50 });
    closing.push(() => machine.endAsync(true));
    const call = (payload: string) => machine.publishAsync('city/desk-1/tickets', payload, { qos: 1, retain: true });
    const source = `mqtt://127.0.0.1:${broker.port}/city/desk-1/tickets`;

    const [one, two] = [display('one', source), display('two', source)];
    await call(number('42'));
    await expect.poll(() => [one.shown(), two.shown()], soon).toEqual([['42'], ['42']]);

    await broker.stop();
    await expect.poll(() => [one.trouble(), two.trouble()].includes(null), soon).toBe(false);
    expect([one.shown(), two.shown()]).toEqual([['42'], ['42']]);
    await broker.restart();
    await call(number('43'));
    await expect.poll(() => [one.shown(), two.shown()], soon).toEqual([['43'], ['43']]);

    // What the broker has kept over another restart is there for a display that starts.
    await broker.restart();
    const three = display('three', source);
    await expect.poll(three.shown, soon).toEqual(['43']);
  }, 30_000);

  it.each([
    ['older than visitors may be told', 121_000],
    ['of yesterday', 86_400_000],
  ])('is not shown to anybody when what the broker has kept is %s', async (_, agoMs) => {
    const broker = await startMosquitto();
    closing.push(() => broker.remove());
    const machine = await connectAsync(`mqtt://127.0.0.1:${broker.port}`);
    closing.push(() => machine.endAsync(true));
    const topic = 'city/desk-1/tickets';
    await machine.publishAsync(topic, number('41', agoMs), { qos: 1, retain: true });
    const started = display('one', `mqtt://127.0.0.1:${broker.port}/${topic}`);
    await expect.poll(started.hasRead, soon).toBe(true);
    expect(started.shown()).toBeNull();
    await machine.publishAsync(topic, number('42'), { qos: 1, retain: true });
    await expect.poll(started.shown, soon).toEqual(['42']);
  });
});
