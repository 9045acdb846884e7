import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { app, type NativeImage, type Session, session } from 'electron';
import { version } from '../../package.json';
import type { Content } from '../../renderer/domain/content/content';
import { emptyFolder, readFolder } from '../../renderer/domain/content/folder';
import type { FolderFile } from '../../renderer/domain/content/folder-file';
import { picturesAt, sheetHeading, stillSnapshot } from '../../renderer/domain/pictures';
import { withHiddenPin } from '../../renderer/domain/pin';
import { problemLines } from '../../renderer/domain/problem-lines';
import { EXIT } from '../../renderer/domain/recovery';
import type { Feed } from '../../renderer/domain/snapshot';
import { EMPTY_INTAKE } from '../../renderer/domain/ticket-intake';
import type { Instant } from '../../renderer/domain/time';
import { writeAtomically } from '../atomic-file';
import { installBridge } from '../bridge';
import type { CaptureCommand } from '../command-line';
import { decode } from '../content/decode';
import { mediaCopies } from '../content/media/media-copies';
import { readOnce } from '../content/read';
import { readBeside } from '../content/read-beside';
import { fileFeed, isFileSource } from '../feed/file-feed';
import { openIntake } from '../feed/intake';
import { installLockdown, lockSession } from '../lockdown';
import { openMedia } from '../open-media';
import { MEDIA_ORIGIN, PAGE_ORIGIN, registerSchemes, type Served, serveSchemes } from '../schemes';
import { pictureNamer, SHEET_NAME } from './picture-files';
import { openPictureWindow, type Size } from './picture-window';
import { posedPage } from './posed-page';

/** A sheet of more pictures would be too large to be looked at, and to be drawn at once. */
const MOST_ON_SHEET = 60;
/** Four pictures of a lying screen stand in a row, or six of a standing one. */
const LYING_WIDTH = 480;
const STANDING_WIDTH = 300;

/**
 * Carries out the command: takes pictures beside a display that may be running, with user data of its own, gone afterwards, and behind
 * the same locks. This folder is put together here, as the display is in `main.ts`. To be called before the application is ready; ends it.
 */
