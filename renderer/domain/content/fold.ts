/** Full-width letters, digits and signs as staff type them with an input method on, folded to the plain ones: `８：３０〜１７：００` → `8:30-17:00`. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー〜～~]/g, '-')
    .trim();
}

/** What was found, short enough for a message. */
export function found(value: unknown): string {
  const text = typeof value === 'string' ? value : value === null ? '' : (JSON.stringify(value) ?? '');
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain === '') return '（何も書いてありません）';
  return `（"${plain.length > 20 ? `${plain.slice(0, 20)}…` : plain}" とあります）`;
}
