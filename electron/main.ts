import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import { version } from '../package.json';
import { displayNow, paceOf } from '../renderer/domain/clock';
import { emptyFolder, lostFolder, readFolder } from '../renderer/domain/content/folder';
import { nameOfMachine } from '../renderer/domain/display-name';
import type { Painted } from '../renderer/domain/display-status';
import { EXIT } from '../renderer/domain/recovery';
import { type Problem, problemText } from '../renderer/domain/result';
import type { Rehearsal } from '../renderer/domain/snapshot';
import { parseInstant } from '../renderer/domain/time';
import { writeAtomically } from './atomic-file';
import { installBridge } from './bridge';
import { capture } from './capture';
import { type CaptureCommand, type DisplayOptions, HELP, parseCommandLine } from './command-line';
import { decode } from './content/decode';
import { scanProcesses } from './content/scan-processes';
import { type FolderReading, watchFolder } from './content/watch-folder';
import { chooseTransport } from './feed/choose-transport';
import { feedSwitch } from './feed/feed-switch';
import { openIntake } from './feed/intake';
import { openKioskWindow } from './kiosk-window';
import { installLockdown, lockSession } from './lockdown';
import { openLog } from './log';
import { clientIdOf } from './network/client-id';
import { credentialsIn } from './network/credentials';
import { dialer } from './network/dial';
import { openMedia } from './open-media';
import { keepPageAlive } from './recovery';
import { PAGE_ORIGIN, registerSchemes, serveSchemes } from './schemes';
import { isOnlyInstance } from './single-instance';
import { SnapshotStore } from './snapshot-store';
import { staffFile } from './staff-file';
import { keepStatus } from './status';
import { statusSwitch } from './status-line';

/** The sample shows its desk on the last day but one, in the afternoon. */
const SAMPLE_NOW = parseInstant('2023-09-28T15:20+09:00');
/** Problems of one reading that go to the log: a folder of nonsense must not fill it. */
const MOST_LOGGED = 50;

// Electron leaves its executable, the application's folder and its own switches in the arguments.
const given = process.argv.slice(1);
const args = app.isPackaged ? given : given.filter((arg) => arg !== '.' && arg !== app.getAppPath());
const command = parseCommandLine(args, app.isPackaged);
if (command.kind === 'display') {
  show(command.options);
} else if (command.kind === 'capture') {
  takePictures(command);
} else {
  if (command.kind === 'wrong') process.stderr.write(`fureai-signage: ${command.message}\n`);
  else process.stdout.write(command.kind === 'version' ? `${version}\n` : HELP);
  app.exit(command.kind === 'help' || command.kind === 'version' ? 0 : EXIT.usage);
}

/** Takes pictures beside a display that may be running: with user data of its own, gone afterwards, and behind the same locks. */
function takePictures(wanted: CaptureCommand): void {
  const userData = mkdtempSync(join(tmpdir(), 'fureai-signage-capture-'));
  app.setPath('userData', userData);
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const end = (status: number) => {
    rmSync(userData, { recursive: true, force: true });
    app.exit(status);
  };
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('force-device-scale-factor', '1');
  registerSchemes();
  installLockdown(PAGE_ORIGIN, tell);
  // Between the darkroom and the window of the pictures there is none: that is not the end.
  app.on('window-all-closed', () => {});
  const take = async () => {
    await app.whenReady();
    const page = session.fromPartition('signage');
    lockSession(page, tell);
    return capture(wanted, page, tell);
  };
  take().then(end, (error: Error) => {
    tell(`fureai-signage: ${error.message}`);
    end(EXIT.software);
  });
}

/** Shows the display: what must stand before the application is ready, then the rest. */
function show(options: DisplayOptions): void {
  const userData = app.getPath('userData');
  const log = openLog(join(userData, 'logs', 'signage.log'), Date.now);
  const stop = (code: number, why: string) => {
    log(`leaving with ${code}: ${why}`);
    app.exit(code);
  };
  process.on('uncaughtException', (error) => stop(EXIT.software, error.stack ?? error.message));
  process.on('unhandledRejection', (reason) => stop(EXIT.software, String(reason)));
  if (!isOnlyInstance()) {
    process.stderr.write('fureai-signage: a display is already running here\n');
    app.exit(EXIT.secondInstance);
    return;
  }
  Menu.setApplicationMenu(null);
  // Run by root in a test there is no sandbox to be had, and half of one crashes the helpers.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('disable-features', 'HardwareMediaKeyHandling,MediaSessionService,CalculateNativeWinOcclusion');
  registerSchemes();
  installLockdown(PAGE_ORIGIN, log);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => run(options, userData, log, stop));
}

