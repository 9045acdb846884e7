import { inlinesIn } from '../content/inlines-in';
import { inlineText } from '../content/reading';
import { type CheckRule, lineOf, warning } from './facts';

const CODE = /(?:2|２|二)次元コード|QR ?コード|ＱＲコード/;

/** A text that speaks of a two-dimensional code on a slide that draws none. */
export const codeWithoutLink: CheckRule = ({ content, files }) =>
  content.slides
    .filter(({ title, blocks, link }) => link === null && CODE.test(title + inlineText(inlinesIn(blocks))))
    .map(({ file }) =>
      warning(file, lineOf(files, file, CODE), '2次元コードのことが書いてありますが、link: がないのでコードは出ません'),
    );
