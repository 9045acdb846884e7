/** Full-width letters, digits and signs as staff type them with an input method on, folded to the plain ones: `８：３０〜１７：００` → `8:30-17:00`. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー〜～~]/g, '-')
    .trim();
}

/** As much of a value as a message can hold, on one line and with nothing in it that can't be seen: 20 characters, then `…`. */
export function cut(text: string): string {
  const plain = text
    .slice(0, 400)
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim();
  const signs = [...plain];
  return signs.length > 20 ? `${signs.slice(0, 20).join('')}…` : plain;
}

/** What was found, for a message: （"十五" とあります）. */
export function found(value: unknown): string {
  const text = typeof value === 'string' ? value : value === null ? '' : (JSON.stringify(value) ?? '');
  return text.trim() === '' ? '（何も書いてありません）' : `（"${cut(text)}" とあります）`;
}
