import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import type { Credentials } from '../../electron/network/credentials';
import { dialer } from '../../electron/network/dial';
import { statusSwitch } from '../../electron/status-line';
import { type DisplayStatus, displayStatus, type OfflineStatus } from '../../renderer/domain/display-status';
import { problemText } from '../../renderer/domain/result';
import { cutLineTo } from '../fixtures/cut-line';
import { contentOf, snapshotOf, THREE_SLIDES } from '../fixtures/folder';
import { type Mosquitto, type MosquittoOptions, startMosquitto } from '../fixtures/mosquitto';
import { freePort } from '../fixtures/ports';

type Told = (DisplayStatus | OfflineStatus) & { readonly retained: boolean };

const CONTENT = contentOf(THREE_SLIDES);
const TOPIC = 'city/lobby-1/status';
const closing: (() => unknown)[] = [];
const later = (close: () => unknown) => void closing.unshift(close);

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function broker(options?: MosquittoOptions): Promise<Mosquitto> {
  const started = await startMosquitto(options);
  later(() => started.remove());
  return started;
}

/** A dashboard: everything that is told below the prefix, in order. */
async function dashboard(port: number, login = {}) {
  const client: MqttClient = await connectAsync(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 50, ...login });
  later(() => client.endAsync(true));
  const told: Told[] = [];
  client.on('message', (_, payload, { retain }) => {
    if (payload.length > 0 && payload.length < 65_536 && payload[0] === 0x7b)
      told.push({ ...JSON.parse(payload.toString()), retained: retain });
  });
  await client.subscribeAsync('city/+/status', { qos: 1 });
  return { client, told, last: () => told.at(-1) };
}

interface DisplayOptions {
  readonly instance?: string;
  readonly clientId?: string;
  readonly caFile?: string;
  readonly credentials?: () => Credentials;
  readonly keepaliveS?: number;
  /** The pauses between tries are as long as this part of their bound. */
  readonly random?: number;
}

/** A display's telling, as main.ts puts it together. */
function display(address: string, options: DisplayOptions = {}) {
  const {
    instance = 'aaaa',
    clientId = `test-${instance}`,
    caFile = '',
    credentials = () => null,
    keepaliveS = 15,
    random = 0.1,
  } = options;
  const identity = { name: 'lobby-1', instance, version: '1.2.3', startedAt: 0 };
  const state = { slide: '10-a', deaths: 0 };
  const problems: string[] = [];
  const everSaid: string[] = [];
  const telling = statusSwitch({
    dial: dialer(async () => 'DIRECT', caFile),
    credentials,
    clientId,
    keepaliveS,
    identity,
    status: () =>
      displayStatus(
        {
          identity,
          snapshot: snapshotOf(CONTENT),
          contentRevision: 'c1',
          painted: { slideId: state.slide, at: Date.now(), troubles: [] },
          pageDeaths: state.deaths,
          memoryMb: 300,
        },
        Date.now(),
      ),
    problems(now) {
      problems.splice(0, problems.length, ...now.map(problemText));
      everSaid.push(...problems);
    },
    random: () => random,
  });
  telling.use(address);
  later(() => telling.leave());
  /** Something of it changes that must be known at once. */
  const change = (deaths: number) => {
    state.deaths = deaths;
    telling.look();
  };
  return { telling, change, problems, everSaid };
}

const soon = { timeout: 8_000, interval: 20 };
const online = (told: Told | undefined) => (told?.online ? told : null);

