import type { DeskStateName } from './content/content';
import type { DeskState } from './desk';
import { type Label, wordsIn } from './labels';
import { dateAndTime } from './live-values';
import type { Moment } from './moment';
import { duration, englishTime, spokenTime } from './notation';
import type { StatusView, Tone } from './scene';
import { shortName } from './short-name';
import { type Instant, wallTimeAt } from './time';

const HOUR = 3_600_000;
const LAST_MINUTES = 600_000;

/** The badge's one word for each state. */
const BADGES: Readonly<Record<DeskStateName, Label>> = {
  ended: { ja: '終了', en: 'Ended' },
  paused: { ja: '休止中', en: 'Paused' },
  receptionClosed: { ja: '受付締切', en: 'No more tickets' },
  open: { ja: '受付中', en: 'Open' },
  before: { ja: '受付前', en: 'Not yet open' },
  after: { ja: '受付終了', en: 'Closed' },
  closed: { ja: 'お休み', en: 'Closed today' },
};

/** The desk's state as the screen and `plan` say it (product.md §3). Null without a desk. */
export function statusAt(moment: Moment): StatusView | null {
  const { desk, now, signage } = moment;
  if (desk === null) return null;
  const { text, detail } = sentence(desk, moment);
  return {
    state: desk.kind,
    tone: toneOf(desk, now),
    word: wordsIn(signage.languages, BADGES[desk.kind]),
    text: wordsIn(signage.languages, text),
    detail,
  };
}

function sentence(desk: DeskState, moment: Moment): { text: Label; detail: string | null } {
  const zone = moment.signage.timezone;
  switch (desk.kind) {
    case 'open': {
      // A desk that never closes has nothing to count down to.
      if (desk.closesAt === null) return { text: { ja: '24時間受付しています', en: 'Open 24 hours' }, detail: null };
      const left = duration(desk.closesAt - moment.now);
      const lastDay = moment.signage.desk?.lastDay === moment.date ? '本日が最終日です' : null;
      return { text: { ja: `受付終了まで ${left}`, en: `Closes ${englishAt(desk.closesAt, zone)}` }, detail: lastDay };
    }
    case 'paused': {
      const resumes = desk.resumesAt === null ? null : spokenTime(wallTimeAt(desk.resumesAt, zone));
      return {
        text: { ja: `${because(desk.reason)}受付を休止しています`, en: 'Service is paused' },
        detail: resumes === null ? null : `再開予定 ${resumes}`,
      };
    }
    case 'receptionClosed':
      return {
        text: { ja: '本日の受付は締め切りました', en: 'No more tickets today' },
        detail: desk.opensAt === null ? null : `次は ${dateAndTime(desk.opensAt, zone)}から`,
      };
    case 'before':
      return {
        text: {
          ja: `受付は ${desk.opensAt === null ? '' : spokenTime(wallTimeAt(desk.opensAt, zone))}から`,
          en: `Opens ${englishAt(desk.opensAt, zone)}`,
        },
        detail: desk.reason,
      };
    case 'after':
      return {
        text: { ja: '本日の受付は終了しました', en: 'Closed for today' },
        detail: nextOpening(desk, zone),
      };
    case 'closed':
      return {
        text: { ja: `本日はお休みです${desk.reason === null ? '' : `（${desk.reason}）`}`, en: 'Closed today' },
        detail: nextOpening(desk, zone),
      };
    case 'ended':
      return {
        text: { ja: `${shortName(moment.signage.title)}は終了しました`, en: 'This desk has closed for good' },
        detail: null,
      };
  }
}

/** An open desk presses as its end comes near; what keeps people from being served is said with emphasis too. */
function toneOf(desk: DeskState, now: Instant): Tone {
  switch (desk.kind) {
    case 'open': {
      const left = (desk.closesAt ?? Number.POSITIVE_INFINITY) - now;
      if (left <= LAST_MINUTES) return 'urgent';
      return left <= HOUR ? 'soon' : 'open';
    }
    case 'paused':
    case 'receptionClosed':
      return 'soon';
    case 'before':
    case 'after':
    case 'closed':
    case 'ended':
      return 'calm';
  }
}

/** 次は 9月29日（金） 午前8時30分から; null when the desk never opens again. */
function nextOpening(desk: DeskState, zone: string): string | null {
  return desk.opensAt === null ? null : `次は ${dateAndTime(desk.opensAt, zone)}から`;
}

/** システムメンテナンス → システムメンテナンスのため; a reason that says so already stays as it is. */
function because(reason: string | null): string {
  if (reason === null) return '';
  return reason.endsWith('ため') ? `${reason}、` : `${reason}のため`;
}

function englishAt(at: Instant | null, zone: string): string {
  return at === null ? '' : `at ${englishTime(wallTimeAt(at, zone))}`;
}
