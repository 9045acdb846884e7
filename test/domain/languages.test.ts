import { describe, expect, it } from 'vitest';
import { planAt } from '../../renderer/domain/plan';
import { player } from '../../renderer/domain/player';
import { INITIAL_PLAYER } from '../../renderer/domain/player-state';
import { sceneAt } from '../../renderer/domain/scene-at';
import { at, contentOf, SIGNAGE, snapshotOf } from '../fixtures/folder';

const SLIDE = {
  'slides/10-a.md':
    '---\ntitle: 必要なもの\nlayout: checklist\n---\n1. カード（該当する方のみ）\n2. 通帳\n\n{{closes-60m}}まで\n',
  'slides/10-a.en.md': '---\ntitle: What to bring\n---\n1. Card\n2. Bank book\n\nUntil {{closes-60m}}\n',
  'slides/10-a.vi.md': '---\ntitle: Giấy tờ\n---\n',
};
const NOW = at('2023-09-28T15:24:10+09:00');

function sceneIn(languages: string, files: Readonly<Record<string, string>> = SLIDE, now = NOW) {
  const signage = SIGNAGE.replace('languages: [ja, en]', `languages: [${languages}]`);
  const snapshot = snapshotOf(contentOf({ ...files, 'signage.yaml': signage }));
  return sceneAt(player(INITIAL_PLAYER, { kind: 'snapshot', snapshot }, now).state, now);
}

function slideIn(languages: string, files?: Readonly<Record<string, string>>) {
  const { stage } = sceneIn(languages, files);
  if (stage.kind !== 'slide') throw new Error('no slide');
  return stage.slide;
}

describe('the languages of a folder', () => {
  it('show a slide’s text beside the first, item by item, with times as that language writes them', () => {
    const slide = slideIn('ja, en');
    expect(slide.title).toEqual({ main: '必要なもの', others: [{ language: 'en', text: 'What to bring' }] });
    expect(slide.blocks).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'live', value: '午後4時' },
          { kind: 'text', text: 'まで' },
        ],
      },
    ]);
    expect(slide.translations).toEqual([
      {
        language: 'en',
        body: {
          kind: 'checklist',
          items: [
            { number: 1, thing: [{ kind: 'text', text: 'Card' }], note: [], conditional: null },
            { number: 2, thing: [{ kind: 'text', text: 'Bank book' }], note: [], conditional: null },
          ],
        },
        blocks: [
          {
            kind: 'paragraph',
            children: [
              { kind: 'text', text: 'Until ' },
              { kind: 'live', value: '4:00 p.m.' },
            ],
          },
        ],
      },
    ]);
  });

  it('turn round when another one leads', () => {
    const slide = slideIn('en, ja');
    expect(slide.title).toEqual({ main: 'What to bring', others: [{ language: 'ja', text: '必要なもの' }] });
    expect(slide.body).toMatchObject({
      kind: 'checklist',
      items: [{ thing: [{ text: 'Card' }] }, { thing: [{ text: 'Bank book' }] }],
    });
    expect(slide.translations).toMatchObject([{ language: 'ja', body: { items: [{ thing: [{ text: 'カード' }] }, {}] } }]);
  });

  it('leave out quietly what is missing: a language without a file, a text without a body', () => {
    const slide = slideIn('ja, ko, vi');
    expect(slide.title.others).toEqual([{ language: 'vi', text: 'Giấy tờ' }]);
    expect(slide).not.toHaveProperty('translations');
    expect(slideIn('vi, ja')).toMatchObject({ title: { main: 'Giấy tờ' }, blocks: [{}], body: { items: [{}, {}] } });
    expect(slideIn('ko')).toMatchObject({ title: { main: '必要なもの', others: [] } });
  });

  it('keep a slide whose translation alone has a value without an answer', () => {
    const files = { ...SLIDE, 'slides/10-a.en.md': '---\ntitle: A\n---\n{{days left: nothing}}\n' };
    expect(slideIn('ja, en', files)).not.toHaveProperty('translations');
  });

  it('are the languages of the bands, too', () => {
    const { header, foot } = sceneIn('en, ja, pt-BR');
    expect(header.date).toBe('Thursday, 28 September 2023');
    expect(foot.desk?.countdown).toMatchObject({
      figure: '1 h 36 min',
      label: {
        main: 'Closes today at 5:00 p.m.',
        others: [
          { language: 'ja', text: '本日の受付終了まで' },
          { language: 'pt-BR', text: 'Hoje fecha às 17h' },
        ],
      },
    });
    expect(foot.deadlines).toMatchObject([
      { figure: '2 days left', detail: 'Until Sat, 30 Sep', label: { others: [{}, { text: 'Prazo: sáb., 30/9' }] } },
    ]);
    expect(foot.desk?.status.word).toMatchObject({ main: 'Open', others: [{ text: '受付中' }, { text: 'Aberto' }] });
  });

  it('are those of the data a slide draws', () => {
    const files = {
      'slides/10-a.md': '---\nlayout: countdown\n---\n',
      'slides/20-b.md': '---\nlayout: contact\n---\n',
    };
    expect(slideIn('vi, ja', files)).toMatchObject({
      title: { main: 'Thời hạn' },
      body: {
        cards: [
          { name: { main: 'Ngày cuối của quầy này' }, figure: '1', unit: 'ngày', detail: 'Đến 17:00 Thứ Sáu, 29/9' },
          { figure: '2', unit: 'ngày', detail: 'Đến hết Thứ Bảy, 30/9' },
        ],
      },
    });
    const { 'slides/20-b.md': contact } = files;
    expect(slideIn('ko', { 'slides/20-b.md': contact })).toMatchObject({
      body: { contacts: [{ status: { word: { main: '접수 중' }, text: '오후 8시까지' } }] },
    });
  });

  it('leave the plan in the language of staff', () => {
    const signage = SIGNAGE.replace('languages: [ja, en]', 'languages: [en]');
    expect(planAt(contentOf({ 'signage.yaml': signage }), NOW)).toMatchObject({
      desk: { text: '受付終了まで 1時間36分' },
      deadlines: [{ text: 'あと2日' }],
      lastDay: { text: 'あと1日' },
    });
  });
});
