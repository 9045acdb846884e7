import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageBridge } from '../../renderer/controllers/page-bridge';
import type { Wire } from '../../renderer/domain/bridge';
import type { Content } from '../../renderer/domain/content/content';
import type { Snapshot } from '../../renderer/domain/snapshot';
import { newsOf, withNews } from '../../renderer/domain/snapshot-news';
import { contentOf, snapshotOf } from '../fixtures/folder';

const slide = (name: string) => ({ [`slides/${name}.md`]: `---\ntitle: ${name}\n---\n本文です。\n` });
const ALL = contentOf(Object.assign({}, ...Array.from({ length: 30 }, (_, index) => slide(`${index + 10}-a`))));
/** What crosses a process border arrives as a copy. */
const crossed = <T>(value: T): T => structuredClone(value);
const contentWith = (indexes: readonly number[]): Content => ({
  ...ALL,
  slides: indexes.flatMap((index) => ALL.slides[index] ?? []),
});

describe('the news of a snapshot', () => {
  it('make the next snapshot of the one before, whatever came, went or moved', () => {
    const picks = fc.uniqueArray(fc.nat(29));
    fc.assert(
      fc.property(picks, picks, (before, after) => {
        const base = snapshotOf(contentWith(before), { revision: 1 });
        const next = snapshotOf(contentWith(after), { revision: 2 });
        expect(withNews(crossed(base), crossed(newsOf(base, next)))).toEqual(next);
      }),
    );
  });

  it('hold only the slide that changed, and nothing of the content when that stayed', () => {
    const base = snapshotOf(ALL);
    const changed = { ...ALL.slides[3], title: '新' } as Content['slides'][number];
    const content = { ...ALL, slides: ALL.slides.map((one, index) => (index === 3 ? changed : one)) };
    const news = newsOf(base, snapshotOf(content, { revision: 2 }));
    expect(news.content?.slides.filter((one) => typeof one !== 'number')).toEqual([changed]);
    expect(newsOf(base, { ...base, revision: 3, problems: [] }).content).toBeNull();
    expect(withNews(base, news)?.content.slides[4]).toBe(ALL.slides[4]);
  });

  it('are refused by whoever has another base', () => {
    const base = snapshotOf(ALL, { revision: 4 });
    const news = newsOf(base, snapshotOf(ALL, { revision: 5 }));
    expect(withNews(null, news)).toBeNull();
    expect(withNews({ ...base, revision: 3 }, news)).toBeNull();
  });
});

describe('the page’s end of the bridge', () => {
  function opened(first: Snapshot) {
    let main = first;
    let asked = 0;
    let tell: (news: string) => void = () => {};
    const wire: Wire = {
      current: async () => {
        asked += 1;
        return JSON.stringify(main);
      },
      onNews: (listener) => {
        tell = listener;
        return () => {};
      },
      remember: () => {},
      painted: () => {},
      working: () => {},
      leave: () => {},
    };
    const seen: Snapshot[] = [];
    const bridge = pageBridge(wire);
    bridge.onSnapshot((snapshot) => seen.push(snapshot));
    return {
      bridge,
      seen,
      asked: () => asked,
      next: (snapshot: Snapshot, heard: boolean) => {
        const news = newsOf(main, snapshot);
        main = snapshot;
        if (heard) tell(JSON.stringify(news));
      },
    };
  }

  it('gives whole snapshots, and asks for one when it has missed any', async () => {
    const main = opened(snapshotOf(contentWith([0, 1]), { revision: 1 }));
    await main.bridge.current();
    main.next(snapshotOf(contentWith([1, 2]), { revision: 2 }), true);
    expect(main.seen.at(-1)?.content).toEqual(contentWith([1, 2]));
    expect(main.asked()).toBe(1);
    main.next(snapshotOf(contentWith([2]), { revision: 3 }), false);
    main.next(snapshotOf(contentWith([2, 5]), { revision: 4 }), true);
    await Promise.resolve();
    await expect.poll(() => main.seen.at(-1)?.content).toEqual(contentWith([2, 5]));
    expect(main.asked()).toBe(2);
    main.next(snapshotOf(contentWith([5]), { revision: 5 }), true);
    expect(main.seen.at(-1)?.content).toEqual(contentWith([5]));
    expect(main.asked()).toBe(2);
  });
});
