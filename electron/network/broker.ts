import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { type ErrorWithReasonCode, type IClientOptions, type IDisconnectPacket, MqttClient } from 'mqtt';
import type { FindCredentials } from './credentials';
import { ANSWER_LIMIT_MS, type Dial } from './dial';
import type { Connection } from './keep-open';

/** A line on which nothing comes is asked for a sign of life so often; the broker gives a silent display up after 1.5 times this. */
const KEEPALIVE_S = 15;
/** The topic and the head of a packet come on top of the payload. */
const PACKET_HEAD = 1_024;
/** What may have come in since the last whole packet: one that is still on its way, and a part of the line's buffer. */
const LINE_BUFFER = 262_144;

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
  149: 'データが大きすぎます',
};
const UNKNOWN_VERSION = [1, 132];
const NAME_TAKEN = 142;

/** What a line to a broker needs. */
export interface BrokerNeeds {
  readonly dial: Dial;
  readonly credentials: FindCredentials;
  /** This display's own name at brokers: see client-id.ts. */
  readonly clientId: string;
  readonly keepaliveS?: number;
}

/** How a line to a broker is used. */
export interface BrokerUse {
  /** What staff call the broker, in messages. */
  readonly called: string;
  /** More bytes than this are no payload of ours: the line is dropped. */
  readonly largestPayload: number;
  /** What the broker says for us once we are gone without a word. */
  readonly will?: NonNullable<IClientOptions['will']>;
}

/** Makes one connection. `accepted`: the broker has let us in. Returns the way to drop it without a word. */
export type ConnectBroker = (connection: Connection, accepted: (client: MqttClient) => void) => () => void;

/** The path of an `mqtts://host/path` address: a topic, or what topics begin with. */
export function topicOf(address: string): string {
  const path = address.replace(/^[^:]+:\/\/[^/]*\/?/, '').replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The way to the broker of an address, one MQTT connection at a time; it never reconnects by itself: keepOpen does, with its own pauses.
 * What one connection learns the next one knows: a broker that does not speak MQTT 5 is spoken to in 3.1.1. A broker lets one connection
 * have a name, and two that share it (machines copied from one disk) would throw each other out for ever. Few brokers say so: whoever was let
 * in and then dropped without a reason, or for this one, goes on under a longer name of its own.
 */
export function brokerLine(
  address: string,
  { dial, credentials, clientId, keepaliveS = KEEPALIVE_S }: BrokerNeeds,
  use: BrokerUse,
): ConnectBroker {
  const { hostname, port, protocol } = new URL(address);
  const secure = protocol === 'mqtts:';
  const server = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 8883 : 1883),
    secure,
    called: use.called,
  };
  const longerId = `${clientId}-${randomBytes(4).toString('hex')}`;
  let version: 4 | 5 = 5;
  let mayBeTaken = false;

  const clientOn = (line: Socket) =>
    new MqttClient(() => line, {
      ...login(address, clientId, credentials),
      clientId: mayBeTaken ? longerId : clientId,
      clean: true,
      protocolVersion: version,
      keepalive: keepaliveS,
      connectTimeout: ANSWER_LIMIT_MS,
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
      ...(use.will === undefined ? {} : { will: use.will }),
      ...(version === 5 ? { properties: { maximumPacketSize: use.largestPayload + PACKET_HEAD } } : {}),
    });
  /** From the reason of an end, for the next line; returns it for staff. */
  const learn = (code: number | undefined, wasIn: boolean) => {
    if (code !== undefined && UNKNOWN_VERSION.includes(code)) version = 4;
    if (code === NAME_TAKEN || (code === undefined && wasIn)) mayBeTaken = true;
    const reason = code === undefined ? undefined : REASONS[code];
    return reason === undefined ? `${use.called}との接続が切れました` : `${use.called}: ${reason}`;
  };

  return (connection, accepted) => {
    const control = new AbortController();
    let client: MqttClient | null = null;
    const open = async () => {
      const line = await dial(server, control.signal);
      const opened = clientOn(line);
      client = opened;
      watchSize(opened, line, use.largestPayload, () => connection.ended(`${use.called}: データが大きすぎます`));
      let isIn = false;
      opened.on('connect', () => {
        isIn = true;
        accepted(opened);
      });
      const over = (code?: number) => connection.ended(learn(code, isIn));
      opened.on('disconnect', ({ reasonCode }: IDisconnectPacket) => over(reasonCode));
      opened.on('close', () => over());
      opened.on('error', (error: Error | ErrorWithReasonCode) =>
        over('code' in error && typeof error.code === 'number' ? error.code : undefined),
      );
    };
    open().catch((error: Error) => connection.ended(error.message));
    return () => {
      control.abort();
      client?.removeAllListeners().on('error', () => {});
      client?.end(true);
    };
  };
}

function login(address: string, clientId: string, credentials: FindCredentials): Pick<IClientOptions, 'username' | 'password'> {
  const found = credentials(address);
  if (found === null) return {};
  return 'token' in found ? { username: clientId, password: found.token } : { username: found.user, password: found.password };
}

/** Nothing in MQTT 3.1.1, and no faithless broker, stops a packet of 256 MB: what has come in is counted here. */
function watchSize(client: MqttClient, line: Socket, largestPayload: number, tooLarge: () => void): void {
  let unfinished = 0;
  client.on('packetreceive', () => {
    unfinished = 0;
  });
  line.on('data', (part: Buffer) => {
    unfinished += part.byteLength;
    if (unfinished > largestPayload + PACKET_HEAD + LINE_BUFFER) tooLarge();
  });
}
