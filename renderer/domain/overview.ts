import { paceOf } from './clock';
import type { Slide } from './content/content';
import { displayMoment, type Moment } from './moment';
import { tableTime } from './notation';
import type { PlayerState } from './player-state';
import type { Turn } from './rotation';
import { rotationOf } from './round';
import type { OverlayScene, OverviewSlide } from './scene';
import { type OutReason, whyOut } from './show';
import type { Snapshot } from './snapshot';
import { staffLines } from './staff-lines';
import { feedAgeAt } from './ticket-age';
import { type Instant, wallTimeAt } from './time';
import { showableSlides, unshowableProblems } from './unshowable';

/** All slides with their state and why one is out, the problems, how old the tickets are, the version (product.md §5, key O). */
export function overviewScene(state: PlayerState, now: Instant): OverlayScene {
  const { snapshot } = state;
  const moment = snapshot && displayMoment(snapshot, now, state.staff);
  const { turns, position } = rotationOf(state, now);
  const on = position && turns[position.index];
  const showable = showableSlides(state, now).map(({ id }) => id);
  return {
    kind: 'overview',
    slides: (snapshot?.content.slides ?? []).map((slide) => slideLine(slide, moment, turns, on ?? null, showable)),
    staff: staffLines(state, now),
    problems: [...(snapshot?.problems ?? []), ...unshowableProblems(state, now)],
    feed: snapshot && feedLine(snapshot, now),
    version: snapshot?.version ?? '',
  };
}

function slideLine(
  slide: Slide,
  moment: Moment | null,
  turns: readonly Turn[],
  on: Turn | null,
  showable: readonly string[],
): OverviewSlide {
  const { id, title, priority } = slide;
  const reason = moment === null ? null : whyOut(slide, moment);
  if (moment === null) return { id, title, state: 'out', note: 'signage.yaml がまだありません' };
  if (reason !== null) return { id, title, state: 'out', note: outNote(reason, slide) };
  if (!showable.includes(id)) return { id, title, state: 'out', note: '画面に出せません' };
  const isOn = id === on?.slide.id;
  const turn = isOn ? on : turns.find((one) => one.slide.id === id);
  const notes = [...(priority === 'urgent' ? ['至急'] : []), ...pageNotes(turn?.page ?? null, isOn)];
  return { id, title, state: isOn ? 'on' : 'waiting', note: notes.length === 0 ? null : notes.join('・') };
}

/** Of a slide in pages: how many there are, and which one is on. */
function pageNotes(page: Turn['page'], isOn: boolean): readonly string[] {
  if (page === null || page.count < 2) return [];
  return [isOn ? `${page.index + 1}／${page.count} ページ` : `全${page.count}ページ`];
}

function outNote(reason: OutReason, { show }: Slide): string {
  switch (reason) {
    case 'notYet':
      return `${show.from} から表示します`;
    case 'over':
      return `${show.until} で終わりました`;
    case 'day':
      return '今日は表示しない日です';
    case 'time':
      return '今は表示しない時間です';
    case 'state':
      return '窓口の今の状態では表示しません';
    case 'unanswered':
      return '文章の中の {{…}} の値が今はありません';
  }
}

/** How old the tickets are, and what is wrong with the feed; null: no feed is configured. */
export function feedLine(snapshot: Snapshot, now: Instant): string | null {
  const { feed } = snapshot;
  const zone = snapshot.content.signage?.timezone;
  if (feed === null || zone === undefined) return null;
  const trouble = feed.trouble === null ? '' : `。${feed.trouble}`;
  if (snapshot.content.signage?.tickets?.source === 'keyboard') return '番号は T キーで打ちます';
  if (feed.readAt === null) return `番号はまだ届いていません${trouble}`;
  const age = { fresh: '', stale: '（更新が遅れています）', hidden: '（古いので表示していません）' }[feedAgeAt(snapshot, now)];
  return `番号の更新 ${tableTime(wallTimeAt(feed.readAt, zone))}${age}${issueNote(snapshot, zone, now)}${trouble}`;
}

/** What can be read may be left over all the same, for a file does not know that its machine has stopped: its own time tells staff. */
function issueNote({ feed, content, rehearsal }: Snapshot, zone: string, now: Instant): string {
  const issuedAt = feed?.reading?.issuedAt ?? null;
  const hideMs = content.signage?.tickets?.hideMs;
  if (issuedAt === null || hideMs === undefined || now - issuedAt < hideMs * paceOf(rehearsal)) return '';
  return `。データは ${tableTime(wallTimeAt(issuedAt, zone))} に出されたものです`;
}
