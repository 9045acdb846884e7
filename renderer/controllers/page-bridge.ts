import type { Bridge, Wire } from '../domain/bridge';
import type { Snapshot } from '../domain/snapshot';
import { type SnapshotNews, withNews } from '../domain/snapshot-news';

/** The bridge as the player knows it, over what crosses from main: news that build on what is not here are answered by asking for the whole. */
export function pageBridge(wire: Wire): Bridge {
  let latest: Snapshot | null = null;
  const ask = async () => {
    const snapshot = JSON.parse(await wire.current()) as Snapshot;
    if (latest === null || snapshot.revision > latest.revision) latest = snapshot;
    return snapshot;
  };
  return {
    current: ask,
    onSnapshot: (listener) =>
      wire.onNews((text) => {
        const news = JSON.parse(text) as SnapshotNews;
        if (latest !== null && news.revision <= latest.revision) return;
        const next = withNews(latest, news);
        if (next === null) void ask().then(listener);
        else {
          latest = next;
          listener(next);
        }
      }),
    remember: (staff) => wire.remember(staff),
    painted: (report) => wire.painted(report),
    leave: () => wire.leave(),
  };
}
