import { createServer } from 'node:net';
import type { MqttClient } from 'mqtt';
import { parser } from 'mqtt-packet';
import { afterEach, describe, expect, it } from 'vitest';
import { brokerLine, topicOf } from '../../../electron/network/broker';
import { dialer } from '../../../electron/network/dial';
import { keepOpen } from '../../../electron/network/keep-open';
import { listen } from '../../fixtures/ports';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

/** What an older broker answers to a version it does not know, and to one it knows: MQTT 3.1.1, section 3.2. */
const UNKNOWN_VERSION = Buffer.from([0x20, 2, 0, 1]);
const ACCEPTED = Buffer.from([0x20, 2, 0, 0]);

describe('the line to a broker', () => {
  it('speaks MQTT 3.1.1 with a broker that does not know MQTT 5, and remembers it', async () => {
    const versions: (number | undefined)[] = [];
    const server = createServer((socket) => {
      const packets = parser();
      packets.on('packet', (packet) => {
        if (packet.cmd !== 'connect') return;
        versions.push(packet.protocolVersion);
        if (packet.protocolVersion === 5) socket.end(UNKNOWN_VERSION);
        else socket.write(ACCEPTED);
      });
      socket.on('data', (part) => packets.parse(part));
      socket.on('error', () => {});
    });
    const port = await listen(server);
    closing.push(() => server.close());
    const connect = brokerLine(
      `mqtt://127.0.0.1:${port}/city`,
      { dial: dialer(async () => 'DIRECT', ''), credentials: () => null, clientId: 'test' },
      { called: '配信サーバー', largestPayload: 1_000 },
    );
    const lines: MqttClient[] = [];
    const listener = { payload: () => true, holds: () => true, lost: () => {} };
    closing.push(
      keepOpen(
        (connection) => connect(connection, (client) => lines.push(client)),
        listener,
        () => 0,
      ),
    );
    await expect.poll(() => lines.length).toBe(1);
    lines[0]?.stream.destroy();
    await expect.poll(() => lines.length).toBe(2);
    expect(versions).toEqual([5, 4, 4]);
  });

  it.each([
    ['mqtts://broker/city/lobby', 'city/lobby'],
    ['mqtts://broker:8883/%E5%B8%82/1', '市/1'],
    ['mqtts://broker/%zz', '%zz'],
    ['mqtts://broker', ''],
  ])('takes the path of %s as a topic', (address, topic) => {
    expect(topicOf(address)).toBe(topic);
  });
});
