import '@fontsource/biz-udpgothic/400.css';
import '@fontsource/biz-udpgothic/700.css';

const FAMILY = 'BIZ UDPGothic';
const WEIGHTS = [400, 700];
/** A picture in a stand-in font is better than none: loading never holds one up for longer. */
const LONGEST_MS = 2_000;

/**
 * Loads the letters of a text, so that it never flickers from one font to another: the type comes in 124 small files a weight, and
 * the browser fetches each only when it meets one of its letters. Once the wanted ones are there the others follow (6 MB from
 * the package, half a second of work), for what staff write tomorrow and for names that stand in no file, like those of holidays.
 */
export async function loadLetters(text: string): Promise<void> {
  const letters = [...new Set(text)].join('');
  const wanted = WEIGHTS.map((weight) => document.fonts.load(`${weight} 48px "${FAMILY}"`, letters));
  const loaded = Promise.allSettled(wanted).then(() => {
    void loadAll();
  });
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
}

/** Loads every face; one that fails takes none of the others down. */
export async function loadAll(): Promise<void> {
  await Promise.allSettled(Array.from(document.fonts, (face) => face.load()));
}
