import type { Block } from '../content/block';
import { cut } from '../content/fold';
import { inlinesIn } from '../content/inlines-in';
import { type CheckRule, lineOf, warning } from './facts';

const BRACES = 'ふりがなと値のかっこは、半角の { | } で書いてください';

/** Signs that were meant to do something, stand in the text as they are, and are read by visitors. */
const SIGNS: readonly (readonly [form: RegExp, advice: string])[] = [
  [/<\/?[A-Za-z][^<>]{0,80}>/, 'HTML は使えません'],
  [/｛[^｛｝]{0,40}[|｜｝]?/, BRACES],
  [/\{[^{}|]{1,40}｜[^{}]{0,60}\}?/, BRACES],
  [/\{\{(?![^{}]{0,80}\}\}).{0,20}/, '{{ に対する }} がありません'],
  [/\*\*|＊＊/, '太字は、文字のすぐ前とすぐ後に半角の ** を書いてください'],
  [/!\[[^[\]]{0,80}\](?=[(（])/, '写真の名前に空白があるときは、![説明](<ファイル名>) のように < > で囲んでください'],
  [/^[＃]+.{0,20}/, '見出しは、半角の # と空白で始めてください'],
];

/** A text that shows its markup. */
export const signsOnGlass: CheckRule = ({ content, files }) => {
  const cards = [...content.emergencyCards, ...(content.emergency === null ? [] : [content.emergency])];
  const slides = content.slides.flatMap((slide) => [
    slide,
    ...slide.translations.map((one) => ({ ...one, file: slide.file.replace(/\.md$/i, `.${one.language}.md`) })),
  ]);
  return [...slides, ...cards].flatMap(({ file, title, blocks }) => {
    const texts = [title, ...textsIn(blocks)];
    return SIGNS.flatMap(([form, advice]) => {
      const sign = texts.map((text) => form.exec(text)?.[0]).find((one) => one !== undefined);
      if (sign === undefined) return [];
      return [warning(file, lineOf(files, file, sign), `「${cut(sign)}」がそのまま画面に出ます。${advice}`)];
    });
  });
};

function textsIn<V>(blocks: readonly Block<V>[]): readonly string[] {
  return inlinesIn(blocks).flatMap((inline) => (inline.kind === 'text' ? [inline.text] : []));
}
