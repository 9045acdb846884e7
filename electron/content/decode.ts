/** What a file's bytes are as text, or why they are none, for staff. */
export type Decoded = { readonly text: string; readonly fault: null } | { readonly text: null; readonly fault: string };

/**
 * Decodes UTF-8, with or without byte order mark. Shift_JIS is recognised and taken (`acceptShiftJis`) of the holiday table,
 * which comes in it, and of an emergency, which must not wait for anybody; a slide in it is refused with the way out, for a guess could show
 * wrong letters.
 */
export function decode(bytes: Uint8Array, acceptShiftJis: boolean): Decoded {
  if (isUtf16(bytes)) return fault('UTF-16（Unicode）で保存されています。UTF-8 で保存し直してください');
  if (bytes.includes(0) || startsWith(bytes, '{\\rtf'))
    return fault(
      '文字だけのファイルではありません。Word などの文書なら、文章をメモ帳に貼り付けて保存するか、PDF に書き出して置いてください',
    );
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, fault: null };
  const shiftJis = tryDecode(bytes, 'shift_jis');
  if (shiftJis === null) return fault('文字として読めません。UTF-8 で保存し直してください');
  return acceptShiftJis ? { text: shiftJis, fault: null } : fault('Shift_JIS で保存されています。UTF-8 で保存し直してください');
}

/** As Notepad's "Unicode" writes it, with its mark. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function fault(message: string): Decoded {
  return { text: null, fault: message };
}
