import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { probeFile, sniffFile } from '../../../electron/content/media/probe';
import { encoded, gifOf, HOSTILE_SVG, pngOf, still, turnedJpeg } from '../../fixtures/media-files';
import { lockedPdf, posterPdf, thickPdf } from '../../fixtures/pdf';

const folder = mkdtempSync(join(tmpdir(), 'signage-probe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The facts of a file with this content, or its fault. */
async function probed(bytes: Buffer | string): Promise<unknown> {
  const file = join(folder, 'file');
  writeFileSync(file, bytes);
  const sniffed = await sniffFile(file);
  if (sniffed.format === null) return sniffed.fault;
  const { facts, fault } = await probeFile(file, sniffed.format);
  return facts ?? fault;
}

const jpeg = still('jpg', '640x360', 'red');
const MP4 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
const mp4 = encoded('testsrc2=s=320x180:d=2', 'mp4', ...MP4, '-movflags', '+faststart');
const webm = encoded('testsrc2=s=320x180:d=2', 'webm', '-c:v', 'libvpx-vp9', '-deadline', 'realtime');

describe('the header of a media file', () => {
  it('tells what a good file is, whatever it is called', async () => {
    const picture = { kind: 'picture', width: 640, height: 360, moves: false };
    expect(await probed(jpeg)).toEqual({ ...picture, format: 'jpeg' });
    expect(await probed(turnedJpeg(jpeg, 6))).toEqual({ ...picture, format: 'jpeg', width: 360, height: 640 });
    expect(await probed(pngOf(640, 360))).toEqual({ ...picture, format: 'png' });
    expect(await probed(still('webp', '640x360', 'red'))).toEqual({ ...picture, format: 'webp' });
    expect(await probed(still('avif', '640x360', 'red', '-c:v', 'libaom-av1', '-still-picture', '1', '-cpu-used', '8'))).toEqual({
      ...picture,
      format: 'avif',
    });
    expect(await probed(gifOf(1))).toEqual({ ...picture, format: 'gif', width: 1, height: 1 });
    expect(await probed(gifOf(999))).toMatchObject({ moves: true });
    expect(await probed(HOSTILE_SVG)).toEqual({ ...picture, format: 'svg', width: 3840, height: 2160 });
    const film = { kind: 'video', width: 320, height: 180, durationMs: 2000 };
    expect(await probed(mp4)).toEqual({ ...film, format: 'mp4', codec: 'H.264' });
    expect(await probed(webm)).toEqual({ ...film, format: 'webm', codec: 'VP9' });
    expect(await probed(posterPdf(Buffer.alloc(10)))).toEqual({ kind: 'document', format: 'pdf', pages: 3, isLocked: false });
  }, 30_000);

  it('tells a file that was cut off', async () => {
    const cutOff = 'ファイルが途中で切れています。もう一度コピーしてください';
    const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.7));
    const webp = still('webp', '640x360', 'red');
    for (const bytes of [half(jpeg), half(pngOf(640, 360)), half(webp), half(gifOf(50))])
      expect(await probed(bytes)).toBe(cutOff);
    const film = '動画が途中で切れています。もう一度コピーしてください';
    const moovLast = encoded('testsrc2=s=320x180:d=2', 'mp4', ...MP4);
    for (const bytes of [half(mp4), half(moovLast), half(webm)]) expect(await probed(bytes)).toBe(film);
    expect(await probed(half(posterPdf(Buffer.alloc(10))))).toBe('PDF が途中で切れています。もう一度コピーしてください');
    expect(await probed('')).toBe('ファイルが空です（0 バイト）。もう一度コピーしてください');
  });

  it('refuses what would fill the memory or last for ever, without opening it', async () => {
    expect(await probed(pngOf(10, 10, { width: 30_000, height: 30_000 }))).toBe(
      '画像が大きすぎます（30000×30000 点）。横 3840 点までに縮めてください',
    );
    expect(await probed(gifOf(10_000))).toBe('動く画像が長すぎます（1000 枚まで）。MP4 の動画にしてください');
    const eightK = encoded('color=red:s=7680x4320:d=0.04', 'mp4', ...MP4);
    expect(await probed(eightK)).toBe('動画の画面が大きすぎます（7680×4320 点）。1920×1080 点で書き出し直してください');
    const pages = 'PDF のページが多すぎます（10000 ページ）。60 ページまでに分けてください';
    expect(await probed(thickPdf(10_000, false))).toBe(pages);
    expect(await probed(thickPdf(10_000, true))).toBe(pages);
  }, 30_000);

  it('names what staff put there instead, and the way out', async () => {
    expect(await probed('<!DOCTYPE html><html><title>404</title></html>')).toContain('Web ページ（HTML）');
    expect(await probed('ただの文字')).toContain('文字のファイルです');
    expect(await probed(Buffer.from('PK\x03\x04xxxx[Content_Types].xml'))).toContain('PDF に書き出して');
    expect(await probed(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toContain('JPEG に変換して');
    expect(await probed(Buffer.from([1, 2, 0, 4]))).toContain('読めません');
    const old = encoded('testsrc2=s=320x180:d=1', 'mp4', '-c:v', 'mpeg4');
    expect(await probed(old)).toBe('この動画の形式（mp4v）は表示できません。MP4（H.264）で書き出し直してください');
    const sound = encoded('sine=d=1', 'mp4', '-c:a', 'aac');
    expect(await probed(sound)).toBe('画面のないファイルです（音声だけ）。動画を書き出し直してください');
  });

  it('leaves to the decoder what only that can know', async () => {
    expect(await probed(lockedPdf())).toEqual({ kind: 'document', format: 'pdf', pages: 1, isLocked: true });
  });

  it('never fails on bytes of any kind', async () => {
    const good = [jpeg, pngOf(64, 64), gifOf(5), mp4, webm, posterPdf(Buffer.alloc(10)), still('webp', '64x64', 'red')];
    let seed = 1;
    const random = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % most;
    };
    for (const bytes of good) {
      for (let round = 0; round < 20; round += 1) {
        const spoilt = Buffer.from(bytes);
        for (let at = 0; at < 20; at += 1) spoilt[random(Math.min(spoilt.length, 4_000))] = random(256);
        const answer = await probed(spoilt);
        expect(typeof answer === 'string' || typeof answer === 'object').toBe(true);
      }
    }
  }, 30_000);
});
