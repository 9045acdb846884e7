import { LARGEST_FLOOR, legibilityOf } from '../legibility';
import { type CheckRule, lineOf, warning } from './facts';

/** Any screen of this form has the answer: sizes are compared with its shorter side. */
const SCREEN = { width: 1920, height: 1080 };

/** A screen too small for its distance: the display can't make its letters as large as its readers would need. */
export const screenDistance: CheckRule = ({ content, files }) => {
  if (content.signage === null) return [];
  const { inches, distance } = content.signage.screen;
  const { floor } = legibilityOf({ inches, distance, ...SCREEN });
  const part = (LARGEST_FLOOR * SCREEN.height) / floor;
  if (part >= 1) return [];
  const line = lineOf(files, 'signage.yaml', /^\s*(?:distance:|screen:)/);
  const farthest = Math.floor(distance * part * 10) / 10;
  const message = `${inches}インチの画面は ${distance}m 離れると読める大きさの文字になりません。読めるのは約${farthest}mまでです`;
  return [warning('signage.yaml', line, message)];
};
