// @ts-check
// Many displays in one process, as fleet.mjs asks for them: the two lines of each to the broker, and nothing of the picture.
import { connect } from 'mqtt';

/** As electron/network/broker.ts has it. */
const KEEPALIVE_S = 15;
/** As renderer/domain/status-pace.ts has it for slides that change, which is more often than for those that do not. */
const STATUS_EVERY_MS = 30_000;
/** Lines that are being opened at one time. */
const AT_ONCE = 40;

/** @type {number[]} */
let latencies = [];
let displays = 0;

process.on('message', (/** @type {{ port: number, from: number, count: number }} */ { port, from, count }) => {
  displays = count;
  let next = from;
  const openSome = async () => {
    while (next < from + count) {
      const name = `lobby-${next}`;
      next += 1;
      await Promise.all([openFeed(port, name), openStatus(port, name)]);
    }
  };
  Promise.all(Array.from({ length: AT_ONCE }, openSome)).then(
    () => process.send?.({ kind: 'connected' }),
    (error) => process.send?.({ kind: 'failed', why: String(error) }),
  );
});

/**
 * @param {number} port
 * @param {string} clientId
 * @param {import('mqtt').IClientOptions} more
 * @returns {Promise<import('mqtt').MqttClient>}
 */
function line(port, clientId, more = {}) {
  return new Promise((resolve, reject) => {
    const client = connect({
      ...{ host: '127.0.0.1', port, clientId, protocolVersion: 5, clean: true, keepalive: KEEPALIVE_S, reconnectPeriod: 0 },
      ...more,
    });
    client.once('connect', () => resolve(client));
    client.on('error', reject);
    client.on('close', () => process.send?.({ kind: 'failed', why: `${clientId} was dropped` }));
  });
}

/**
 * @param {number} port
 * @param {string} name
 */
async function openFeed(port, name) {
  const client = await line(port, name);
  client.on('message', (_, payload) => {
    latencies.push(steadyMs() - JSON.parse(payload.toString()).sentAt);
    if (latencies.length < displays) return;
    process.send?.({ kind: 'round', latencies });
    latencies = [];
  });
  await client.subscribeAsync('region/desk-1/tickets', { qos: 1 });
}

/**
 * @param {number} port
 * @param {string} name
 */
async function openStatus(port, name) {
  const topic = `region/${name}/status`;
  const will = {
    topic,
    payload: Buffer.from(JSON.stringify({ online: false, why: 'lost', name })),
    qos: /** @type {const} */ (1),
    retain: true,
  };
  const client = await line(port, `${name}-status`, { will });
  const tell = () =>
    void client.publish(topic, JSON.stringify({ ...status(name), sentAt: steadyMs() }), { qos: 1, retain: true });
  await client.subscribeAsync(topic, { qos: 1 });
  // Displays are not started in one second: their messages are spread.
  setTimeout(() => {
    tell();
    setInterval(tell, STATUS_EVERY_MS);
  }, Math.random() * STATUS_EVERY_MS);
}

/**
 * As much as a healthy display tells.
 * @param {string} name
 */
function status(name) {
  const at = new Date().toISOString();
  return {
    ...{ online: true, name, instance: '3f2a9c04', at, version: '0.1.0', startedAt: at, rehearsal: false },
    painted: { slide: '30-what-to-bring', at },
    content: { revision: 'a1b2c3d4e5f6', present: true },
    feed: { age: 'fresh', ageSeconds: 3, trouble: null },
    ...{ pageDeaths: 0, memoryMb: 312, problemCount: 1 },
    problems: ['slides/20-hours.md 4行目: seconds は 3〜600 の数字です（"十五" とあります）'],
  };
}

/** A clock that all processes of the machine share. */
function steadyMs() {
  return Number(process.hrtime.bigint()) / 1e6;
}
