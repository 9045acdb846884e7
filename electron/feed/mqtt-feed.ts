import type { Socket } from 'node:net';
import { type ErrorWithReasonCode, type IDisconnectPacket, type IPublishPacket, MqttClient } from 'mqtt';
import type { Dial } from './dial';
import { type Connect, type Connection, keepOpen } from './keep-open';
import { ANSWER_LIMIT_MS, type FindCredentials, LARGEST_PAYLOAD, type OpenFeed } from './transport';

const KEEPALIVE_S = 15;
/** The topic and the head of a packet come on top of the payload. */
const LARGEST_PACKET = LARGEST_PAYLOAD + 1_024;
/** What may have come in since the last whole packet: one that is still on its way, and a part of the line's buffer. */
const LARGEST_UNFINISHED = LARGEST_PACKET + 262_144;

const CLOSED = '番号の配信サーバー（MQTT）との接続が切れました';
/** Reasons by which a broker refuses or ends a connection, of MQTT 3.1.1 and 5. */
const REASONS: Readonly<Record<number, string>> = {
  2: 'この機器の名前（clientId）を断られました',
  3: 'いまは受け付けていません',
  4: 'ユーザー名かパスワードが違います',
  5: '許可がありません',
  128: '理由なく断られました',
  133: 'この機器の名前（clientId）を断られました',
  134: 'ユーザー名かパスワードが違います',
  135: '許可がありません',
  136: 'いまは受け付けていません',
  137: '混み合っています',
  139: '配信サーバーが止まります',
  142: '同じ名前（clientId）の機器がほかにつながりました',
  143: 'トピックの名前が違います',
  149: '番号のデータが大きすぎます（1 MB まで）',
};
const UNKNOWN_VERSION = [1, 132];

/**
 * Subscribes to a topic, `mqtts://host/topic`. The broker keeps the newest message (retained), so that a display that starts has a number
 * at once; how old that is only its time of issue can tell. The broker's own life says nothing of the feed behind it: a reading is as old
 * as its message. `clientId` must be this display's own: a broker lets one connection have it.
 */
export function mqttFeed(
  dial: Dial,
  credentials: FindCredentials,
  clientId: string,
  random: () => number = Math.random,
): OpenFeed {
  return ({ source }, listener) => {
    let version: 4 | 5 = 5;
    const connect: Connect = (connection) => {
      const control = new AbortController();
      let client: MqttClient | null = null;
      const listen = async () => {
        const { hostname, port, protocol } = new URL(source);
        const secure = protocol === 'mqtts:';
        const host = hostname.replace(/^\[|\]$/g, '');
        const line = await dial({ host, port: Number(port) || (secure ? 8883 : 1883), secure }, control.signal);
        client = clientOn(line, version, clientId, credentials(source));
        watchSize(client, line, connection);
        follow(client, topicOf(source), connection, () => {
          version = 4;
        });
      };
      listen().catch((error: Error) => connection.ended(error.message));
      return () => {
        control.abort();
        client?.removeAllListeners().on('error', () => {});
        client?.end(true);
      };
    };
    return keepOpen(connect, listener, random);
  };
}

function topicOf(source: string): string {
  const path = source.replace(/^[^:]+:\/\/[^/]*\//, '').replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** One client a connection, which never reconnects by itself: keepOpen does, with its own pauses. */
function clientOn(line: Socket, protocolVersion: 4 | 5, clientId: string, found: ReturnType<FindCredentials>): MqttClient {
  const login =
    found === null
      ? {}
      : 'token' in found
        ? { username: clientId, password: found.token }
        : { username: found.user, password: found.password };
  return new MqttClient(() => line, {
    ...login,
    clientId,
    clean: true,
    protocolVersion,
    keepalive: KEEPALIVE_S,
    connectTimeout: ANSWER_LIMIT_MS,
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    ...(protocolVersion === 5 ? { properties: { maximumPacketSize: LARGEST_PACKET } } : {}),
  });
}

/** Nothing in MQTT 3.1.1, and no faithless broker, stops a packet of 256 MB: what has come in is counted here. */
function watchSize(client: MqttClient, line: Socket, connection: Connection): void {
  let unfinished = 0;
  client.on('packetreceive', () => {
    unfinished = 0;
  });
  line.on('data', (part: Buffer) => {
    unfinished += part.byteLength;
    if (unfinished > LARGEST_UNFINISHED) connection.ended('番号のデータが大きすぎます（1 MB まで）');
  });
}

function follow(client: MqttClient, topic: string, connection: Connection, speakOlder: () => void): void {
  client.on('connect', () => {
    client.subscribe(topic, { qos: 1 }, (error, granted) => {
      if (error || granted?.some(({ qos }) => qos >= 128)) connection.ended('このトピックを読む許可がありません');
    });
  });
  client.on('message', (name: string, payload: Buffer, { retain }: IPublishPacket) => {
    if (name === topic) connection.payload(payload, retain ? null : 0);
  });
  client.on('disconnect', ({ reasonCode }: IDisconnectPacket) => connection.ended(reasonText(reasonCode)));
  client.on('close', () => connection.ended(CLOSED));
  client.on('error', (error: Error | ErrorWithReasonCode) => {
    const code = 'code' in error && typeof error.code === 'number' ? error.code : undefined;
    if (code !== undefined && UNKNOWN_VERSION.includes(code)) speakOlder();
    connection.ended(reasonText(code));
  });
}

function reasonText(code: number | undefined): string {
  const reason = code === undefined ? undefined : REASONS[code];
  return reason === undefined ? CLOSED : `番号の配信サーバー（MQTT）: ${reason}`;
}
