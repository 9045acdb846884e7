import type { Moment } from './moment';
import type { Theme } from './scene';
import { instantOf } from './time';

/**
 * The screen's dress at a moment. High contrast, where the folder asks for it, holds all day; else the picture turns calm from the
 * day's last closing until midnight, so that nobody takes a closed desk for an open one from afar.
 */
export function themeAt({ signage, today, date, now }: Moment): Theme {
  if (signage.screen.theme === 'contrast') return 'contrast';
  const closes = today?.spans.at(-1)?.until;
  return closes !== undefined && now >= instantOf(date, closes, signage.timezone) ? 'evening' : 'light';
}
