import type { Block, Inline } from './content/block';
import type { LiveExpression } from './content/content';
import { instantOfDayTime } from './day-time';
import { deadlineAt } from './deadlines';
import type { Moment } from './moment';
import type { Texts } from './texts/texts';
import { civilDateAt, wallTimeAt } from './time';

/**
 * The text with its live values written out, or null when one of them has no answer now (a closing time on a closed day): a
 * text with a hole is not shown.
 */
export function liveAnswers(
  blocks: readonly Block<LiveExpression>[],
  moment: Moment,
  texts: Texts,
): readonly Block<string>[] | null {
  let complete = true;
  const answer = (expression: LiveExpression): string => {
    const text = liveValue(expression, moment, texts);
    if (text === null) complete = false;
    return text ?? '';
  };
  const answered = blocks.map((block) => answerBlock(block, answer));
  return complete ? answered : null;
}

/** Whether a live value has an answer at this moment. */
export function hasAnswer(expression: LiveExpression, { signage, desk, today }: Moment): boolean {
  switch (expression.kind) {
    case 'now':
      return true;
    case 'opens':
    case 'closes':
      return today !== null && today.spans.length > 0;
    case 'nextOpening':
      return (desk?.opensAt ?? null) !== null;
    case 'daysLeft':
      return signage.deadlines.some(({ name }) => name.includes(expression.name));
  }
}

/**
 * One live value. `now+60m` is written as the clock in the header writes (16時24分), for people compare the two; opening and
 * closing times as sentences write them (午後4時).
 */
function liveValue(expression: LiveExpression, moment: Moment, texts: Texts): string | null {
  const zone = moment.signage.timezone;
  switch (expression.kind) {
    case 'now':
      return texts.clock(wallTimeAt(moment.now + expression.offsetMs, zone));
    case 'opens':
    case 'closes': {
      const at = instantOfDayTime({ kind: expression.kind, offsetMs: expression.offsetMs }, moment);
      return at === null ? null : texts.time(wallTimeAt(at, zone));
    }
    case 'nextOpening': {
      const at = moment.desk?.receivesAt ?? null;
      return at === null ? null : `${texts.shortDate(civilDateAt(at, zone))} ${texts.time(wallTimeAt(at, zone))}`;
    }
    case 'daysLeft': {
      const deadline = moment.signage.deadlines.find(({ name }) => name.includes(expression.name));
      if (deadline === undefined) return null;
      const { daysLeft } = deadlineAt(deadline, zone, moment.now);
      return daysLeft === null ? texts.over : texts.daysLeft(daysLeft);
    }
  }
}

type Answer = (expression: LiveExpression) => string;

function answerBlock(block: Block<LiveExpression>, answer: Answer): Block<string> {
  const inlines = (children: readonly Inline<LiveExpression>[]) => children.map((child) => answerInline(child, answer));
  const inner = (blocks: readonly Block<LiveExpression>[]) => blocks.map((child) => answerBlock(child, answer));
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: inlines(block.children) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ children: inlines(item.children), below: inner(item.below) })) };
    case 'quote':
      return { ...block, blocks: inner(block.blocks) };
    case 'table':
      return { ...block, head: block.head.map(inlines), rows: block.rows.map((row) => row.map(inlines)) };
    case 'code':
    case 'picture':
    case 'rule':
      return block;
  }
}

function answerInline(inline: Inline<LiveExpression>, answer: Answer): Inline<string> {
  switch (inline.kind) {
    case 'live':
      return { kind: 'live', value: answer(inline.value) };
    case 'strong':
    case 'emphasis':
      return { ...inline, children: inline.children.map((child) => answerInline(child, answer)) };
    case 'text':
    case 'ruby':
    case 'break':
      return inline;
  }
}
