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
  section > .muted {
    padding-block-start: var(--half);
  }
`;