describe('a display that tells how it is', () => {
  it('is online with what is on the glass, retained, told of changes at once, and leaves in order', async () => {
    const { port } = await broker();
    const early = await dashboard(port);
    const shown = display(`mqtt://127.0.0.1:${port}/city`);
    await expect
      .poll(early.last, soon)
      .toMatchObject({ online: true, name: 'lobby-1', painted: { slide: '10-a' }, retained: false });
    shown.change(1);
    await expect.poll(early.last, soon).toMatchObject({ pageDeaths: 1 });
    const late = await dashboard(port);
    await expect.poll(late.last, soon).toMatchObject({ online: true, pageDeaths: 1, retained: true });
    await shown.telling.leave();
    await expect.poll(early.last, soon).toMatchObject({ online: false, why: 'left', instance: 'aaaa' });
    expect(shown.everSaid).toEqual([]);
  });

  it('is lost, says the broker, when its line breaks; back, it tells the newest alone', async () => {
    const { port } = await broker();
    const watching = await dashboard(port);
    const line = await cutLineTo(port);
    later(line.close);
    const shown = display(`mqtt://127.0.0.1:${line.port}/city`, { random: 0.5 });
    await expect.poll(watching.last, soon).toMatchObject({ online: true });
    line.cut();
    await expect.poll(() => shown.problems, soon).toHaveLength(1);
    for (const deaths of [1, 2, 3]) shown.change(deaths);
    await expect.poll(watching.last, soon).toMatchObject({ online: true, pageDeaths: 3 });
    expect(watching.told.map((told) => online(told)?.pageDeaths ?? 'lost')).toEqual([0, 'lost', 3]);
    expect(shown.problems).toEqual([]);
  });

  it('is back after the broker was restarted', async () => {
    const started = await broker();
    const watching = await dashboard(started.port);
    const shown = display(`mqtt://127.0.0.1:${started.port}/city`);
    await expect.poll(watching.last, soon).toMatchObject({ online: true });
    await started.stop();
    await expect.poll(() => shown.problems[0], soon).toContain('状態を送れません');
    shown.change(1);
    await started.restart();
    await expect.poll(() => online(watching.last())?.pageDeaths, soon).toBe(1);
    expect(shown.problems).toEqual([]);
  });

  it('notices a line that is open at one end only', async () => {
    const started = await broker();
    const watching = await dashboard(started.port);
    const shown = display(`mqtt://127.0.0.1:${started.port}/city`, { keepaliveS: 1 });
    await expect.poll(watching.last, soon).toMatchObject({ online: true });
    process.kill(started.pid, 'SIGSTOP');
    await expect.poll(() => shown.problems[0], soon).toContain('状態を送れません');
    shown.change(1);
    process.kill(started.pid, 'SIGCONT');
    await expect.poll(() => online(watching.last())?.pageDeaths, { ...soon, timeout: 12_000 }).toBe(1);
  }, 25_000);

  it('tries a broker that is not there, or lets it not in, less and less often, and says why', async () => {
    const nobody = display(`mqtt://127.0.0.1:${await freePort()}/city`);
    await expect
      .poll(() => nobody.problems, soon)
      .toEqual(['signage.yaml: status: 状態を送れません。状態の送り先（MQTT）が動いていないか、つながせてくれません']);

    const { port } = await broker({ login: { user: 'lobby', password: 'right' } });
    const watching = await dashboard(port, { username: 'lobby', password: 'right' });
    const line = await cutLineTo(port);
    later(line.close);
    let password = 's3cret';
    const shown = display(`mqtt://127.0.0.1:${line.port}/city`, { credentials: () => ({ user: 'lobby', password }), random: 1 });
    await expect.poll(() => shown.problems[0], soon).toContain('許可がありません');
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    // At once, after 1 s, after 2 s more: the next would be 4 s later.
    expect(line.made()).toBe(3);
    password = 'right';
    await expect.poll(watching.last, soon).toMatchObject({ online: true });
    expect(shown.problems).toEqual([]);
    expect(shown.everSaid.join()).not.toMatch(/s3cret|right|lobby/);
  }, 20_000);

  it('says that it may not write there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'signage-acl-'));
    later(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'acl'), 'topic read #\n', { mode: 0o600 });
    const { port } = await broker({ config: [`acl_file ${join(folder, 'acl')}`] });
    const shown = display(`mqtt://127.0.0.1:${port}/city`);
    await expect.poll(() => shown.problems[0], soon).toContain('ここへ書き込む許可がありません');
  });

  it('trusts the certificate authority it was given, and no other', async () => {
    const started = await broker({ tls: true });
    const other = await broker({ tls: true });
    const stranger = display(`mqtts://localhost:${started.port}/city`, { caFile: other.caFile });
    await expect.poll(() => stranger.problems[0], soon).toContain('証明書を信頼できません');
    const wrongName = display(`mqtts://127.0.0.1:${started.port}/city`, { caFile: started.caFile });
    await expect.poll(() => wrongName.problems[0], soon).toContain('アドレスの名前のものではありません');
    const shown = display(`mqtts://localhost:${started.port}/city`, { caFile: started.caFile, instance: 'bbbb' });
    const client = await connectAsync(`mqtts://localhost:${started.port}`, { ca: readFileSync(started.caFile) });
    later(() => client.endAsync(true));
    const told: Told[] = [];
    client.on('message', (_, payload) => told.push(JSON.parse(payload.toString())));
    await client.subscribeAsync('city/+/status');
    await expect.poll(() => told.at(-1), soon).toMatchObject({ online: true, instance: 'bbbb' });
    expect(shown.everSaid).toEqual([]);
    expect(new Set(told.map(({ instance }) => instance))).toEqual(new Set(['bbbb']));
  });

  it('puts itself in the place of whatever stands under its name: too large, cleared, binary, the goodbye of an earlier life', async () => {
    const { port } = await broker();
    const watching = await dashboard(port);
    const line = await cutLineTo(port);
    later(line.close);
    await watching.client.publishAsync(TOPIC, Buffer.alloc(400_000, 0x20), { retain: true, qos: 1 });
    const shown = display(`mqtt://127.0.0.1:${line.port}/city`);
    await expect.poll(watching.last, soon).toMatchObject({ online: true });
    for (const strange of [
      '',
      Buffer.from([0, 255, 1]),
      '{"online":false,"instance":"old"}',
      '{"online":false,"instance":"aaaa"}',
    ]) {
      const before = watching.told.filter(online).length;
      await watching.client.publishAsync(TOPIC, strange, { retain: true, qos: 1 });
      await expect.poll(() => watching.told.filter(online).length, soon).toBe(before + 1);
    }
    // What is too large does not reach it, nor does it break the line.
    await watching.client.publishAsync(TOPIC, Buffer.alloc(400_000, 0x20), { retain: true, qos: 1 });
    shown.change(1);
    await expect.poll(() => online(watching.last())?.pageDeaths, soon).toBe(1);
    expect(line.made()).toBe(1);
    expect(shown.everSaid).toEqual([]);
  }, 15_000);

  it('complains of another display of its name, and neither throws the other out, not even with the same client id', async () => {
    const { port } = await broker();
    const watching = await dashboard(port);
    const line = await cutLineTo(port);
    later(line.close);
    const [one, other] = ['aaaa', 'bbbb'].map((instance) =>
      display(`mqtt://127.0.0.1:${line.port}/city`, { instance, clientId: 'copied-from-one-disk' }),
    );
    await expect
      .poll(
        () =>
          watching.told.some(({ instance }) => instance === 'aaaa') && watching.told.some(({ instance }) => instance === 'bbbb'),
        soon,
      )
      .toBe(true);
    await expect.poll(() => line.made(), soon).toBe(3);
    one?.change(1);
    other?.change(1);
    const complaint =
      'signage.yaml: status: 「lobby-1」という名前の表示がほかにもあります。起動オプション --name で名前を分けてください';
    await expect.poll(() => [one?.problems, other?.problems], soon).toEqual([[complaint], [complaint]]);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(line.made()).toBe(3);
  }, 15_000);

  it('says goodbye under the old address when the settings name another, or none', async () => {
    const { port } = await broker();
    const watching = await dashboard(port);
    const shown = display(`mqtt://127.0.0.1:${port}/city`);
    await expect.poll(watching.last, soon).toMatchObject({ online: true });
    shown.telling.use(`mqtt://127.0.0.1:${port}/elsewhere`);
    await expect.poll(watching.last, soon).toMatchObject({ online: false, why: 'left' });
    shown.telling.use(`mqtt://127.0.0.1:${port}/city`);
    await expect.poll(watching.last, soon).toMatchObject({ online: true });
    shown.telling.use(null);
    await expect.poll(watching.last, soon).toMatchObject({ online: false, why: 'left' });
    expect(shown.everSaid).toEqual([]);
  }, 15_000);
});
