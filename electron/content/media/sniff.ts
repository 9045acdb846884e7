import type { MediaFormat } from '../../../renderer/domain/content/media-facts';

/** What the first bytes of a file say it is; `fault`: something that is not shown, and the way out, for staff. */
export type Sniffed = { readonly format: MediaFormat; readonly fault: null } | { readonly format: null; readonly fault: string };

/** How many bytes from the start `sniff` wants. */
export const SNIFFED_BYTES = 4_096;

const AVIF_BRANDS = ['avif', 'avis'];
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const AS_PDF = 'PDF に書き出して置いてください';
const AS_MP4 = 'MP4（H.264）に変換してください';

/**
 * Tells a file by its bytes; its name may say anything. Our own few signatures: what matters is the sentence for what staff put there
 * instead, and the one library that knows more needs a newer Node than the display's.
 */
export function sniff(head: Buffer): Sniffed {
  const starts = (signature: string, at = 0) => head.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'));
  if (head.length === 0) return no('ファイルが空です（0 バイト）。もう一度コピーしてください');
  if (starts('\xff\xd8\xff')) return yes('jpeg');
  if (starts('\x89PNG\r\n\x1a\n')) return yes('png');
  if (starts('GIF87a') || starts('GIF89a')) return yes('gif');
  if (starts('RIFF')) return starts('WEBP', 8) ? yes('webp') : no(`AVI の動画か音声は表示できません。${AS_MP4}`);
  if (starts('ftyp', 4)) return ofBrands(head);
  if (['moov', 'mdat', 'wide', 'free'].some((box) => starts(box, 4))) return yes('mp4');
  if (starts('\x1a\x45\xdf\xa3')) return head.includes('webm') ? yes('webm') : no(`MKV の動画は表示できません。${AS_MP4}`);
  if (head.subarray(0, 1_024).includes('%PDF-')) return yes('pdf');
  if (starts('PK\x03\x04')) return no(`Word・Excel・PowerPoint などのファイルは表示できません。${AS_PDF}`);
  if (starts('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return no(`Word・Excel・PowerPoint などのファイルは表示できません。${AS_PDF}`);
  if (starts('BM') || starts('II*\0') || starts('MM\0*'))
    return no('BMP・TIFF の画像は表示できません。JPEG か PNG に変換してください');
  if (starts('0&\xb2u\x8ef\xcf\x11')) return no(`WMV の動画は表示できません。${AS_MP4}`);
  return ofText(head);
}

/** MP4, AVIF and HEIC are one family of files; the brands say which. */
function ofBrands(head: Buffer): Sniffed {
  const length = Math.min(head.readUInt32BE(0), head.length);
  const brands = [head.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(head.toString('latin1', at, at + 4));
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return yes('avif');
  if (HEIC_BRANDS.includes(brands[0] ?? '')) {
    return no('HEIC の写真（iPhone の標準）は表示できません。JPEG に変換してください');
  }
  return yes('mp4');
}

function ofText(head: Buffer): Sniffed {
  if (head.includes(0)) return no('画像・動画・PDF として読めません。もう一度書き出してください');
  const text = head.toString('utf8').replace(/^\uFEFF/, '');
  const markup = text.replace(/^(\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE svg[^>[]*(\[[\s\S]*?\])?\s*>)*/i, '');
  if (/^<svg[\s>]/i.test(markup)) return yes('svg');
  if (/^(<!doctype html|<html|<head|<body|<script)/i.test(markup)) {
    return no('中身は Web ページ（HTML）です。画像そのものを保存し直してください');
  }
  return no('画像・動画・PDF ではなく、文字のファイルです。もう一度書き出してください');
}

function yes(format: MediaFormat): Sniffed {
  return { format, fault: null };
}

function no(fault: string): Sniffed {
  return { format: null, fault };
}
