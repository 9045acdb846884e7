import type { Slide } from '../content/content';
import type { DeskOverride } from '../desk';
import { momentAt } from '../moment';
import { turningInstants } from '../plan-changes';
import type { Problem } from '../result';
import { whyOut } from '../show';
import type { CivilDate } from '../time';
import { writtenDays } from './days';
import { type CheckRule, error, lineOf, warning } from './facts';

/** What staff or a feed may say of the desk, which no calendar tells. */
const OVERRIDES: readonly ((date: CivilDate) => DeskOverride)[] = [
  (date) => ({ receptionClosedOn: date, pause: null }),
  () => ({ receptionClosedOn: null, pause: { until: null, reason: null } }),
];

/** A slide that no instant of the folder's days shows, and a day on which no instant shows any slide. */
export const shownSlides: CheckRule = ({ content, files, days }) => {
  const { signage, slides } = content;
  if (signage === null) return [];
  const pending = new Set(slides);
  const bare: CivilDate[] = [];
  for (const date of days) {
    let isBare = true;
    for (const at of turningInstants(content, date, signage.timezone)) {
      const plain = momentAt(content, at);
      if (plain === null) continue;
      const pressed = OVERRIDES.flatMap((override) => momentAt(content, at, override(date)) ?? []);
      const moments = [plain, ...pressed.filter(({ desk }) => desk?.kind !== plain.desk?.kind)];
      for (const slide of pending) if (moments.some((moment) => whyOut(slide, moment) === null)) pending.delete(slide);
      isBare &&= !slides.some((slide) => whyOut(slide, plain) === null);
      if (!isBare && pending.size === 0) break;
    }
    if (isBare) bare.push(date);
  }
  const dead = [...pending].map((slide) => error(slide.file, lineOf(files, slide.file, /^\s*show:/), neverShown(slide)));
  return [...dead, ...(bare.length === 0 ? [] : [bareDays(bare, slides)])];
};

function neverShown({ show }: Slide): string {
  const parts = [show.when && 'when', show.time && 'time', show.days && 'days', (show.from ?? show.until) && 'from・until'];
  const named = parts.filter((part) => part !== null && part !== undefined).join('、');
  return named === ''
    ? 'このスライドが出るときがありません。文章の中の {{…}} の値がいつも決まりません'
    : `このスライドが出るときがありません。show の ${named} がすべて当てはまる時刻がないためです`;
}

function bareDays(days: readonly CivilDate[], slides: readonly Slide[]): Problem {
  return slides.length === 0
    ? warning('slides', null, 'スライドが1枚もありません。待ち受けの画面だけになります')
    : warning('slides', null, `スライドが1枚も出ない日があります: ${writtenDays(days)}。待ち受けの画面だけになります`);
}