export function takePictures(command: CaptureCommand): void {
  const userData = mkdtempSync(join(tmpdir(), 'fureai-signage-capture-'));
  app.setPath('userData', userData);
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const end = (status: number) => {
    try {
      rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch (error) {
      // Chromium may still be writing there. What is left lies with the temporary files; the command ends all the same.
      tell(`fureai-signage: ${userData} is left behind: ${(error as Error).message}`);
    }
    app.exit(status);
  };
  app.commandLine.appendSwitch('force-device-scale-factor', '1');
  registerSchemes();
  installLockdown(PAGE_ORIGIN, tell);
  // Between the darkroom and the window of the pictures there is none: that is not the end.
  app.on('window-all-closed', () => {});
  const take = async () => {
    await app.whenReady();
    const page = session.fromPartition('signage');
    lockSession(page, tell);
    return capture(command, page, tell);
  };
  take().then(end, (error: Error) => {
    tell(`fureai-signage: ${error.message}`);
    end(EXIT.software);
  });
}

/**
 * Draws the folder's slides as the display would show them at an instant (product.md §6), with the display's own page, and writes the
 * pictures; `tell` says what staff should know. Returns the exit status: 1 when there is nothing to draw.
 */
async function capture(command: CaptureCommand, pageSession: Session, tell: (line: string) => void): Promise<number> {
  const { folder, size } = command;
  const at = command.at ?? Date.now();
  const media = await mediaOf(folder, size, tell);
  const { content, problems } = readFolder(emptyFolder, media.files);
  for (const line of problemLines(problems)) tell(line);
  if (content.signage === null && content.emergency === null) {
    tell(`fureai-signage: ${folder} has no usable signage.yaml`);
    return 1;
  }
  const out = madeFolder(command);
  if (out === null) {
    tell('fureai-signage: --out must not lie in the content folder: pictures there would be content');
    return EXIT.usage;
  }
  const still = stillSnapshot({ content: withHiddenPin(content), feed: await feedOf(folder, content, at), version }, at);
  const pictures = picturesAt(still, at);
  // The sheet is made of small ones: dozens of pictures of a large screen are more than a page can hold.
  const small = new Map<string, Served>();
  serveSchemes(pageSession, join(app.getAppPath(), 'out', 'renderer'), {
    get: (path) => small.get(path) ?? media.cache.get(path),
  });
  const window = openPictureWindow(join(app.getAppPath(), 'out', 'preload', 'preload.js'));
  const page = posedPage(window, PAGE_ORIGIN, still, size, (handlers) =>
    installBridge(window.window, PAGE_ORIGIN, handlers, tell),
  );
  const fileOf = pictureNamer();
  const keep = (name: string, picture: NativeImage) => {
    const file = fileOf(name);
    write(join(out, file), picture);
    const width = size.width < size.height ? STANDING_WIDTH : LYING_WIDTH;
    const smallFile = join(app.getPath('userData'), file);
    writeFileSync(smallFile, picture.resize({ width, quality: 'best' }).toPNG());
    small.set(`/${encodeURIComponent(file)}`, { file: smallFile, type: 'image/png' });
  };
  for (const posed of pictures) {
    const { picture, pages } = await page.posed(posed, 0);
    keep(posed.name, picture);
    for (let index = 1; index < pages; index += 1) {
      keep(`${posed.name}-${index + 1}`, (await page.posed(posed, index)).picture);
    }
  }
  const addresses = [...small.keys()].map((path) => `${MEDIA_ORIGIN}${path}`);
  for (let first = 0; first < addresses.length; first += MOST_ON_SHEET) {
    const number = first === 0 ? '' : `-${first / MOST_ON_SHEET + 1}`;
    write(
      join(out, `${SHEET_NAME}${number}.png`),
      await page.sheet(sheetHeading(still, at), addresses.slice(first, first + MOST_ON_SHEET)),
    );
  }
  return 0;
}

function write(path: string, picture: NativeImage): void {
  writeFileSync(path, picture.toPNG());
  process.stdout.write(`${path}\n`);
}

/** The folder's files, media made ready for a screen of this size, and the copies that they are drawn from. */
async function mediaOf(folder: string, size: Size, tell: (line: string) => void) {
  let look = () => {};
  const media = openMedia(
    app.getPath('userData'),
    join(app.getAppPath(), 'out'),
    { box: () => size, begin: Promise.resolve(), changed: () => look(), shown: () => [], write: writeAtomically },
    tell,
  );
  const copies = mediaCopies(media.cache.folder, writeAtomically, tell);
  const scanned = await readOnce(folder, async (entry) => (await copies.open(entry))?.file ?? null).catch(() => []);
  const files = await new Promise<readonly FolderFile[]>((resolve) => {
    look = () => {
      const now = media.desk.files(scanned);
      if (now.every(({ text, media: one, fault }) => (text ?? one ?? fault ?? null) !== null)) resolve(now);
    };
    look();
  });
  media.close();
  return { files, cache: media.cache };
}

/** The reading of a feed that is a file of the folder, as if it had just been read; null where no feed is configured. */
async function feedOf(folder: string, { signage }: Content, at: Instant): Promise<Feed | null> {
  const tickets = signage?.tickets ?? null;
  if (signage === null || tickets === null) return null;
  if (!isFileSource(tickets.source)) return EMPTY_INTAKE.feed;
  return new Promise((resolve) => {
    const publish = (feed: Feed) => {
      if (feed.reading === null && feed.trouble === null) return;
      close();
      intake.close();
      resolve(feed);
    };
    const intake = openIntake(tickets, signage.timezone, {
      decode: (bytes) => decode(bytes, true),
      now: () => at,
      pace: 1,
      filesTellDay: false,
      publish,
      log: () => {},
    });
    const close = fileFeed((name, most) => readBeside(folder, name, most))(tickets, intake);
  });
}

/** The folder for the pictures, made where it is missing. Null for one inside the content folder. */
function madeFolder({ folder, out }: CaptureCommand): string | null {
  const contents = [resolve(folder), realpathSync(folder)];
  const isInside = (path: string) => contents.some((content) => `${path}${sep}`.startsWith(`${content}${sep}`));
  if (isInside(resolve(out))) return null;
  mkdirSync(out, { recursive: true });
  return isInside(realpathSync(out)) ? null : out;
}
