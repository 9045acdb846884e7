import type { PaintReport } from '../renderer/domain/bridge';
import { problemText } from '../renderer/domain/result';
import type { Snapshot } from '../renderer/domain/snapshot';

/** What the status file tells whoever looks after the display. */
export interface StatusFacts {
  readonly snapshot: Snapshot;
  readonly painted: PaintReport | null;
  readonly pageDeaths: number;
  readonly startedAt: number;
  readonly memoryMb: number;
}

/** The status as a text file: what was painted last and when, content revision, feed age, memory, restarts, problems. */
export function statusText({ snapshot, painted, pageDeaths, startedAt, memoryMb }: StatusFacts, now: number): string {
  const iso = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at).toISOString());
  const status = {
    at: iso(now),
    version: snapshot.version,
    startedAt: iso(startedAt),
    painted: painted && { slide: painted.slideId, at: iso(painted.paintedAt) },
    revision: snapshot.revision,
    folderPresent: snapshot.folderPresent,
    feed: snapshot.feed && { readAt: iso(snapshot.feed.readAt), trouble: snapshot.feed.trouble },
    pageDeaths,
    memoryMb,
    problems: [...snapshot.problems.map(problemText), ...(painted?.troubles ?? [])],
  };
  return `${JSON.stringify(status, null, 2)}\n`;
}
