import { checklistItems } from '../content/checklist';
import type { Slide } from '../content/content';
import { inlineText } from '../content/reading';
import { type CheckRule, lineOf, warning } from './facts';

const KANJI = '一二三四五六七八九';
/** 次の4点, 以下の四つ: so many things are announced. */
const ANNOUNCED = /(?:次|以下|下記|必要なもの|持ち物|もの)(?:の|は|:)?\s*(\d{1,2}|[一二三四五六七八九])(?:点|つ|種類)/;

/** A checklist that announces another number of things than it lists. */
export const listCount: CheckRule = ({ content, files }) =>
  content.slides
    .filter(({ layout }) => layout === 'checklist')
    .flatMap((slide) => {
      const found = ANNOUNCED.exec(wordsOf(slide));
      if (found?.[1] === undefined) return [];
      const announced = KANJI.includes(found[1]) ? KANJI.indexOf(found[1]) + 1 : Number(found[1]);
      const listed = checklistItems(slide.blocks).length;
      if (announced === listed) return [];
      return [warning(slide.file, lineOf(files, slide.file, found[0]), `「${found[0]}」とありますが、一覧は${listed}点です`)];
    });

/** Title and text around the list. */
function wordsOf({ title, blocks }: Slide): string {
  return [title, ...blocks.map((block) => ('children' in block ? inlineText(block.children) : ''))].join('\n').normalize('NFKC');
}
