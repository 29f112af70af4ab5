import { css } from 'lit';

export const takeawaysStyles = css`
  section {
    padding-inline-start: calc(1.25 * var(--_space));
    border-inline-start: 3px solid var(--_accent);
  }
  ul {
    padding-inline-start: 1.1em;
    list-style: square;
  }
`;
