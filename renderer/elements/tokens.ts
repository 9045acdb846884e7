import { css } from 'lit';

/**
 * Colours, type and the sizes that follow from the screen. `--u` (a 1080th of the shorter side), `--floor` (smallest legible font
 * size) and `--target` (size of running text) are set by `screen-size.ts`; everything else is made of them. All text colours
 * have 7:1 or more on every ground they stand on: look/README.md's second ink, accent and state colours are a shade deeper here,
 * because they also stand on tinted grounds.
 */
export const tokens = css`
  :host {
    --paper: #fbfaf5;
    --panel: #ffffff;
    --line: #d9dde0;
    --ink: #10243a;
    --second: #3b5066;
    --navy: #0d2b4b;
    --on-navy: #ffffff;
    --on-navy-second: #cfdbe8;
    --navy-line: #4a6484;
    --sun: #ffd166;
    --accent: #004f95;
    --tint: #eaf1f7;
    --tint-line: #c6d6e4;
    --open: #005e43;
    --open-tint: #eef6f3;
    --soon: #7a4200;
    --soon-tint: #fff4e3;
    --urgent: #9e1b16;
    --urgent-tint: #fdf0ef;
    --calm: #34485c;
    --calm-tint: #f0f2f3;
    --dark: #0a0d10;

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
