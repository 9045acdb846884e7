import { readFileSync } from 'node:fs';
import { connect as connectLine, createServer, type Socket } from 'node:net';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mqttFeed } from '../../../electron/feed/mqtt-feed';
import type { Credentials } from '../../../electron/network/credentials';
import { dialer } from '../../../electron/network/dial';
import { type Mosquitto, startMosquitto } from '../../fixtures/mosquitto';
import { listen } from '../../fixtures/ports';
import { listening, payload, settings } from './told';

let broker: Mosquitto | null;
let publisher: MqttClient | null;
let listener: ReturnType<typeof listening>;
let closes: (() => void)[];
let ends: (() => void)[];

function open(
  address: string,
  { caFile = '/nowhere', credentials = null as Credentials, clientId = 'lobby', to = listener } = {},
) {
  const dial = dialer(async () => 'DIRECT', caFile);
  closes.push(mqttFeed({ dial, credentials: () => credentials, clientId }, () => 0.2)(settings(address), to));
}
const says = (text: string) => expect.poll(() => listener.last(), { timeout: 8_000, interval: 5 }).toContain(text);
const publish = async (text: string | Buffer, { retain = true, topic = 'hall/tickets' } = {}) => {
  publisher ??= await connectAsync(`mqtt://127.0.0.1:${broker?.port}`);
  await publisher.publishAsync(topic, text, { retain, qos: 1 });
};

beforeEach(() => {
  broker = null;
  publisher = null;
  listener = listening();
  closes = [];
  ends = [];
});

afterEach(async () => {
  vi.useRealTimers();
  for (const close of closes) close();
  for (const end of ends) end();
  publisher?.end(true);
  await broker?.remove();
});

