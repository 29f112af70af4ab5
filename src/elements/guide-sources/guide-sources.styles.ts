import { css } from 'lit';

export const sourcesStyles = css`
  li {
    scroll-margin-block-start: var(--space);
  }
  [part='source'] {
    padding-block: 0.6em;
  }
  /* In its line, which is no higher for it. */
  button {
    margin-block: -0.75em;
    padding-inline-start: var(--half);
    vertical-align: middle;
  }
  svg {
    display: block;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 var(--space);
    max-inline-size: 36.25em;
    margin: calc(1.25 * var(--space)) 0 0;
    padding-block-start: calc(0.75 * var(--space));
    border-block-start: var(--line);
  }
  dd {
    margin: 0;
  }
`;
