import { hoursOn } from '../desk';
import { weekdayName } from '../notation';
import { addDays } from '../time';
import { type CheckRule, lineOf, warning } from './facts';

/** So far back a desk is looked for that is open. */
const LOOK_BACK_DAYS = 60;

/** A last day on which the desk does not open: the display ends with the opening before it. */
export const lastDay: CheckRule = ({ content, files }) => {
  const desk = content.signage?.desk;
  if (!desk || desk.lastDay === null) return [];
  const { lastDay: named } = desk;
  const before = Array.from({ length: LOOK_BACK_DAYS }, (_, day) => addDays(named, -day));
  const last = before.find((date) => hoursOn(desk, date, content.holidays).spans.length > 0);
  if (last === named) return [];
  const really = last === undefined ? '' : `。最後に開くのは ${last}（${weekdayName(last)}）です`;
  const message = `最終日 ${named}（${weekdayName(named)}）は窓口が開かない日です${really}`;
  return [warning('signage.yaml', lineOf(files, 'signage.yaml', /^\s*lastDay:/), message)];
};
