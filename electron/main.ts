import { join, resolve } from 'node:path';
import { app, Menu, session } from 'electron';
import { version } from '../package.json';
import { displayNow, paceOf } from '../renderer/domain/clock';
import { emptyFolder } from '../renderer/domain/content/folder';
import { mediaIn } from '../renderer/domain/content/media-in';
import { withHiddenPin } from '../renderer/domain/pin';
import { EXIT } from '../renderer/domain/recovery';
import { problemText } from '../renderer/domain/result';
import { writeAtomically } from './atomic-file';
import { installBridge } from './bridge';
import { takePictures } from './capture/capture';
import { type DisplayOptions, parseCommandLine } from './command-line';
import { decode } from './content/decode';
import { folderContent } from './content/folder-content';
import { keptFiles } from './content/kept-files';
import { scanProcesses } from './content/scan-processes';
import { watchFolder } from './content/watch-folder';
import { watchDisk } from './disk';
import { ticketFeed } from './feed/ticket-feed';
import { firstPicture } from './first-picture';
import { HELP } from './help';
import { identityOf } from './identity';
import { openKioskWindow } from './kiosk-window';
import { installLockdown, lockSession } from './lockdown';
import { type Log, openLog } from './log';
import { memoryMb } from './memory';
import { clientIdOf } from './network/client-id';
import { credentialsIn } from './network/credentials';
import { dialer } from './network/dial';
import { openMedia } from './open-media';
import { pinLock } from './pin-lock';
import { installQuit, type Stop, stopOnFault } from './quit';
import { keepPageAlive } from './recovery';
import { rehearsalOf } from './rehearsal';
import { PAGE_ORIGIN, registerSchemes, serveSchemes } from './schemes';
import { isOnlyInstance } from './single-instance';
import { SnapshotStore } from './snapshot-store';
import { staffFile } from './staff-file';
import { keepStatus } from './status';
import { statusSwitch } from './status-line';

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

/** Shows the display: what must stand before the application is ready, then the rest. */
function show(options: DisplayOptions): void {
  const userData = app.getPath('userData');
  const log = openLog(join(userData, 'logs', 'signage.log'), Date.now);
  const stop: Stop = (code, why) => {
    log(`leaving with ${code}: ${why}`);
    app.exit(code);
  };
  stopOnFault(stop);
  if (!isOnlyInstance()) {
    process.stderr.write('fureai-signage: a display is already running here\n');
    app.exit(EXIT.secondInstance);
    return;
  }
  Menu.setApplicationMenu(null);
  app.commandLine.appendSwitch('disable-features', 'HardwareMediaKeyHandling,MediaSessionService,CalculateNativeWinOcclusion');
  registerSchemes();
  installLockdown(PAGE_ORIGIN, log);
  void app.whenReady().then(() => run(options, userData, log, stop));
}

/** Puts the display together. What is named before it stands is only called later, when something has happened. */
function run(options: DisplayOptions, userData: string, log: Log, stop: Stop): void {
  const startedAt = Date.now();
  const built = join(app.getAppPath(), 'out');
  const folder = options.content ?? join(app.getAppPath(), 'assets', 'sample');
  const rehearsal = rehearsalOf(options, startedAt);
  const identity = identityOf(options.name, version, startedAt);
  const write = watchDisk(writeAtomically, (ofDisk) => {
    for (const problem of ofDisk) log(problemText(problem));
    store.update({ ofDisk });
  });
  const staff = staffFile(rehearsal === null ? join(userData, 'staff.json') : null, write, log);
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

  // The glass.
  const page = session.fromPartition('signage');
  lockSession(page, log);
  const { window, allowClose, points } = openKioskWindow({
    preload: join(built, 'preload', 'preload.js'),
    windowed: options.windowed,
    display: options.display,
    packaged: app.isPackaged,
  });
  const shown = () => content.now().slides.flatMap(mediaIn);
  const first = firstPicture();
  const media = openMedia(
    userData,
    built,
    { box: points, begin: first.isShown, changed: () => content.again(), shown, write },
    log,
  );
  serveSchemes(page, join(built, 'renderer'), media.cache);
  // Another screen wants documents drawn in another size.
  window.on('resize', () => media.desk.resized());
  const push = installBridge(
    window,
    PAGE_ORIGIN,
    {
      current: () => ({ ...store.current(), staff: staff.current() }),
      remember: (state) => staff.remember(state),
      painted(report) {
        life.painted();
        first.painted(report);
        status.painted(report);
        dashboard.look();
      },
      working: () => life.working(),
      leave: (pin) => unlock(pin),
    },
    log,
  );
  store.onChange(push);
  const life = keepPageAlive(window, `${PAGE_ORIGIN}/index.html`, stop, log);

  // The network.
  const online = session.fromPartition('feeds');
  const line = {
    dial: dialer((address) => online.resolveProxy(address), join(userData, 'feed-ca.pem')),
    credentials: credentialsIn(process.env.FUREAI_FEED_CREDENTIALS ?? join(userData, 'feed-credentials.json'), log),
    clientId: clientIdOf(userData),
  };
  const feed = ticketFeed({
    ...line,
    read: (name, most) => scans.readBeside(name, most),
    fetch: (address, init) => online.fetch(address, init),
    decode: (bytes) => decode(bytes, true),
    now: () => displayNow(rehearsal, Date.now()),
    pace: paceOf(rehearsal),
    filesTellDay: rehearsal === null,
    publish: (state) => store.update({ feed: state }),
    log,
  });
  const status = keepStatus({
    facts: () => ({ identity, snapshot: store.current(), pageDeaths: life.deaths() }),
    memoryMb,
    write: (text) => write(join(userData, 'status.json'), text),
    log,
  });
  const dashboard = statusSwitch({
    ...line,
    identity,
    status: status.now,
    problems(ofStatus) {
      for (const problem of ofStatus) log(problemText(problem));
      store.update({ ofStatus });
    },
  });
  store.onChange(dashboard.look);

  // The folder.
  const kept = keptFiles({
    path: join(userData, 'content.json'),
    folder: resolve(folder),
    write,
    now: Date.now,
    log,
  });
  const stored = kept.before();
  const before = stored && { ...stored, files: media.desk.present(stored.files) };
  const content = folderContent({
    kept: before,
    keep: kept.keep,
    withMedia: (files) => media.desk.files(files),
    changed({ content: now, problems, isPresent }) {
      store.update({ content: withHiddenPin(now), ofFolder: problems, folderPresent: isPresent });
      first.read(store.current().revision);
      window.webContents.setAudioMuted((now.signage?.tickets?.sound ?? 'off') === 'off');
      feed.use(now.signage);
      dashboard.use(now.signage?.status ?? null);
    },
    log,
  });
  const scans = scanProcesses(join(built, 'main', 'scan.js'), folder, media.cache.folder, log);
  const stopWatching = watchFolder(scans.start, content.take, before?.files);

  // The way out.
  const unlock = pinLock({
    pin: () => content.now().signage?.pin ?? null,
    waits: (pinWaitMs) => store.update({ pinWaitMs }),
    leave: () => leave(),
    log,
  });
  const leave = installQuit({
    prepare() {
      staff.flush();
      allowClose();
    },
    close() {
      stopWatching();
      media.close();
      feed.close();
      status.close();
      staff.flush();
      kept.flush();
    },
    farewell: () => dashboard.leave(),
  });
}
