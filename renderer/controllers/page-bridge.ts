import type { Bridge, Wire } from '../domain/bridge';
import type { Snapshot } from '../domain/snapshot';
import { type SnapshotNews, withNews } from '../domain/snapshot-news';

/** So many characters of news may be two thousand slides, which take a slow machine seconds to read and to draw. */
const LARGE = 100_000;

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
        if (text.length > LARGE) wire.working();
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
    working: () => wire.working(),
    leave: (pin) => wire.leave(pin),
  };
}
