import { appendFileSync } from 'node:fs';
import { connectAsync, type MqttClient } from 'mqtt';
import type { DisplayStatus, OfflineStatus } from '../../renderer/domain/display-status';
import { type Mosquitto, startMosquitto } from '../fixtures/mosquitto';
import { expect, pressKey, shownSlide, test } from './signage-app';

let broker: Mosquitto;
let watching: MqttClient;
let last: DisplayStatus | OfflineStatus | null;

test.beforeEach(async () => {
  broker = await startMosquitto();
  watching = await connectAsync(`mqtt://127.0.0.1:${broker.port}`);
  last = null;
  watching.on('message', (_, payload) => {
    last = JSON.parse(payload.toString());
  });
  await watching.subscribeAsync('city/+/status', { qos: 1 });
});

test.afterEach(async () => {
  await watching.endAsync(true);
  await broker.remove();
});

test('a display tells the dashboard what is on the glass, that it was lost, that it is back, and that staff left it', async ({
  start,
  folder,
}) => {
  appendFileSync(`${folder}/signage.yaml`, `\nstatus: mqtt://127.0.0.1:${broker.port}/city\n`);
  const args = ['--content', folder, '--now', '2023-09-28T15:24+09:00', '--name', 'lobby-1'];
  const told = () => expect.poll(() => last, { timeout: 8_000, intervals: [50] });

  const first = await start({ args });
  await told().toMatchObject({
    online: true,
    name: 'lobby-1',
    rehearsal: true,
    painted: { slide: await shownSlide(first.page) },
  });
  expect(last).toMatchObject({ content: { present: true }, feed: { trouble: null }, pageDeaths: 0, problemCount: 0 });

  first.app.process().kill('SIGKILL');
  await told().toMatchObject({ online: false, why: 'lost', name: 'lobby-1' });

  const second = await start({ args });
  await told().toMatchObject({ online: true });
  pressKey('ctrl+shift+q');
  pressKey('Return');
  await told().toMatchObject({ online: false, why: 'left' });
  expect(second.said()).not.toContain('status:');
});
