import { parseArgs } from 'node:util';
import { nearest } from '../renderer/domain/content/nearest';
import { parseDisplayName } from '../renderer/domain/display-name';
import { type CivilDate, type Instant, isCivilDate, parseInstant } from '../renderer/domain/time';

/** What the display was started with. */
export interface DisplayOptions {
  readonly content: string | null;
  readonly now: Instant | null;
  readonly speed: number | null;
  readonly windowed: { readonly width: number; readonly height: number } | null;
  /** Counted from 1. */
  readonly display: number | null;
  /** What the display is called where it tells how it is; null: as its machine. */
  readonly name: string | null;
}

/** Pictures of a folder. `at` null: now. */
export interface CaptureCommand {
  readonly kind: 'capture';
  readonly folder: string;
  readonly out: string;
  readonly at: Instant | null;
  readonly size: { readonly width: number; readonly height: number };
}

/** What a saved payload of the ticket feed would become. `at` null: when it was issued. */
export interface FeedCommand {
  readonly kind: 'feed';
  readonly folder: string;
  readonly feed: string;
  readonly at: Instant | null;
  readonly json: boolean;
}

/** What was asked for, or what was wrong with it. */
export type Command =
  | { readonly kind: 'display'; readonly options: DisplayOptions }
  | {
      readonly kind: 'plan';
      readonly folder: string;
      readonly at: Instant | null;
      readonly day: CivilDate | null;
      readonly json: boolean;
    }
  | FeedCommand
  | { readonly kind: 'check'; readonly folder: string; readonly feed: string | null; readonly json: boolean }
  | CaptureCommand
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

