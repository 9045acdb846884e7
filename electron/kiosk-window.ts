import { BrowserWindow, type Display, powerSaveBlocker, type Rectangle, screen } from 'electron';
import { LOCKED_PAGE } from './locked-page';

const BRAND = '#0D2B4B';
/** A television that is switched on speaks several times before its size stands. */
const SETTLE_MS = 500;
const FIRST_LOOK_MS = 100;
const KIOSK_AFTER_MS = 50;
/** A window manager that will not give the whole display is not fought for ever. */
const MOST_TRIES = 5;

/** Where and how the window opens. */
export interface KioskWindowOptions {
  readonly preload: string;
  readonly windowed: { readonly width: number; readonly height: number } | null;
  /** Counted from 1; null: the primary display. */
  readonly display: number | null;
  readonly packaged: boolean;
}

/**
 * The one window: it fills its display exactly, with or without a window manager (none of them is asked on a bare X server, so the
 * bounds are set by hand), brand-coloured from the first frame, and follows its display when that is changed, unplugged or
 * replaced. It can't be closed but by `allowClose`.
 */
export function openKioskWindow({ preload, windowed, display, packaged }: KioskWindowOptions) {
  const bounds = () => targetDisplay(display).bounds;
  const window = new BrowserWindow({
    ...(windowed ?? bounds()),
    title: 'fureai-signage',
    kiosk: windowed === null,
    frame: windowed !== null,
    hasShadow: false,
    roundedCorners: false,
    backgroundColor: BRAND,
    autoHideMenuBar: true,
    webPreferences: {
      ...LOCKED_PAGE,
      preload,
      // In memory: no cookies, history or cache on the disk.
      partition: 'signage',
      // Calls are heard though nobody ever clicks into the page.
      autoplayPolicy: 'no-user-gesture-required',
      devTools: !packaged,
    },
  });
  window.removeMenu();
  window.webContents.setAudioMuted(true);
  powerSaveBlocker.start('prevent-display-sleep');

  let mayClose = false;
  window.on('close', (event) => {
    if (!mayClose) event.preventDefault();
  });
  // The page's title is the slide's business, not the window's.
  window.on('page-title-updated', (event) => event.preventDefault());

  if (windowed === null) keepFilled(window, bounds);
  return {
    window,
    /** What the window covers in physical points of the screen. */
    points: () => {
      const { scaleFactor } = screen.getDisplayMatching(window.getBounds());
      const [width = 0, height = 0] = window.getContentSize();
      return { width: Math.round(width * scaleFactor), height: Math.round(height * scaleFactor) };
    },
    allowClose: () => {
      mayClose = true;
    },
  };
}

/** Looks at the window soon after it was opened, and after each change of the displays. */
function keepFilled(window: BrowserWindow, bounds: () => Rectangle): void {
  let timer: NodeJS.Timeout | undefined;
  let tries = 0;
  const look = () => {
    if (window.isDestroyed() || isSame(window.getBounds(), bounds()) || tries >= MOST_TRIES) return;
    tries += 1;
    fill(window, bounds());
    timer = setTimeout(look, SETTLE_MS);
  };
  const soon = () => {
    tries = 0;
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE_MS);
  };
  screen.on('display-added', soon);
  screen.on('display-removed', soon);
  screen.on('display-metrics-changed', soon);
  window.on('leave-full-screen', () => setTimeout(look, SETTLE_MS));
  window.on('minimize', () => window.restore());
  timer = setTimeout(look, FIRST_LOOK_MS);
}

/**
 * Brings the window back to its display. It must not be full-screen while it is moved, and must be when it has the display's size:
 * Chromium takes a pixel off a window of that size which is not (a window manager would make it full-screen unasked), and the
 * first window on a bare X server comes out so, too.
 */
function fill(window: BrowserWindow, bounds: Rectangle): void {
  window.setKiosk(false);
  window.setBounds(bounds);
  setTimeout(() => {
    if (!window.isDestroyed()) window.setKiosk(true);
  }, KIOSK_AFTER_MS);
}

function isSame(a: Rectangle, b: Rectangle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** The Nth display from left to right, or the primary one while that one is missing. */
function targetDisplay(number: number | null): Display {
  const displays = screen.getAllDisplays().sort((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y);
  return (number === null ? undefined : displays[number - 1]) ?? screen.getPrimaryDisplay();
}
