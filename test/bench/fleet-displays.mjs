// @ts-check
// Many displays in one process, as fleet.mjs asks for them: the two lines of each to the broker, and nothing of the picture.
// The lines speak through the library's own packets but not through its client: it is the broker that is measured, and one machine that plays
// thousands must not spend its time on their side.
import { connect } from 'node:net';
import { generate, parser } from 'mqtt-packet';

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
 * Opens one line and resolves once the broker has let it in. `heard` gets what is published to it.
 * @param {number} port
 * @param {string} clientId
 * @param {(payload: Buffer) => void} heard
 * @param {import('mqtt-packet').IConnectPacket['will']} [will]
 * @returns {Promise<(packet: import('mqtt-packet').Packet) => void>} sends a packet
 */
function line(port, clientId, heard, will) {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  const version = /** @type {const} */ (5);
  const send = (/** @type {import('mqtt-packet').Packet} */ packet) => {
    socket.write(generate(packet, { protocolVersion: version }));
  };
  const packets = parser({ protocolVersion: version });
  socket.on('data', (part) => packets.parse(part));
  socket.on('error', () => {});
  socket.on('close', () => process.send?.({ kind: 'failed', why: `${clientId} was dropped` }));
  const login = { clientId, clean: true, keepalive: KEEPALIVE_S, ...(will === undefined ? {} : { will }) };
  send({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: version, ...login });
  return new Promise((resolve) => {
    packets.on('packet', (packet) => {
      if (packet.cmd === 'connack') {
        setInterval(() => send({ cmd: 'pingreq' }), KEEPALIVE_S * 1_000);
        resolve(send);
      }
      if (packet.cmd !== 'publish') return;
      heard(/** @type {Buffer} */ (packet.payload));
      send({ cmd: 'puback', ...(packet.messageId === undefined ? {} : { messageId: packet.messageId }) });
    });
  });
}

/**
 * @param {number} port
 * @param {string} name
 */
async function openFeed(port, name) {
  const send = await line(port, name, (payload) => {
    latencies.push(steadyMs() - JSON.parse(payload.toString()).sentAt);
    if (latencies.length < displays) return;
    process.send?.({ kind: 'round', latencies });
    latencies = [];
  });
  send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'region/desk-1/tickets', qos: 1 }] });
}

/**
 * @param {number} port
 * @param {string} name
 */
async function openStatus(port, name) {
  const topic = `region/${name}/status`;
  const retained = { topic, qos: /** @type {const} */ (1), retain: true };
  const will = { ...retained, payload: Buffer.from(JSON.stringify({ online: false, why: 'lost', name })) };
  const send = await line(port, `${name}-status`, () => {}, will);
  let messageId = 1;
  const tell = () => {
    messageId = (messageId % 65_535) + 1;
    const payload = JSON.stringify({ ...status(name), sentAt: steadyMs() });
    send({ cmd: 'publish', ...retained, dup: false, messageId, payload });
  };
  send({ cmd: 'subscribe', messageId, subscriptions: [{ topic, qos: 1 }] });
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
