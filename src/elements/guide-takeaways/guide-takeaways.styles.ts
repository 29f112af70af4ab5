import { css } from 'lit';

export const takeawaysStyles = css`
  section {
    padding-inline-start: calc(1.25 * var(--space));
    border-inline-start: 3px solid var(--accent);
  }
  ul {
    padding-inline-start: 1.1em;
    list-style: square;
  }
`;
