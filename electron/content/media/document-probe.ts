import { inflateSync } from 'node:zlib';
import type { ByteSource } from './byte-source';
import { found, type Probed, refused } from './facts';
import { MOST_PAGES } from './limits';

const CHUNK = 4_000_000;
/** A count and the word beside it never stand farther apart: all pages may be named between them. */
const OVERLAP = 512 * 1024;
const LARGEST_UNPACKED = 16_000_000;

/** That a PDF ends as it should, how many pages it has and whether it is locked, as far as that can be read without its decoder. */
export async function probeDocument(source: ByteSource): Promise<Probed> {
  const tail = await source.at(Math.max(0, source.size - 2_048), 2_048);
  if (!tail.includes('%%EOF')) return refused('PDF が途中で切れています。もう一度コピーしてください');
  const { pages, isLocked } = await seenIn(source);
  if (pages !== null && pages > MOST_PAGES) return refused(tooManyPages(pages));
  return found({ kind: 'document', format: 'pdf', pages, isLocked });
}

/** Why a document of so many pages is refused, for staff. */
export function tooManyPages(pages: number): string {
  return `PDF のページが多すぎます（${pages} ページ）。${MOST_PAGES} ページまでに分けてください`;
}

/**
 * The greatest count of a list of pages: that of the list of all. It may lie packed; encrypted, it can't be read at all, and what names the
 * encryption never is.
 */
async function seenIn(source: ByteSource): Promise<{ readonly pages: number | null; readonly isLocked: boolean }> {
  let most: number | null = null;
  let isLocked = false;
  for (let at = 0; at < source.size; at += CHUNK - OVERLAP) {
    const bytes = await source.at(at, CHUNK);
    isLocked ||= /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/.test(bytes.toString('latin1'));
    for (const text of [bytes.toString('latin1'), ...unpacked(bytes)]) {
      for (const [, before, after] of text.matchAll(
        /\/Count\s+(\d{1,7})[^>]{0,4000}?\/Type\s*\/Pages\b|\/Type\s*\/Pages\b[^>]{0,500000}?\/Count\s+(\d{1,7})/g,
      )) {
        most = Math.max(most ?? 0, Number(before ?? after));
      }
    }
    if (bytes.length < CHUNK) break;
  }
  return { pages: most, isLocked };
}

/** The texts of the packed lists of objects. */
function* unpacked(bytes: Buffer): Generator<string> {
  let at = bytes.indexOf('/ObjStm');
  while (at >= 0) {
    const start = bytes.indexOf('stream', at);
    const end = start < 0 ? -1 : bytes.indexOf('endstream', start);
    if (end < 0) return;
    // The word ends its line, in either way of ending lines.
    const data = bytes.subarray(start + 6 + (bytes[start + 6] === 13 ? 2 : 1), end);
    try {
      yield inflateSync(data, { maxOutputLength: LARGEST_UNPACKED }).toString('latin1');
    } catch {
      // Encrypted or packed in another way: its decoder will tell.
    }
    at = bytes.indexOf('/ObjStm', end);
  }
}
