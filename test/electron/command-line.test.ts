import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../electron/command-line';

const display = (...args: string[]) => parseCommandLine(args, false);

describe('the command line', () => {
  it('knows the options of the display', () => {
    expect(
      display(
        '--content',
        '/srv/content',
        '--now',
        '2023-09-29T16:55+09:00',
        '--speed',
        '60',
        '--windowed',
        '1280x720',
        '--display',
        '2',
      ),
    ).toEqual({
      kind: 'display',
      options: {
        content: '/srv/content',
        now: Date.parse('2023-09-29T16:55+09:00'),
        speed: 60,
        windowed: { width: 1280, height: 720 },
        display: 2,
        name: null,
      },
    });
    expect(display('--help')).toEqual({ kind: 'help' });
    expect(display('--version')).toEqual({ kind: 'version' });
  });

  it('knows the options of the pictures, behind what the runtime leaves there', () => {
    const size = { width: 1920, height: 1080 };
    expect(display('--no-sandbox', '--disable-gpu', 'capture', 'x', '--out', 'y')).toEqual({
      kind: 'capture',
      folder: 'x',
      out: 'y',
      at: null,
      size,
    });
    expect(parseCommandLine(['capture', 'x', '--out=y', '--size', '1080x1920', '--at', '2023-09-29T16:30+09:00'], true)).toEqual({
      kind: 'capture',
      folder: 'x',
      out: 'y',
      at: Date.parse('2023-09-29T16:30+09:00'),
      size: { width: 1080, height: 1920 },
    });
    expect(parseCommandLine(['capture', '--no-sandbox', 'x', '--out=y'], true)).toMatchObject({ kind: 'wrong' });
  });

  it('takes a name that can be a part of a topic', () => {
    expect(display('--name', '本庁舎1階')).toMatchObject({ options: { name: '本庁舎1階' } });
    expect(display('--name', 'a/b')).toEqual({
      kind: 'wrong',
      message: '--name wants up to 64 letters without + # and /, such as --name lobby-1; got "a/b"',
    });
  });

  it('passes over what the runtime leaves in the arguments', () => {
    expect(
      display('--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '--user-data-dir=/tmp/x', '--disable-gpu'),
    ).toMatchObject({ kind: 'display' });
  });

  it('refuses, once packaged, the switches that would unlock it', () => {
    for (const arg of [
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=9222',
      '--disable-web-security',
      '--load-extension=/x',
    ]) {
      expect(parseCommandLine([arg], true)).toMatchObject({ kind: 'wrong', message: `${arg} is not allowed on a real display` });
    }
  });

  it.each([
    [['--contnet', 'x'], 'unknown option --contnet; did you mean --content?'],
    [['--now', '2023-09-29'], '--now wants a time with its offset'],
    [['--now', '2023-09-29T16:55'], '--now wants a time with its offset'],
    [['--now', '2023-02-30T16:55+09:00'], '--now wants a time with its offset'],
    [['--now'], '--now wants a value'],
    [['--content', '--now'], '--content wants a value'],
    [['--speed', 'fast'], '--speed wants a number'],
    [['--speed', '0'], '--speed wants a number'],
    [['--windowed', '1280'], '--windowed wants a size such as 1280x720'],
    [['--display', '0'], '--display wants 1, 2'],
    [['folder'], 'a folder is given with --content folder'],
    [['check'], 'check wants one content folder'],
    [['check', 'x', 'y'], 'check wants one content folder'],
    [['check', 'x', '--day', '2023-09-29'], 'unknown option --day'],
    [['plan'], 'plan wants one content folder'],
    [['plan', 'x'], 'plan wants --at'],
    [['plan', 'x', '--feed', 'y', '--day', '2023-09-29'], '--feed goes with --at'],
    [['plan', 'x', '--feed', 'y', '--at', 'now'], '--at wants a time'],
    [['plan', 'x', '--day', '2023-02-30'], '--day wants a date'],
    [['plan', 'x', '--at', 'now'], '--at wants a time with its offset'],
    [['capture'], 'npm run capture -- DIR --out OUT'],
    [['capture', 'x'], 'npm run capture -- DIR --out OUT'],
    [['capture', 'x', 'y', '--out', 'z'], 'npm run capture -- DIR --out OUT'],
    [['capture', 'x', '--out', 'y', '--at', '16:30'], '--at wants a time with its offset'],
    [['capture', 'x', '--out', 'y', '--size', '1080p'], '--size wants a size such as 1920x1080'],
    [['capture', 'x', '--out', 'y', '--size', '100x100'], 'each side 320 to 7680'],
    [['capture', 'x', '--outt', 'y'], 'unknown option --outt; did you mean --out?'],
    [['plan', 'x', '--att', 'now'], 'unknown option --att; did you mean --at?'],
  ])('answers %j with what would be right', (args, message) => {
    const command = parseCommandLine(args, false);
    expect(command.kind === 'wrong' ? command.message : command.kind).toContain(message);
  });
});
