import { displayNow, paceOf } from './clock';
import { type Problem, problemText } from './result';
import type { Snapshot } from './snapshot';
import { type FeedAge, feedAgeAt } from './ticket-age';
import type { Instant } from './time';

/** Whoever reads this many knows where to go; and so long a line fits every broker. */
const MOST_PROBLEMS = 20;
const LONGEST_PROBLEM = 200;

/** Which display it is. `instance` is another one after each start: two displays of one name can be told apart by it. */
export interface DisplayIdentity {
  readonly name: string;
  readonly instance: string;
  readonly version: string;
  readonly startedAt: Instant;
}

/** The latest picture: `slideId` null while the standby is shown; `troubles`: media that could not be shown, each a line for staff. */
export interface Painted {
  readonly slideId: string | null;
  readonly at: Instant;
  readonly troubles: readonly string[];
}

/** What a display knows of itself. Instants are the machine's own, not those of a rehearsed clock. */
export interface DisplayFacts {
  readonly identity: DisplayIdentity;
  readonly snapshot: Snapshot;
  /** The same for the same content, on every display whose screen has the same size. */
  readonly contentRevision: string;
  readonly painted: Painted | null;
  readonly pageDeaths: number;
  readonly memoryMb: number;
}

/** What `status.json` and the topic tell: product.md §7. Times are ISO texts in UTC. */
export interface DisplayStatus {
  readonly online: true;
  readonly name: string;
  readonly instance: string;
  readonly at: string;
  readonly version: string;
  readonly startedAt: string;
  readonly rehearsal: boolean;
  readonly painted: { readonly slide: string | null; readonly at: string } | null;
  readonly content: { readonly revision: string; readonly present: boolean };
  /** Null: no feed is configured. `ageSeconds`: since the last good reading, null when there was none. */
  readonly feed: { readonly age: FeedAge; readonly ageSeconds: number | null; readonly trouble: string | null } | null;
  readonly pageDeaths: number;
  readonly memoryMb: number;
  readonly problemCount: number;
  /** The first of them, in Japanese, with file and line. */
  readonly problems: readonly string[];
}

/** `left`: closed in order; `lost`: gone without a word, which the broker says in the display's place. */
export interface OfflineStatus {
  readonly online: false;
  readonly why: 'left' | 'lost';
  readonly name: string;
  readonly instance: string;
  readonly version: string;
  readonly startedAt: string;
}

/** The one truth about a display at the machine's instant `now`. */
export function displayStatus(facts: DisplayFacts, now: Instant): DisplayStatus {
  const { identity, snapshot, painted } = facts;
  return {
    online: true,
    name: identity.name,
    instance: identity.instance,
    at: iso(now),
    version: identity.version,
    startedAt: iso(identity.startedAt),
    rehearsal: snapshot.rehearsal !== null,
    painted: painted && { slide: painted.slideId, at: iso(painted.at) },
    content: { revision: facts.contentRevision, present: snapshot.folderPresent },
    feed: feedStatus(snapshot, now),
    pageDeaths: facts.pageDeaths,
    memoryMb: facts.memoryMb,
    problemCount: snapshot.problems.length + (painted?.troubles.length ?? 0),
    problems: firstProblems(snapshot.problems, painted?.troubles ?? []),
  };
}

/** What stands for a display that has left, or that its broker has lost. */
export function offlineStatus(identity: DisplayIdentity, why: OfflineStatus['why']): OfflineStatus {
  const { name, instance, version, startedAt } = identity;
  return { online: false, why, name, instance, version, startedAt: iso(startedAt) };
}

/** Where the display called `name` tells how it is, below a prefix: `signage/lobby-1/status`. */
export function statusTopic(prefix: string, name: string): string {
  return `${prefix}/${name}/status`;
}

function firstProblems(problems: readonly Problem[], troubles: readonly string[]): readonly string[] {
  return [...problems.slice(0, MOST_PROBLEMS).map(problemText), ...troubles]
    .slice(0, MOST_PROBLEMS)
    .map((line) => line.slice(0, LONGEST_PROBLEM));
}

function feedStatus(snapshot: Snapshot, now: Instant): DisplayStatus['feed'] {
  const { feed, rehearsal } = snapshot;
  if (feed === null) return null;
  const shownNow = displayNow(rehearsal, now);
  const ageMs = feed.readAt === null ? null : (shownNow - feed.readAt) / paceOf(rehearsal);
  return {
    age: feedAgeAt(snapshot, shownNow),
    ageSeconds: ageMs === null ? null : Math.max(0, Math.round(ageMs / 1_000)),
    trouble: feed.trouble,
  };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
