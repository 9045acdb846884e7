import { css } from 'lit';

/**
 * Sizes that follow from the screen. `--u` (a 1080th of the shorter side), `--floor` (smallest legible font size) and `--target`
 * (size of running text) are set by `screen-size.ts`; everything else is made of them. Colours: `themes.ts`.
 */
export const sizes = css`
  :host {
    --small: max(var(--floor), calc(33 * var(--u)));
    --text: max(var(--target), calc(48 * var(--u)));
    --title: max(calc(1.35 * var(--target)), calc(72 * var(--u)));
    --edge: calc(56 * var(--u));
    --radius: calc(20 * var(--u));
    --stroke: max(2px, calc(3 * var(--u)));
    --hair: max(1px, calc(1.5 * var(--u)));
  }
`;

/** What every element starts from: no margins of the browser's, phrases that stay whole, room for what translations may spare. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  li,
  dl,
  dt,
  dd,
  table {
    margin: 0;
    padding: 0;
    font: inherit;
    list-style: none;
  }

  strong,
  em {
    font-style: normal;
    font-weight: 700;
  }

  .phrase,
  .part {
    display: inline-block;
    max-width: 100%;
  }

  /* What the display's own type has no letters for (fonts.ts). */
  [lang='en'],
  [lang='pt-BR'],
  :host([lang='en']),
  :host([lang='pt-BR']) {
    font-family: 'Western Quotes', 'BIZ UDPGothic', sans-serif;
  }

  [lang='zh-Hans'],
  :host([lang='zh-Hans']) {
    font-family: 'Noto Sans SC', 'BIZ UDPGothic', sans-serif;
  }

  [lang='ko'],
  :host([lang='ko']) {
    font-family: 'Noto Sans KR', 'BIZ UDPGothic', sans-serif;
  }

  [lang='vi'],
  :host([lang='vi']) {
    font-family: 'Noto Sans', 'BIZ UDPGothic', sans-serif;
  }

  /* These types are taller than their em: set closer, lines would reach into one another. */
  :is([lang='zh-Hans'], [lang='ko'], [lang='vi']) {
    line-height: 1.5 !important;
  }

  .other {
    display: block;
    font-weight: 400;
    word-break: normal;
  }

  ruby {
    ruby-position: over;
    ruby-align: center;
  }

  /* Furigana are text like any other: they keep the smallest legible size. */
  rt {
    font-size: max(0.5em, var(--floor));
    font-weight: 400;
    line-height: 1.1;
  }

  /* Furigana reach beyond their word over the kana beside it, as far as these go (JLREQ 3.3.8, which knows half as large ones only). */
  .leans {
    --rt: max(0.5em, var(--floor));
    --beyond: max(0px, (var(--reading) * var(--rt) - var(--word) * 1em) / 2);
    --most: calc(1.4 * var(--rt));
    display: inline-block;
  }

  /* Chromium before 128 spreads the word below its furigana: there is no room beside it. */
  @supports (ruby-align: center) {
    .leans {
      margin-inline: calc(-1 * min(var(--beyond), var(--most), var(--before) * 0.9em))
        calc(-1 * min(var(--beyond), var(--most), var(--after) * 0.9em));
    }
  }

  svg {
    display: block;
  }

  [hidden] {
    display: none !important;
  }

  /* Variables reach into the elements within, too. */
  :host([lean]) {
    --spare-first: none;
  }

  :host([others='2']) {
    --language-3: none;
  }

  :host([others='1']) {
    --language-2: none;
    --language-3: none;
  }

  .language-2 {
    display: var(--language-2, contents);
  }

  .language-3 {
    display: var(--language-3, contents);
  }

  :host([lean='more']) {
    --spare: none;
  }

  .spare {
    display: var(--spare, block);
  }

  .spare-first {
    display: var(--spare-first, block);
  }
`;
