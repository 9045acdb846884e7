import { describe, expect, it } from 'vitest';
import { nameOfMachine, parseDisplayName } from '../../renderer/domain/display-name';
import { type DisplayFacts, displayStatus, offlineStatus, statusTopic } from '../../renderer/domain/display-status';
import type { Feed, Snapshot } from '../../renderer/domain/snapshot';
import { tellIn } from '../../renderer/domain/status-pace';
import { at, contentOf, snapshotOf, THREE_SLIDES } from '../fixtures/folder';

const NOW = at('2023-09-28T15:24:00+09:00');
const CONTENT = contentOf(THREE_SLIDES);
const IDENTITY = { name: 'lobby-1', instance: '3f2a9c04', version: '1.2.3', startedAt: NOW - 3_600_000 };
const feed = (rest: Partial<Feed>): Feed => ({ reading: null, readAt: null, since: null, trouble: null, ...rest });

function facts(snapshot: Partial<Snapshot> = {}, rest: Partial<DisplayFacts> = {}): DisplayFacts {
  return {
    identity: IDENTITY,
    snapshot: snapshotOf(CONTENT, snapshot),
    contentRevision: 'a1b2c3',
    painted: { slideId: '10-a', at: NOW - 800, troubles: [] },
    pageDeaths: 0,
    memoryMb: 310,
    ...rest,
  };
}
const status = (snapshot: Partial<Snapshot> = {}, rest: Partial<DisplayFacts> = {}) => displayStatus(facts(snapshot, rest), NOW);
const slide = (slideId: string) => status({}, { painted: { slideId, at: NOW, troubles: [] } });

describe('the status of a display', () => {
  it('tells who it is, what is on the glass, and how old everything is', () => {
    expect(status({ feed: feed({ readAt: NOW - 12_300 }) })).toEqual({
      online: true,
      name: 'lobby-1',
      instance: '3f2a9c04',
      at: '2023-09-28T06:24:00.000Z',
      version: '1.2.3',
      startedAt: '2023-09-28T05:24:00.000Z',
      rehearsal: false,
      painted: { slide: '10-a', at: '2023-09-28T06:23:59.200Z' },
      content: { revision: 'a1b2c3', present: true },
      feed: { age: 'fresh', ageSeconds: 12, trouble: null },
      pageDeaths: 0,
      memoryMb: 310,
      problemCount: 0,
      problems: [],
    });
  });

  it('tells of a feed as visitors see it', () => {
    expect(status().feed).toBeNull();
    expect(status({ feed: feed({ trouble: 'つながりません' }) }).feed).toEqual({
      age: 'hidden',
      ageSeconds: null,
      trouble: 'つながりません',
    });
    expect(status({ feed: feed({ readAt: NOW - 30_000 }) }).feed).toMatchObject({ age: 'stale', ageSeconds: 30 });
    expect(status({ feed: feed({ readAt: NOW - 120_000 }) }).feed).toMatchObject({ age: 'hidden', ageSeconds: 120 });
  });

  it('counts the age of a feed on the clock that it was read by', () => {
    const rehearsal = { start: at('2023-09-29T16:00+09:00'), realStart: NOW - 10_000, speed: 60 };
    const readAt = rehearsal.start + 5_000 * 60;
    expect(status({ rehearsal, feed: feed({ readAt }) })).toMatchObject({
      rehearsal: true,
      feed: { age: 'fresh', ageSeconds: 5 },
    });
  });

  it('keeps its size, whatever is wrong in the folder', () => {
    const problems = Array.from({ length: 5_000 }, (_, index) => ({
      file: `slides/${index}.md`,
      line: index,
      level: 'error' as const,
      message: 'あ'.repeat(1_000),
    }));
    const told = status({ problems });
    expect(told.problemCount).toBe(5_000);
    expect(told.problems).toHaveLength(20);
    expect(told.problems[0]?.startsWith('slides/0.md 0行目: あ')).toBe(true);
    expect(new TextEncoder().encode(JSON.stringify(told)).length).toBeLessThan(16_384);
  });

  it('tells of media that the page could not show', () => {
    const painted = { slideId: '10-a', at: NOW, troubles: ['slides/60-clip.mp4: 再生できません'] };
    expect(status({}, { painted })).toMatchObject({ problemCount: 1, problems: ['slides/60-clip.mp4: 再生できません'] });
  });

  it('says how it went: in order, or without a word', () => {
    expect(offlineStatus(IDENTITY, 'lost')).toEqual({
      online: false,
      why: 'lost',
      name: 'lobby-1',
      instance: '3f2a9c04',
      version: '1.2.3',
      startedAt: '2023-09-28T05:24:00.000Z',
    });
    expect(offlineStatus(IDENTITY, 'left').why).toBe('left');
  });
});

describe('when a status is told', () => {
  it.each([
    ['nothing has been told', null, slide('10-a')],
    ['the feed is lost', status({ feed: feed({ readAt: NOW }) }), status({ feed: feed({ readAt: NOW, trouble: '断' }) })],
    ['the numbers get old', status({ feed: feed({ readAt: NOW }) }), status({ feed: feed({ readAt: NOW - 31_000 }) })],
    [
      'a problem is new',
      status(),
      status({ problems: [{ file: 'signage.yaml', line: 1, level: 'warning', message: '疑わしい' }] }),
    ],
    ['the content is new', status(), status({}, { contentRevision: 'd4e5f6' })],
    ['the folder is away', status(), status({ folderPresent: false })],
    ['the page has died', status(), status({}, { pageDeaths: 1 })],
    ['the first slide is there', status({}, { painted: { slideId: null, at: NOW, troubles: [] } }), status()],
    ['the standby takes the place of the slides', status(), status({}, { painted: { slideId: null, at: NOW, troubles: [] } })],
  ])('is at once when %s, a second after the last message', (_, told, now) => {
    expect(tellIn(told, now, Number.POSITIVE_INFINITY)).toBe(0);
    expect(tellIn(told, now, 1_000)).toBe(0);
    expect(tellIn(told, now, 400)).toBe(600);
  });

  it('is every 30 s while only the slides change', () => {
    expect(tellIn(slide('10-a'), slide('20-b'), 8_000)).toBe(22_000);
    expect(tellIn(slide('10-a'), slide('20-b'), 31_000)).toBe(0);
  });

  it('is within a minute when nothing changes but time and memory', () => {
    const later = displayStatus(facts({ feed: feed({ readAt: NOW }) }, { memoryMb: 999 }), NOW + 9_000);
    expect(tellIn(status({ feed: feed({ readAt: NOW }) }), later, 9_000)).toBe(46_000);
    expect(tellIn(slide('10-a'), slide('10-a'), 55_000)).toBe(0);
  });
});

describe('the name of a display', () => {
  it.each(['lobby-1', '本庁舎1階', 'lobby.city.example'])('may be %s', (name) => {
    expect(parseDisplayName(name)).toBe(name);
    expect(nameOfMachine(name)).toBe(name);
  });

  it.each(['', ' ', 'a/b', '+', '#', 'a\0b', 'a\nb', '\ud800', 'x'.repeat(65)])('may not be %j', (name) => {
    expect(parseDisplayName(name)).toBeNull();
  });

  it('is the name of the machine, made fit for a topic', () => {
    expect(nameOfMachine('a/b+c#d\0e')).toBe('a-b-c-d-e');
    expect(nameOfMachine('x'.repeat(300))).toBe('x'.repeat(64));
    expect(nameOfMachine('')).toBe('display');
    expect(statusTopic('city/signage', 'lobby-1')).toBe('city/signage/lobby-1/status');
  });
});
