import { css } from 'lit';

export const sourcesStyles = css`
  /* Room for two digits. */
  ol {
    padding-inline-start: 2em;
  }
  li {
    scroll-margin-block-start: var(--_space);
  }
  [part='source'] {
    padding-block: 0.6em;
  }
  /* Don't make the line any taller. */
  button {
    margin-block: -1em;
    padding-inline-start: var(--_half);
    vertical-align: middle;
  }
  svg {
    display: block;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 var(--_space);
    margin-block: var(--_space) 0;
  }
  dd {
    margin: 0;
  }
`;
