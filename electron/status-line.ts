import type { IPublishPacket, MqttClient } from 'mqtt';
import * as v from 'valibot';
import { type DisplayIdentity, type DisplayStatus, offlineStatus, statusTopic } from '../renderer/domain/display-status';
import type { Problem } from '../renderer/domain/result';
import { tellIn } from '../renderer/domain/status-pace';
import { type BrokerNeeds, brokerLine, topicOf } from './network/broker';
import { type Connection, keepOpen } from './network/keep-open';
import { within } from './within';

const BROKER = '状態の送り先（MQTT）';
/** A status has a few kB. */
const LARGEST_STATUS = 65_536;
/** So long a display that leaves waits for the broker to hear of it. */
const LEAVE_LIMIT_MS = 1_000;
/** A display that uses our name tells of itself each minute: one not heard of for longer is gone, or has another name by now. */
const NAMESAKE_MS = 180_000;
const RETAINED = { qos: 1, retain: true } as const;

const sighting = v.object({ online: v.boolean(), instance: v.string() });

/** What telling needs of the display. */
export interface StatusLineNeeds extends BrokerNeeds {
  readonly identity: DisplayIdentity;
  readonly status: () => DisplayStatus;
  /** What is wrong with the telling itself, for staff; called whenever that changes. */
  readonly problems: (problems: readonly Problem[]) => void;
  readonly random?: () => number;
}

/** Tells one broker how the display is. */
interface StatusLine {
  /** Something may have changed. */
  look(): void;
  leave(): Promise<void>;
}

/** Tells the broker that the settings name, while they name one. */
export function statusSwitch(needs: StatusLineNeeds) {
  let address: string | null = null;
  let line: StatusLine | null = null;
  let parting = Promise.resolve();
  const use = (next: string | null) => {
    if (next === address) return;
    address = next;
    const last = line;
    line = null;
    if (last !== null) {
      needs.problems([]);
      parting = last.leave();
    }
    // One after the other: under the same name at the same broker the new line would cut the old one's goodbye short.
    void parting.then(() => {
      if (next !== null && next === address) line ??= openStatusLine(next, needs);
    });
  };
  return {
    use,
    look(): void {
      line?.look();
    },
    /** Says goodbye. Resolves within a second, whether the broker has heard it or not. */
    leave(): Promise<void> {
      use(null);
      return parting;
    },
  };
}

/**
 * Keeps what stands under `prefix/<name>/status` true, retained: the newest status while there is a line, the broker's own "lost" when there
 * is none. Nothing is queued: what could not be said is out of date when it can. The display listens to its own topic, too: the broker may
 * bury an old line after a new one was made, somebody may clear the topic, and then the status is told anew; and another display may use the
 * same name, which both go on under and both complain of.
 */
function openStatusLine(address: string, needs: StatusLineNeeds): StatusLine {
  const { identity, random = Math.random } = needs;
  const topic = statusTopic(topicOf(address), identity.name);
  const connect = brokerLine(
    address,
    { ...needs, clientId: `${needs.clientId}-status` },
    {
      called: BROKER,
      largestPayload: LARGEST_STATUS,
      will: { topic, payload: Buffer.from(JSON.stringify(offlineStatus(identity, 'lost'))), ...RETAINED },
    },
  );
  let line: { readonly client: MqttClient; readonly connection: Connection } | null = null;
  let told: DisplayStatus | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let isTelling = false;
  let timer: NodeJS.Timeout | undefined;
  let namesakeAt = Number.NEGATIVE_INFINITY;
  let fault: string | null = null;
  let complaints = '';
  let hasLeft = false;

  const complain = () => {
    const isNamed = performance.now() - namesakeAt < NAMESAKE_MS;
    const messages = [
      ...(fault === null ? [] : [`状態を送れません。${fault}`]),
      ...(isNamed
        ? [`「${identity.name}」という名前の表示がほかにもあります。起動オプション --name で名前を分けてください`]
        : []),
    ];
    if (hasLeft || messages.join('\n') === complaints) return;
    complaints = messages.join('\n');
    needs.problems(
      messages.map((message) => ({ file: 'signage.yaml', line: null, level: 'warning', message: `status: ${message}` })),
    );
  };
  const look = () => {
    if (line === null || isTelling) return;
    complain();
    clearTimeout(timer);
    const status = needs.status();
    const wait = tellIn(told, status, performance.now() - toldAt);
    if (wait > 0) timer = setTimeout(look, wait);
    else tell(line, status);
  };
  const tell = (through: NonNullable<typeof line>, status: DisplayStatus) => {
    isTelling = true;
    told = status;
    toldAt = performance.now();
    through.client.publish(topic, JSON.stringify(status), RETAINED, (error) => {
      if (line !== through) return;
      isTelling = false;
      if (error) through.connection.ended(`${BROKER}: ここへ書き込む許可がありません`);
      else look();
    });
  };
  const seen = (bytes: Uint8Array, isLive: boolean): boolean => {
    const other = readSighting(bytes);
    const isOurs = other?.instance === identity.instance && other.online;
    if (isOurs) return true;
    // A retained one may be of our own life before; a namesake that speaks now is there.
    if (other?.online && isLive) namesakeAt = performance.now();
    // Answering a namesake would begin a quarrel; whatever else stands there is not how we are.
    if (!other?.online) told = null;
    look();
    return false;
  };

  const close = keepOpen(
    (connection) =>
      connect(connection, (client) => {
        fault = null;
        line = { client, connection };
        told = null;
        toldAt = Number.NEGATIVE_INFINITY;
        client.on('message', (name: string, payload: Buffer, { retain }: IPublishPacket) => {
          if (name === topic) connection.payload(payload, retain ? null : 'pushed');
        });
        look();
        // After the first word, which has taken the place of whatever stood there, however large. Refused, we only see less.
        client.subscribe(topic, { qos: 1 }, () => {});
      }),
    {
      payload: (bytes, age) => seen(bytes, age !== null),
      holds: () => true,
      lost(message) {
        line = null;
        isTelling = false;
        clearTimeout(timer);
        fault = message;
        complain();
      },
    },
    random,
  );
  return {
    look,
    async leave() {
      const last = line;
      hasLeft = true;
      line = null;
      clearTimeout(timer);
      if (last !== null) await farewell(last.client, topic, JSON.stringify(offlineStatus(identity, 'left')));
      close();
    },
  };
}

/** The broker, asked to let us go in order, forgets what it would have said in our place. */
async function farewell(client: MqttClient, topic: string, payload: string): Promise<void> {
  const said = client
    .publishAsync(topic, payload, RETAINED)
    .then(() => client.endAsync())
    .catch(() => {});
  await within(LEAVE_LIMIT_MS, said, undefined);
}

function readSighting(bytes: Uint8Array): v.InferOutput<typeof sighting> | null {
  try {
    const read = v.safeParse(sighting, JSON.parse(Buffer.from(bytes).toString()));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
