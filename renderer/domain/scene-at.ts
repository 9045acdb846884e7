import type { EmergencyCard } from './content/content';
import { deadlineCountdowns } from './deadline-cards';
import { emergencyAt, emergencyScene } from './emergency';
import { holdAt } from './hold';
import { leaveScene } from './leave-dialog';
import { isDarkAt } from './light';
import { displayMoment, type Moment } from './moment';
import { durationForms, tableTime } from './notation';
import { offeredCards } from './overlay';
import { feedLine, overviewScene } from './overview';
import { pauseScene } from './pause-dialog';
import type { Overlay, PlayerState } from './player-state';
import { rotationOf, slideCount } from './round';
import type { FootScene, OverlayScene, Scene, SlideScene, StageScene } from './scene';
import { slideNameOf } from './slide-name';
import { slideScene } from './slide-scene';
import { STAFF_KEYS } from './staff-keys';
import { marksAt, staffLines } from './staff-lines';
import { statusAt } from './status';
import { leadingTexts, wordsIn } from './texts/in-languages';
import { themeAt } from './theme';
import { ticketScene } from './ticket-dialog';
import { ticketsAt } from './ticket-view';
import { type Instant, instantOf, wallTimeAt } from './time';
import { unshowableProblems } from './unshowable';

/** The bands move by a step every few minutes against burn-in. */
const DRIFT_STEP_MS = 300_000;
const DRIFT_STEPS = 8;

/**
 * All that the screen shows at `now` (display time): a function of content, tickets, what staff pressed and the time, and of
 * nothing else. Equal until `nextChangeAfter`.
 */
export function sceneAt(state: PlayerState, now: Instant): Scene {
  const { snapshot } = state;
  const moment = snapshot && displayMoment(snapshot, now, state.staff);
  if (snapshot === null || moment === null) return standbyScene(state, now);
  const { signage } = moment;
  const { turns, position } = rotationOf(state, now);
  const tickets = ticketsAt(snapshot, moment, state.staff, state.board);
  const turn = position && turns[position.index];
  const following = position && turns[position.next];
  const next = (following && slideScene(following.slide, moment, tickets, following.page)) ?? null;
  const own = turn && slideScene(turn.slide, moment, tickets, turn.page);
  const isAlone = !own || next === null || slideNameOf(next) === slideNameOf(own);
  const slide = own && (isAlone || holdAt(state, now) !== null ? looping(own) : own);
  const emergency = emergencyAt(state, now);
  const stage: StageScene = slide
    ? { kind: 'slide', slide }
    : { kind: 'standby', text: wordsIn(signage.languages, ({ standby }) => standby) };
  const movedTo = moment.today?.place ?? null;
  return {
    language: signage.languages[0] ?? 'ja',
    theme: themeAt(moment),
    screen: { inches: signage.screen.inches, distance: signage.screen.distance },
    dark: emergency === null && isDarkAt(state, now),
    drift: Math.floor(now / DRIFT_STEP_MS) % DRIFT_STEPS,
    header: {
      title: signage.title,
      place: movedTo ?? signage.place ?? '',
      moved: movedTo !== null,
      date: leadingTexts(signage.languages).date(moment.date),
      time: tableTime(wallTimeAt(now, signage.timezone)),
    },
    emergency: emergency && emergencyScene(state, emergency, signage.timezone, now),
    stage,
    next: isAlone ? null : next,
    tickets,
    foot: footAt(moment, turn ? { index: turn.index, count: slideCount(turns) } : null),
    marks: marksAt(state, now),
    overlay: overlayOf(state, now),
    transition: state.arrival,
  };
}

/** Before the first good `signage.yaml`: calm words, no clock, for not even the zone is known. */
function standbyScene(state: PlayerState, now: Instant): Scene {
  const emergency = emergencyAt(state, now);
  return {
    language: 'ja',
    theme: 'light',
    screen: { inches: 55, distance: 5 },
    dark: emergency === null && isDarkAt(state, now),
    drift: Math.floor(now / DRIFT_STEP_MS) % DRIFT_STEPS,
    header: { title: '', place: '', moved: false, date: '', time: '' },
    emergency: emergency && emergencyScene(state, emergency, null, now),
    stage: { kind: 'standby', text: wordsIn(['ja', 'en'], ({ standby }) => standby) },
    next: null,
    tickets: null,
    foot: { desk: null, deadlines: [], position: null },
    marks: marksAt(state, now),
    overlay: overlayOf(state, now),
    transition: 'cut',
  };
}

/** A film that nothing follows begins anew at its end: its last picture may be black. */
function looping(slide: SlideScene): SlideScene {
  return slide.body.kind === 'video' ? { ...slide, body: { ...slide.body, loops: true } } : slide;
}

function footAt(moment: Moment, position: FootScene['position']): FootScene {
  const { desk, signage, now } = moment;
  const status = statusAt(moment);
  const deadlines = deadlineCountdowns(moment);
  if (desk === null || status === null) return { desk: null, deadlines, position };
  if (desk.kind !== 'open' || desk.closesAt === null) return { desk: { status, countdown: null }, deadlines, position };
  const closes = wallTimeAt(desk.closesAt, signage.timezone);
  const label = wordsIn(signage.languages, (texts) => texts.closesToday(closes));
  const { duration } = leadingTexts(signage.languages);
  const opens = instantOf(moment.date, moment.today?.spans[0]?.from ?? '00:00', signage.timezone);
  const figure = duration(desk.closesAt - now);
  const forms = durationForms(desk.closesAt - opens, duration);
  const countdown = { label, figure, forms, detail: status.detail, tone: status.tone };
  return { desk: { status, countdown }, deadlines, position };
}

function overlayOf(state: PlayerState, now: Instant): OverlayScene | null {
  const { overlay, snapshot } = state;
  if (overlay === null) return null;
  if (overlay.kind === 'leave') return leaveScene(overlay.digits, state);
  if (overlay.kind === 'overview') return overviewScene(state, now);
  if (overlay.kind === 'emergency') return chooserScene(overlay, offeredCards(snapshot));
  if (overlay.kind === 'ticket') return ticketScene(overlay, state, now);
  if (overlay.kind === 'pause') return pauseScene(overlay, snapshot?.content.signage?.timezone ?? null, now);
  return {
    kind: 'keys',
    keys: STAFF_KEYS,
    staff: staffLines(state, now),
    feed: snapshot && feedLine(snapshot, now),
    problems: [...(snapshot?.problems ?? []), ...unshowableProblems(state, now)],
    version: snapshot?.version ?? '',
  };
}

type Chooser = Extract<Overlay, { kind: 'emergency' }>;

function chooserScene({ selected, asking }: Chooser, offered: readonly EmergencyCard[]): OverlayScene {
  const cards = offered.map(({ title, drill }) => (drill ? `【訓練】${title}` : title));
  const index = Math.min(selected, Math.max(cards.length - 1, 0));
  return {
    kind: 'emergency',
    cards,
    selected: index,
    question: asking ? `「${cards[index] ?? ''}」を画面いっぱいに出します。よろしければ Enter、やめるときは Esc` : null,
    hint:
      cards.length === 0
        ? '緊急の案内がありません。emergency フォルダーに1枚1ファイルで入れてください'
        : '↑↓ で選んで Enter。表示中に E を押すと終わります',
  };
}
