import type { Intent } from './player-state';

/** The keys as the help card lists them (product.md §5). */
export const STAFF_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['→', '←'], does: '次・前のページ、スライド' },
  { keys: ['1', '〜', '9'], does: 'その番号のスライド' },
  { keys: ['スペース'], does: 'このページで止める／再開（10分）' },
  { keys: ['T'], does: '呼んでいる番号を打つ' },
  { keys: ['C'], does: '受付を締め切る／開ける' },
  { keys: ['P'], does: '窓口を休止する／再開' },
  { keys: ['B'], does: '画面を暗くする／戻す' },
  { keys: ['E'], does: '緊急の案内を選ぶ／終わる' },
  { keys: ['O'], does: 'スライドの一覧' },
  { keys: ['?', 'F1'], does: 'この案内を開く／閉じる' },
  { keys: ['Ctrl', 'Shift', 'Q'], does: '表示を終了（確認あり）' },
];

/** A pressed key, by its place on the keyboard, so that it acts with any input method on. */
export interface KeyPress {
  /** `KeyboardEvent.code` */
  readonly code: string;
  /** `KeyboardEvent.key`, for the question mark, which stands in different places. */
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

const PLAIN: Readonly<Record<string, Intent>> = {
  ArrowRight: { kind: 'next' },
  PageDown: { kind: 'next' },
  ArrowLeft: { kind: 'previous' },
  PageUp: { kind: 'previous' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  Space: { kind: 'hold' },
  ArrowUp: { kind: 'up' },
  ArrowDown: { kind: 'down' },
  KeyO: { kind: 'overview' },
  KeyE: { kind: 'emergency' },
  KeyT: { kind: 'ticket' },
  KeyC: { kind: 'reception' },
  KeyP: { kind: 'pause' },
  KeyB: { kind: 'light' },
  // The black-screen key of presenter remotes.
  Period: { kind: 'light' },
  Backspace: { kind: 'erase' },
  Tab: { kind: 'field' },
  NumpadAdd: { kind: 'field' },
  F1: { kind: 'keys' },
  Enter: { kind: 'confirm' },
  NumpadEnter: { kind: 'confirm' },
  Escape: { kind: 'dismiss' },
};

/** What the keys of a ticket's number type: `C-45`. */
const TYPED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('0123456789', (digit) => [`Digit${digit}`, digit])),
  ...Object.fromEntries(Array.from('0123456789', (digit) => [`Numpad${digit}`, digit])),
  ...Object.fromEntries(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => [`Key${letter}`, letter])),
  Minus: '-',
  NumpadSubtract: '-',
};
/** Keys that must work in every state: they type their letter with Shift only. */
const NEVER_TYPING = ['KeyE', 'KeyT'];

/**
 * The places on the keyboard that mean anything; all others need not even reach the page. A letter that is no command means nothing
 * there but while a number is asked for.
 */
export const STAFF_CODES: readonly string[] = [...new Set([...Object.keys(PLAIN), 'Slash', ...Object.keys(TYPED)])];

/** What a key press asks for, or null: everything else is dead. */
export function intentOf(press: KeyPress): Intent | null {
  if (press.alt || press.meta) return null;
  if (press.ctrl) return press.shift && press.code === 'KeyQ' ? { kind: 'leave' } : null;
  if (press.key === '?' || press.key === '？') return { kind: 'keys' };
  // On the usual keyboards the question mark is Shift+Slash; an input method may hide which character it makes.
  if (press.shift) return press.code === 'Slash' ? { kind: 'keys' } : typedBy(press) === null ? null : { kind: 'type' };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit !== undefined) return { kind: 'slide', index: Number(digit) - 1 };
  return PLAIN[press.code] ?? (typedBy(press) === null ? null : { kind: 'type' });
}

/**
 * The character that a key press types into a ticket's number, or null. By the key's place too: no matter whether an input method, caps
 * lock or the number lock is on.
 */
export function typedBy({ code, ctrl, alt, meta, shift }: KeyPress): string | null {
  if (ctrl || alt || meta || (!shift && NEVER_TYPING.includes(code))) return null;
  return TYPED[code] ?? null;
}