function run(
  options: DisplayOptions,
  userData: string,
  log: ReturnType<typeof openLog>,
  stop: (code: number, why: string) => void,
): void {
  const startedAt = Date.now();
  const folder = options.content ?? join(app.getAppPath(), 'assets', 'sample');
  const rehearsal = rehearsalOf(options, startedAt);
  const staff = staffFile(rehearsal === null ? join(userData, 'staff.json') : null, writeAtomically, log);
  const store = new SnapshotStore({
    revision: 0,
    content: emptyFolder.content,
    folderPresent: false,
    problems: [],
    feed: null,
    staff: staff.current(),
    rehearsal,
    version,
  });

  const built = join(app.getAppPath(), 'out');
  const page = session.fromPartition('signage');
  lockSession(page, log);
  const { window, allowClose, points } = openKioskWindow({
    preload: join(built, 'preload', 'preload.js'),
    windowed: options.windowed,
    display: options.display,
    packaged: app.isPackaged,
  });
  const media = openMedia(
    userData,
    built,
    { box: points, changed: () => read(), shown: () => folderState.content.slides.flatMap((slide) => slide.media ?? []) },
    log,
  );
  serveSchemes(page, join(built, 'renderer'), media.cache);

  let painted: Painted | null = null;
  const leave = () => {
    staff.flush();
    allowClose();
    app.quit();
  };
  const push = installBridge(
    window,
    PAGE_ORIGIN,
    {
      current: () => ({ ...store.current(), staff: staff.current() }),
      remember: (state) => staff.remember(state),
      painted: (report) => {
        const first = painted === null || (painted.slideId === null && report.slideId !== null);
        for (const trouble of report.troubles) if (!painted?.troubles.includes(trouble)) log(trouble);
        painted = { slideId: report.slideId, at: Date.now(), troubles: report.troubles };
        life.alive();
        // Whoever looks after the display learns of the first picture, and of the first slide, at once.
        if (first) status.write();
        dashboard.look();
      },
      leave,
    },
    log,
  );
  store.onChange(push);
  const life = keepPageAlive(window, `${PAGE_ORIGIN}/index.html`, stop, log);

  const online = session.fromPartition('feeds');
  const line = {
    dial: dialer((address) => online.resolveProxy(address), join(userData, 'feed-ca.pem')),
    credentials: credentialsIn(process.env.FUREAI_FEED_CREDENTIALS ?? join(userData, 'feed-credentials.json'), log),
    clientId: clientIdOf(userData),
  };
  const feed = feedSwitch(
    chooseTransport({ ...line, folder, fetch: (address, init) => online.fetch(address, init) }),
    (tickets, zone) =>
      openIntake(tickets, zone, {
        decode: (bytes) => decode(bytes, true),
        now: () => displayNow(rehearsal, Date.now()),
        pace: paceOf(rehearsal),
        publish: (state) => store.update({ feed: state }),
        log,
      }),
  );

  let folderState = emptyFolder;
  const identity = {
    name: options.name ?? nameOfMachine(hostname()),
    instance: randomBytes(4).toString('hex'),
    version,
    startedAt,
  };
  const status = keepStatus({
    facts: () => ({ identity, snapshot: store.current(), painted, pageDeaths: life.deaths() }),
    memoryMb: () => Math.round(app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024),
    write: (text) => writeAtomically(join(userData, 'status.json'), text),
    log,
  });
  let dashboardProblems: readonly Problem[] = [];
  const dashboard = statusSwitch({
    ...line,
    identity,
    status: status.now,
    problems(problems) {
      for (const problem of problems) log(problemText(problem));
      dashboardProblems = problems;
      store.update({ problems: [...folderState.problems, ...problems] });
    },
  });
  store.onChange(dashboard.look);

  let reading: FolderReading | null = null;
  const read = () => {
    if (reading === null) return;
    const known = new Set(folderState.problems.map(problemText));
    folderState =
      reading.lost === null ? readFolder(folderState, media.desk.files(reading.files)) : lostFolder(folderState, reading.lost);
    const { content, problems } = folderState;
    const news = problems.map(problemText).filter((line) => !known.has(line));
    for (const line of news.slice(0, MOST_LOGGED)) log(line);
    if (news.length > MOST_LOGGED) log(`and ${news.length - MOST_LOGGED} problems more`);
    store.update({ content, problems: [...problems, ...dashboardProblems], folderPresent: reading.lost === null });
    window.webContents.setAudioMuted((content.signage?.tickets?.sound ?? 'off') === 'off');
    if (content.signage?.tickets === null) store.update({ feed: null });
    feed.use(content.signage);
    dashboard.use(content.signage?.status ?? null);
  };
  // Another screen wants documents drawn in another size.
  window.on('resize', () => media.desk.resized());
  const stopWatching = watchFolder(scanProcesses(join(built, 'main', 'scan.js'), folder, media.cache.folder, log), (now) => {
    reading = now;
    read();
  });

  app.on('before-quit', allowClose);
  app.on('will-quit', (event) => {
    stopWatching();
    media.close();
    feed.close();
    status.close();
    staff.flush();
    // Quitting waits for nobody; the broker must hear that we leave.
    event.preventDefault();
    void dashboard.leave().then(() => app.exit(0));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
}

/** Without a folder the sample is rehearsed at its own date; with one, the clock is real unless told otherwise. */
function rehearsalOf({ content, now, speed }: DisplayOptions, realStart: number): Rehearsal | null {
  const start = now ?? (content === null ? SAMPLE_NOW : null);
  if (start === null && speed === null) return null;
  return { start: start ?? realStart, realStart, speed: speed ?? 1 };
}
