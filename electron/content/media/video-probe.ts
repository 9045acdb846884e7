import { CustomSource, Input, type InputVideoTrack, Logging, LogLevel, MP4, QTFF, WEBM } from 'mediabunny';
import type { MediaFormat } from '../../../renderer/domain/content/media-facts';
import type { ByteSource } from './byte-source';
import { found, type Probed, refused } from './facts';
import { MOST_VIDEO_POINTS } from './limits';
import { boxesOf } from './picture-probe';

// What is wrong with a file is told to staff in words of our own.
Logging.level = LogLevel.Silent;

const CACHE_BYTES = 4_000_000;
/** A header that takes longer to understand is none. */
const LONGEST_MS = 20_000;
/** What browsers play. HEVC only where the machine has a chip for it: that its decoder must say. */
const CODECS: Readonly<Record<string, string>> = { avc: 'H.264', vp8: 'VP8', vp9: 'VP9', av1: 'AV1', hevc: 'HEVC' };

const CUT_OFF = '動画が途中で切れています。もう一度コピーしてください';
const UNREADABLE = '動画として読めません。MP4（H.264）で書き出し直してください';

/** Size, length and codec of a film, from its header; that all of it is there, from the lengths it gives. */
export async function probeVideo(source: ByteSource, format: MediaFormat): Promise<Probed> {
  const isWhole = format === 'mp4' ? await isWholeMp4(source) : await isWholeWebm(source);
  if (!isWhole) return refused(CUT_OFF);
  const input = new Input({
    formats: format === 'mp4' ? [MP4, QTFF] : [WEBM],
    source: new CustomSource({
      getSize: () => source.size,
      read: (start, end) => source.at(start, end - start),
      maxCacheSize: CACHE_BYTES,
      // A read that nobody waits for any more: the file has been judged.
      handleUnhandledError: () => {},
    }),
  });
  try {
    return await withinTime(factsOf(input, format), () => input.dispose());
  } catch {
    return refused(UNREADABLE);
  } finally {
    input.dispose();
  }
}

async function factsOf(input: Input, format: MediaFormat): Promise<Probed> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null) return refused('画面のないファイルです（音声だけ）。動画を書き出し直してください');
  const codec = CODECS[(await track.getCodec()) ?? ''];
  if (codec === undefined) {
    return refused(`この動画の形式（${await codecName(track)}）は表示できません。MP4（H.264）で書き出し直してください`);
  }
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  if (width < 1 || height < 1) return refused(UNREADABLE);
  if (width * height > MOST_VIDEO_POINTS) {
    return refused(`動画の画面が大きすぎます（${width}×${height} 点）。1920×1080 点で書き出し直してください`);
  }
  const durationMs = Math.round(1000 * ((await input.getDurationFromMetadata()) ?? (await input.computeDuration())));
  if (!Number.isFinite(durationMs) || durationMs <= 0) return refused('長さのない動画です。MP4（H.264）で書き出し直してください');
  return found({ kind: 'video', format, width, height, durationMs, codec });
}

/** The four letters that the file calls it by. */
async function codecName(track: InputVideoTrack): Promise<string> {
  const id = await track.getInternalCodecId();
  return typeof id === 'string' && /^[\w /.-]{1,20}$/.test(id) ? id : '不明';
}

/** The index may stand at either end; it and the pictures must both be there to the last byte. */
async function isWholeMp4(source: ByteSource): Promise<boolean> {
  const types = new Set<string>();
  for await (const { type, end } of boxesOf(source)) {
    types.add(type);
    // Some cameras leave a few stray bytes behind the last box: only what a player needs must fit.
    if (end > source.size && ['moov', 'mdat', 'moof'].includes(type)) return false;
  }
  return types.has('moov') && types.has('mdat');
}

/** The one segment that holds everything says how long it is, unless it was written live. */
async function isWholeWebm(source: ByteSource): Promise<boolean> {
  const head = await source.at(0, 256);
  const header = elementAt(head, 0);
  const segment = header && elementAt(head, header.start + header.size);
  return segment !== null && (!Number.isFinite(segment.size) || segment.start + segment.size <= source.size);
}

/** Where the content of an EBML element starts and how long it is (infinite: unknown); null where there is none. */
function elementAt(bytes: Buffer, at: number): { readonly start: number; readonly size: number } | null {
  const idLength = lengthOf(bytes[at]);
  const sizeLength = lengthOf(bytes[at + idLength]);
  const start = at + idLength + sizeLength;
  if (idLength === 0 || sizeLength === 0 || start > bytes.length) return null;
  const first = (bytes[at + idLength] ?? 0) - 2 ** (8 - sizeLength);
  const rest = bytes.subarray(at + idLength + 1, start);
  const isUnknown = first === 2 ** (8 - sizeLength) - 1 && rest.every((byte) => byte === 255);
  return { start, size: isUnknown ? Number.POSITIVE_INFINITY : rest.reduce((sum, byte) => sum * 256 + byte, first) };
}

/** The length that the first byte of an EBML number tells by its leading zeros. */
function lengthOf(byte: number | undefined): number {
  return byte === undefined || byte === 0 ? 0 : Math.clz32(byte) - 23;
}

async function withinTime<T>(work: Promise<T>, giveUp: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject(new Error('late'));
    }, LONGEST_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