const DISPLAY_OPTIONS = {
  content: { type: 'string' },
  now: { type: 'string' },
  speed: { type: 'string' },
  windowed: { type: 'string' },
  display: { type: 'string' },
  name: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
const CHECK_OPTIONS = { feed: { type: 'string' }, json: { type: 'boolean' } } as const;
const PLAN_OPTIONS = {
  at: { type: 'string' },
  day: { type: 'string' },
  feed: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const CAPTURE_OPTIONS = { at: { type: 'string' }, out: { type: 'string' }, size: { type: 'string' } } as const;
/** Pixels of a picture's side: from a small window to an 8K television. */
const SMALLEST_SIDE = 320;
const LARGEST_SIDE = 7_680;

/** Switches that the runtime itself understands and leaves in the arguments. */
const RUNTIME_SWITCHES = [
  'no-sandbox',
  'disable-gpu',
  'disable-dev-shm-usage',
  'enable-logging',
  'log-level',
  'enable-speech-dispatcher',
  'force-device-scale-factor',
  'ozone-platform',
  'user-data-dir',
  'inspect',
  'remote-debugging-port',
];
/** Those that open the locked doors: a packaged display does not start with them. */
const UNLOCKING_SWITCHES = [
  'no-sandbox',
  'inspect',
  'inspect-brk',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'disable-web-security',
  'load-extension',
];

/**
 * Reads the arguments after the executable. What is wrong is said with what would be right; nothing is guessed.
 * `packaged`: the shipped application, which refuses switches that would unlock it.
 */
export function parseCommandLine(args: readonly string[], packaged: boolean): Command {
  if (args[0] === 'check') return checkCommand(args.slice(1));
  if (args[0] === 'plan') return planCommand(args.slice(1));
  const name = (arg: string) => arg.replace(/^--/, '').split('=')[0] ?? '';
  const unlocking = packaged ? args.find((arg) => arg.startsWith('--') && UNLOCKING_SWITCHES.includes(name(arg))) : undefined;
  if (unlocking !== undefined) return wrong(`${unlocking} is not allowed on a real display`);
  const own = args.filter((arg) => !(arg.startsWith('--') && RUNTIME_SWITCHES.includes(name(arg))));
  if (own[0] === 'capture') return captureCommand(own.slice(1));
  const { values, positionals, problem } = read(own, DISPLAY_OPTIONS);
  if (problem !== null) return wrong(problem);
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  if (positionals[0] !== undefined)
    return wrong(`"${positionals[0]}" is no option; a folder is given with --content ${positionals[0]}`);
  return displayCommand(values);
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function displayCommand(values: Values): Command {
  const text = (key: string) => (typeof values[key] === 'string' ? values[key] : null);
  const now = text('now') === null ? null : parseInstant(text('now') ?? '');
  if (text('now') !== null && now === null) return wrong(noInstant('--now', text('now')));
  const speed = text('speed') === null ? null : Number(text('speed'));
  if (speed !== null && !(speed > 0 && speed <= 3_600))
    return wrong(`--speed wants a number up to 3600, such as --speed 60; got "${text('speed')}"`);
  const [width, height] = sizeOf(text('windowed') ?? '');
  const windowed = width === undefined || height === undefined ? null : { width, height };
  if (text('windowed') !== null && windowed === null)
    return wrong(`--windowed wants a size such as 1280x720; got "${text('windowed')}"`);
  const display = text('display') === null ? null : Number(text('display'));
  if (display !== null && !(Number.isInteger(display) && display >= 1))
    return wrong(`--display wants 1, 2, …; got "${text('display')}"`);
  const name = text('name') === null ? null : parseDisplayName(text('name') ?? '');
  if (text('name') !== null && name === null)
    return wrong(`--name wants up to 64 letters without + # and /, such as --name lobby-1; got "${text('name')}"`);
  return { kind: 'display', options: { content: text('content'), now, speed, windowed, display, name } };
}

function checkCommand(args: readonly string[]): Command {
  const { values, positionals, problem } = read(args, CHECK_OPTIONS);
  if (problem !== null) return wrong(problem);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) return wrong('check wants one content folder: npm run check -- DIR');
  const feed = typeof values.feed === 'string' ? values.feed : null;
  return { kind: 'check', folder, feed, json: values.json === true };
}

function planCommand(args: readonly string[]): Command {
  const { values, positionals, problem } = read(args, PLAN_OPTIONS);
  if (problem !== null) return wrong(problem);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    return wrong('plan wants one content folder: npm run plan -- DIR --at 2023-09-29T16:30+09:00');
  const { at, day, feed, json } = values;
  if (typeof feed === 'string') {
    const instant = typeof at === 'string' ? parseInstant(at) : null;
    if (typeof at === 'string' && instant === null) return wrong(noInstant('--at', at));
    if (day !== undefined) return wrong('--feed goes with --at, not with --day');
    return { kind: 'feed', folder, feed, at: instant, json: json === true };
  }
  if ((at === undefined) === (day === undefined))
    return wrong('plan wants --at 2023-09-29T16:30+09:00, --day 2023-09-29 or --feed payload.json');
  if (typeof day === 'string') {
    if (!isCivilDate(day)) return wrong(`--day wants a date such as 2023-09-29; got "${day}"`);
    return { kind: 'plan', folder, at: null, day, json: json === true };
  }
  const instant = parseInstant(String(at));
  if (instant === null) return wrong(noInstant('--at', String(at)));
  return { kind: 'plan', folder, at: instant, day: null, json: json === true };
}

function captureCommand(args: readonly string[]): Command {
  const { values, positionals, problem } = read(args, CAPTURE_OPTIONS);
  if (problem !== null) return wrong(problem);
  const [folder, ...more] = positionals;
  const { out } = values;
  if (folder === undefined || more.length > 0 || typeof out !== 'string')
    return wrong('capture wants one content folder and a folder for the pictures: npm run capture -- DIR --out OUT');
  const at = typeof values.at === 'string' ? parseInstant(values.at) : null;
  if (typeof values.at === 'string' && at === null) return wrong(noInstant('--at', values.at));
  const [width = 0, height = 0] = sizeOf(String(values.size ?? '1920x1080'));
  if ([width, height].some((side) => side < SMALLEST_SIDE || side > LARGEST_SIDE))
    return wrong(
      `--size wants a size such as 1920x1080, each side ${SMALLEST_SIDE} to ${LARGEST_SIDE}; got "${String(values.size)}"`,
    );
  return { kind: 'capture', folder, out, at, size: { width, height } };
}

/** `1280x720` → 1280 and 720; nothing for what is no size. */
function sizeOf(text: string): readonly number[] {
  return /^(\d{3,5})x(\d{3,5})$/.exec(text)?.slice(1).map(Number) ?? [];
}

function noInstant(option: string, got: string | null): string {
  return `${option} wants a time with its offset, such as ${option} 2023-09-29T16:55+09:00; got "${got}"`;
}

function wrong(message: string): Command {
  return { kind: 'wrong', message };
}

type OptionTable = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;

function read(
  args: readonly string[],
  options: OptionTable,
): { values: Values; positionals: readonly string[]; problem: string | null } {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  let problem: string | null = null;
  for (const token of tokens) {
    if (token.kind !== 'option' || problem !== null) continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (known === undefined) {
      const meant = nearest(token.name, Object.keys(options));
      const all = Object.keys(options).map((option) => `--${option}`);
      problem = `unknown option ${token.rawName}${meant === null ? '' : `; did you mean --${meant}?`} (options: ${all.join(' ')})`;
    } else if (known.type === 'string' && (token.value === undefined || token.value.startsWith('--'))) {
      problem = `${token.rawName} wants a value`;
    }
  }
  return { values: values as Values, positionals, problem };
}
