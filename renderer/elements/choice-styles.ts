import { css } from 'lit';

/** A list to choose from with the keyboard: the selected line is filled. */
export const choiceStyles = css`
  ol {
    display: flex;
    flex-direction: column;
    gap: 0.25em;
  }

  li {
    display: grid;
    grid-template-columns: 1.2em auto minmax(0, 1fr);
    align-items: center;
    gap: 0 0.5em;
    padding: 0.2em 0.5em;
    border-radius: 0.3em;
  }

  .selected {
    background: var(--accent-fill);
    color: var(--on-fill);
    font-weight: 700;
  }

  .selected kbd {
    color: var(--ink);
  }
`;
