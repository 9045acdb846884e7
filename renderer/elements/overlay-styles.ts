import { css } from 'lit';

/** A card over the picture, for staff standing at the keyboard. */
export const overlayStyles = css`
  :host {
    --o: calc(var(--floor) + (max(var(--floor), calc(40 * var(--u))) - var(--floor)) * var(--fit, 1));
    position: absolute;
    inset: 0;
    display: grid;
    /* The row is the screen's height whatever stands in it: a card that is too tall is seen to be. */
    grid-template-rows: minmax(0, 1fr);
    place-items: center;
    padding: calc(2.5vmin);
    background: rgb(10 20 33 / 72%);
    font-size: var(--o);
    line-height: 1.35;
  }

  [role='dialog'] {
    display: flex;
    flex-direction: column;
    gap: calc(20 * var(--u));
    max-width: 100%;
    max-height: 100%;
    padding: calc(36 * var(--u)) calc(48 * var(--u));
    border: var(--stroke) solid var(--navy);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--ink);
  }

  h2 {
    font-size: calc(1.25 * var(--o));
    font-weight: 700;
  }

  kbd {
    display: inline-block;
    min-width: 1.7em;
    padding: 0 0.4em;
    border: var(--hair) solid var(--second);
    border-radius: 0.25em;
    background: var(--calm-tint);
    font: inherit;
    font-weight: 700;
    text-align: center;
    white-space: nowrap;
  }
`;
