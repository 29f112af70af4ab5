import { css } from 'lit';

export const sourcesStyles = css`
  li {
    scroll-margin-block-start: var(--space);
  }
  [part='source'] {
    padding-block: 0.6em;
  }
  button {
    margin-block: -0.7em;
    text-align: center;
  }
  svg {
    vertical-align: middle;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 var(--space);
    max-inline-size: 34em;
    margin: var(--space) 0 0;
    padding-block-start: calc(0.75 * var(--space));
    border-block-start: var(--line);
  }
  dd {
    margin: 0;
  }
`;
