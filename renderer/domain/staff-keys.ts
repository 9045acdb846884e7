import type { Intent } from './player';

/** The keys as the help card lists them (product.md §5). */
export const STAFF_KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['→', 'PageDown'], does: '次のページ・スライド' },
  { keys: ['←', 'PageUp'], does: '前のページ・スライド' },
  { keys: ['1', '〜', '9'], does: 'その番号のスライド' },
  { keys: ['Home', 'End'], does: '最初・最後のスライド' },
  { keys: ['スペース'], does: 'このページで止める／再開（10分で自動的に再開）' },
  { keys: ['E'], does: '緊急の案内を選ぶ（確認あり）／もう一度押すと終わる' },
  { keys: ['O'], does: 'すべてのスライドの状態を見る' },
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
  F1: { kind: 'keys' },
  Enter: { kind: 'confirm' },
  NumpadEnter: { kind: 'confirm' },
  Escape: { kind: 'dismiss' },
};

/** The places on the keyboard that mean anything; all others need not even reach the page. */
export const STAFF_CODES: readonly string[] = [
  ...Object.keys(PLAIN),
  'Slash',
  ...Array.from({ length: 9 }, (_, digit) => [`Digit${digit + 1}`, `Numpad${digit + 1}`]).flat(),
];

/** What a key press asks for, or null: everything else is dead. */
export function intentOf(press: KeyPress): Intent | null {
  if (press.alt || press.meta) return null;
  if (press.ctrl) return press.shift && press.code === 'KeyQ' ? { kind: 'leave' } : null;
  if (press.key === '?' || press.key === '？') return { kind: 'keys' };
  // On the usual keyboards the question mark is Shift+Slash; an input method may hide which character it makes.
  if (press.shift) return press.code === 'Slash' ? { kind: 'keys' } : null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit !== undefined) return { kind: 'slide', index: Number(digit) - 1 };
  return PLAIN[press.code] ?? null;
}
