import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileResponse } from '../../../electron/file-response';
import { byteRange } from '../../../electron/range';

const folder = mkdtempSync(join(tmpdir(), 'signage-range-'));
const file = join(folder, 'film');
const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251));
writeFileSync(file, bytes);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (range: string | null, method = 'GET') =>
  fileResponse(new Request('http://x/', { method, headers: range === null ? {} : { range } }), file, {
    'Content-Type': 'video/mp4',
  });
/** Descriptors of this process that are open on the file. */
const openOnFile = () => readdirSync('/proc/self/fd').length;

describe('a range', () => {
  it.each<[string | null, ReturnType<typeof byteRange>]>([
    [null, { kind: 'whole' }],
    ['bytes=0-', { kind: 'part', start: 0, end: 99 }],
    ['bytes=10-19', { kind: 'part', start: 10, end: 19 }],
    ['bytes=90-500', { kind: 'part', start: 90, end: 99 }],
    ['bytes=-10', { kind: 'part', start: 90, end: 99 }],
    ['bytes=-500', { kind: 'part', start: 0, end: 99 }],
    ['bytes=99-99', { kind: 'part', start: 99, end: 99 }],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=20-10', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['lines=0-1', { kind: 'whole' }],
  ])('%s of 100 bytes', (header, wanted) => {
    expect(byteRange(header, 100)).toEqual(wanted);
  });

  it('of nothing can not be had', () => {
    expect(byteRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' });
  });
});

describe('the answer with a file', () => {
  it('is the whole file, the asked part of it, or that there is no such part', async () => {
    const whole = await ask(null);
    expect([whole.status, whole.headers.get('content-length'), whole.headers.get('accept-ranges')]).toEqual([
      200,
      '700000',
      'bytes',
    ]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await ask('bytes=300000-600000');
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      'bytes 300000-600000/700000',
      '300001',
    ]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(300_000, 600_001))).toBe(true);
    const none = await ask('bytes=700000-');
    expect([none.status, none.headers.get('content-range'), await none.text()]).toEqual([416, 'bytes */700000', '']);
    const head = await ask(null, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '700000', '']);
  });

  it('is 404 for a file that has gone', async () => {
    expect((await fileResponse(new Request('http://x/'), join(folder, 'gone'), {})).status).toBe(404);
  });

  it('leaves no file open, also when the reader goes away', async () => {
    const before = openOnFile();
    for (let round = 0; round < 20; round += 1) {
      const reader = (await ask('bytes=0-')).body?.getReader();
      await reader?.read();
      await reader?.cancel();
      await (await ask('bytes=5-9')).text();
    }
    expect(openOnFile()).toBe(before);
  });
});
