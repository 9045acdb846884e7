import { css } from 'lit';

/**
 * The colours of each dress. A state has a colour for text and frames (`--open`) and one for grounds (`--open-fill`, with
 * `--on-fill` on it); `--…-tint` is the pale ground of a frame. All text has 7:1 or more on every ground it stands on (the page tests
 * measure it from pixels): look/README.md's second ink, accent and state colours are a shade deeper here, because they also stand
 * on tinted grounds.
 */
export const themes = css`
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
    --band-line: transparent;
    --dot: #8499b1;
    --sun: #ffd166;
    --on-sun: #0d2b4b;
    --accent: #004f95;
    --accent-fill: #004f95;
    --tint: #eaf1f7;
    --tint-line: #c6d6e4;
    --fresh: #fff6d6;
    --on-fill: #ffffff;
    --open: #005e43;
    --open-fill: #005e43;
    --open-tint: #eef6f3;
    --soon: #7a4200;
    --soon-fill: #7a4200;
    --soon-tint: #fff4e3;
    --urgent: #9e1b16;
    --urgent-fill: #9e1b16;
    --urgent-tint: #fdf0ef;
    --calm: #34485c;
    --calm-fill: #34485c;
    --calm-tint: #f0f2f3;
    --ended-fill: #10243a;
    --dark: #0a0d10;
    --dim: #9aa5b1;
  }

  /* After the closing: the same picture by lamplight. Nothing on it looks like an open desk from the door. */
  :host([theme='evening']) {
    --paper: #15212d;
    --panel: #1d2c3a;
    --line: #41566a;
    --ink: #f6f1e6;
    --second: #cad5df;
    --navy: #0a131c;
    --on-navy-second: #c3ceda;
    --navy-line: #40566d;
    --accent: #a9d4ff;
    --accent-fill: #274a6d;
    --tint: #101a24;
    --tint-line: #34495d;
    --fresh: #3b3214;
    --open: #9be3c4;
    --open-tint: #16302a;
    --soon: #ffd08a;
    --soon-tint: #33260f;
    --urgent: #ffb9b2;
    --urgent-tint: #3a1a1a;
    --calm: #d6e0e9;
    --calm-tint: #18242f;
    --ended-fill: #05090d;
  }

  /* For visitors who see little: white and bright colours on black, every box outlined. */
  :host([theme='contrast']) {
    --paper: #000000;
    --panel: #000000;
    --line: #ffffff;
    --ink: #ffffff;
    --second: #ffffff;
    --navy: #000000;
    --on-navy-second: #ffffff;
    --navy-line: #ffffff;
    --band-line: #ffffff;
    --dot: #b4b4b4;
    --sun: #ffe14d;
    --on-sun: #000000;
    --accent: #8fd3ff;
    --accent-fill: #8fd3ff;
    --tint: #000000;
    --tint-line: #ffffff;
    --fresh: #33300a;
    --on-fill: #000000;
    --open: #6dffae;
    --open-fill: #6dffae;
    --open-tint: #000000;
    --soon: #ffd166;
    --soon-fill: #ffd166;
    --soon-tint: #000000;
    --urgent: #ffaaa3;
    --urgent-fill: #ffaaa3;
    --urgent-tint: #000000;
    --calm: #e4e9ee;
    --calm-fill: #e4e9ee;
    --calm-tint: #000000;
    --ended-fill: #ffffff;
    --dark: #000000;
    --dim: #c4ccd4;
  }
`;
