import type { DayPattern } from './content';
import { parseDays } from './day-pattern';
import type { YamlMap } from './yaml-map';

/** A field of days (`days:`, `except:`); null when missing, or wrong and reported. */
export function readDays(owner: YamlMap, key: string): readonly DayPattern[] | null {
  if (!owner.has(key)) return null;
  const days = parseDays(owner.value(key));
  return typeof days === 'string' ? owner.refuse(key, days) : days;
}
