import '@fontsource/biz-udgothic/400.css';
import '@fontsource/biz-udgothic/700.css';

const FAMILY = 'BIZ UDGothic';

/**
 * Japanese documents often name a font and leave it to the reader's machine to have it. A lobby PC may have none at all: whatever
 * font is asked for in this page, ours stands behind it. All of it is loaded first, for a canvas does not wait for letters.
 */
export async function lendJapaneseType(): Promise<void> {
  const faces = Array.from(document.fonts).filter(({ family }) => family.replace(/["']/g, '') === FAMILY);
  await Promise.allSettled(faces.map((face) => face.load()));
  for (const prototype of [CanvasRenderingContext2D.prototype, OffscreenCanvasRenderingContext2D.prototype]) {
    const own = Object.getOwnPropertyDescriptor(prototype, 'font');
    if (own?.set === undefined) continue;
    const set = own.set;
    Object.defineProperty(prototype, 'font', {
      ...own,
      set(font: string) {
        set.call(this, withFallback(font));
      },
    });
  }
}

/** `12px "MS-Gothic",g_d0_s1` → `12px "MS-Gothic",g_d0_s1, "BIZ UDGothic"`; a generic family stays the last. */
function withFallback(font: string): string {
  if (font.includes(FAMILY)) return font;
  const generic = /,\s*(sans-serif|serif|monospace|cursive|fantasy)\s*$/.exec(font);
  return generic === null ? `${font}, "${FAMILY}"` : `${font.slice(0, generic.index)}, "${FAMILY}"${generic[0]}`;
}