describe('a feed over MQTT', () => {
  it('has the kept message at once, of an age it can’t know, and then each message as it comes', async () => {
    broker = await startMosquitto();
    await publish(payload('1'));
    open(`mqtt://127.0.0.1:${broker.port}/hall/tickets`);
    await says('1?');
    await publish(payload('2'));
    await says('2');
    expect(listener.told).toEqual(['1?', '2']);
  });

  it('takes its own topic alone; a cleared one and binary are no payload', async () => {
    broker = await startMosquitto();
    open(`mqtt://127.0.0.1:${broker.port}/hall/${encodeURIComponent('窓口 1')}`);
    await expect
      .poll(() => publish(payload('1'), { topic: 'hall/窓口 1', retain: false }).then(() => listener.told.length))
      .toBeGreaterThan(0);
    await publish(payload('other'), { topic: 'hall/窓口 2' });
    await publish('', { topic: 'hall/窓口 1' });
    await publish(Buffer.from([0, 1, 255]), { topic: 'hall/窓口 1' });
    await publish(payload('9'), { topic: 'hall/窓口 1' });
    await says('9');
    expect(new Set(listener.told)).toEqual(new Set(['1', 'bad payload', '9']));
  });

  it('comes back when the broker does, with what was kept', async () => {
    broker = await startMosquitto();
    await publish(payload('1'));
    open(`mqtt://127.0.0.1:${broker.port}/hall/tickets`);
    await says('1?');
    publisher?.end(true);
    publisher = null;
    await broker.stop();
    await expect.poll(() => listener.last()).toMatch(/止まります|切れました|動いていない/);
    await broker.restart();
    await publish(payload('2'));
    await expect.poll(() => listener.last(), { timeout: 8_000 }).toMatch(/^2/);
  });

  it('is refused without the right password, and says so', async () => {
    broker = await startMosquitto({ login: { user: 'lobby', password: 'right' } });
    open(`mqtt://127.0.0.1:${broker.port}/hall/tickets`, { credentials: { user: 'lobby', password: 'wrong' } });
    await expect.poll(() => listener.last(), { timeout: 4_000 }).toMatch(/許可がありません|ユーザー名かパスワード/);
    // Told a few times in two seconds, not without end.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(listener.told.length).toBeLessThan(6);
    closes.pop()?.();
    listener.told.length = 0;
    publisher = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { username: 'lobby', password: 'right' });
    await publish(payload('1'));
    open(`mqtt://127.0.0.1:${broker.port}/hall/tickets`, { credentials: { user: 'lobby', password: 'right' } });
    await says('1?');
  });

  it('is not told a kept message that is too large, and hears the next one', async () => {
    broker = await startMosquitto();
    await publish(Buffer.alloc(3_000_000, 'x'));
    open(`mqtt://127.0.0.1:${broker.port}/hall/tickets`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(listener.told).toEqual([]);
    await publish(payload('2'));
    await says('2');
  });

  it('checks the broker’s certificate', async () => {
    broker = await startMosquitto({ tls: true });
    open(`mqtts://localhost:${broker.port}/hall/tickets`);
    await says('信頼できません');
    closes.pop()?.();
    publisher = await connectAsync(`mqtts://localhost:${broker.port}`, { ca: readFileSync(broker.caFile) });
    await publish(payload('1'));
    open(`mqtts://localhost:${broker.port}/hall/tickets`, { caFile: broker.caFile });
    await says('1?');
  });

  it('serves two displays of one name, which throw each other out once', async () => {
    broker = await startMosquitto();
    const other = listening();
    open(`mqtt://127.0.0.1:${broker.port}/hall/tickets`, { clientId: 'same' });
    open(`mqtt://127.0.0.1:${broker.port}/hall/tickets`, { clientId: 'same', to: other });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(listener.told.length + other.told.length).toBeGreaterThan(0);
    expect(listener.told.length + other.told.length).toBeLessThan(12);
    const before = [listener, other].map(({ told }) => told.length);
    for (const label of ['7', '8']) await publish(payload(label));
    await expect.poll(() => [listener.last(), other.last()]).toEqual(['8', '8']);
    expect([listener, other].map(({ told }) => told.slice(-2))).toEqual([
      ['7', '8'],
      ['7', '8'],
    ]);
    expect([listener, other].map(({ told }) => told.length)).toEqual(before.map((told) => told + 2));
  });

  it('takes a broker that keeps silent for dead', async () => {
    const lines: Socket[] = [];
    let silent = false;
    broker = await startMosquitto();
    const brokerPort = broker.port;
    const between = createServer((line) => {
      const on = connectLine(brokerPort, '127.0.0.1');
      lines.push(line, on);
      line.on('error', () => {}).on('data', (data) => on.write(data));
      on.on('error', () => {}).on('data', (data) => !silent && line.write(data));
    });
    const port = await listen(between);
    ends.push(() => {
      for (const line of lines) line.destroy();
      between.close();
    });
    await publish(payload('1'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
    open(`mqtt://127.0.0.1:${port}/hall/tickets`);
    await says('1?');
    silent = true;
    for (let second = 0; second < 25; second += 1) {
      vi.advanceTimersByTime(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await says('切れました');
  });

  it('drops a broker that sends more than was agreed', async () => {
    const faithless = createServer((line) => {
      line
        .on('error', () => {})
        .once('data', () => {
          line.write(Buffer.from([0x20, 3, 0, 0, 0])); // CONNACK
          line.write(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f])); // PUBLISH of 256 MB
          const flood = setInterval(() => line.write(Buffer.alloc(200_000)), 5);
          line.on('close', () => clearInterval(flood));
        });
    });
    const port = await listen(faithless);
    ends.push(() => faithless.close());
    open(`mqtt://127.0.0.1:${port}/hall/tickets`);
    await says('大きすぎます');
  });

  it('speaks the older version with a broker that knows no other', async () => {
    const versions: (number | undefined)[] = [];
    const old = createServer((line) => {
      line
        .on('error', () => {})
        .once('data', (data) => {
          versions.push(data[8]);
          line.write(Buffer.from([0x20, 2, 0, data[8] === 4 ? 0 : 1]));
        });
    });
    const port = await listen(old);
    ends.push(() => old.close());
    open(`mqtt://127.0.0.1:${port}/hall/tickets`);
    await expect.poll(() => versions, { timeout: 5_000 }).toEqual([5, 4]);
  });
});
