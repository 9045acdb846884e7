import { BrowserWindow, type NativeImage } from 'electron';
import { LOCKED_PAGE } from '../locked-page';

/** The page has drawn nothing for so long: it never will. */
const LONGEST_MS = 30_000;
/** Of a window exactly as large as the screen Chromium takes a pixel off: the window is larger than the page. */
const MARGIN = 16;
/** In the page: waits until all letters, pictures and the first pictures of films are there and two frames have been drawn since. */
const SETTLED = `(async () => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const loaded = (film) => new Promise((done) => {
    if (film.readyState >= 2 || !film.currentSrc) done();
    for (const event of ['loadeddata', 'error']) film.addEventListener(event, done, { once: true });
  });
  const media = all(document).map((one) =>
    one.localName === 'img' ? one.decode().catch(() => {}) : one.localName === 'video' ? loaded(one) : null);
  await Promise.all([document.fonts.ready, ...media]);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return true;
})()`;
/** In the page: waits until it has learned of its size. */
const sizedAs = ({ width, height }: Size) => `new Promise((done) => {
  const look = () => (innerWidth === ${width} && innerHeight === ${height} ? done(true) : requestAnimationFrame(look));
  look();
})`;

/** In pixels of a picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A window that is drawn in memory, its page at any size, beside whatever the machine's own screen shows. It is as locked as the display's:
 * the same session, no tools, no sound.
 */
export function openPictureWindow(preload: string) {
  const window = new BrowserWindow({
    show: false,
    frame: false,
    backgroundColor: '#0D2B4B',
    webPreferences: {
      ...LOCKED_PAGE,
      preload,
      offscreen: true,
      partition: 'signage',
      devTools: false,
    },
  });
  const { webContents: contents } = window;
  contents.setAudioMuted(true);
  const broken = new Promise<never>((_, reject) => {
    contents.on('render-process-gone', (_event, { reason }) => reject(new Error(`the page is gone (${reason})`)));
  });
  broken.catch(() => {});
  const inPage = (script: string) => soon(Promise.race([contents.executeJavaScript(script), broken]));
  let size: Size = { width: 0, height: 0 };

  const resize = async (wanted: Size) => {
    size = wanted;
    window.setContentSize(wanted.width + MARGIN, wanted.height + MARGIN);
    contents.enableDeviceEmulation({
      screenPosition: 'desktop',
      screenSize: wanted,
      viewPosition: { x: 0, y: 0 },
      viewSize: wanted,
      deviceScaleFactor: 1,
      scale: 1,
    });
    await inPage(sizedAs(wanted));
  };
  return {
    window,
    async load(url: string, wanted: Size): Promise<void> {
      await contents.loadURL(url);
      await resize(wanted);
    },
    /** Makes the window as tall as its page. */
    growToPage: async () => resize({ ...size, height: Number(await inPage('document.documentElement.scrollHeight')) }),
    /** The picture, once `drawn` has come true and all is on it. */
    async take(drawn: Promise<void>): Promise<NativeImage> {
      await soon(Promise.race([drawn, broken]));
      await inPage(SETTLED);
      return contents.capturePage({ x: 0, y: 0, ...size });
    },
  };
}

async function soon<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the page draws nothing')), LONGEST_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
