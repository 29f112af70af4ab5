import { css } from 'lit';

export const contentsStyles = css`
  /* Not even a gap between its neighbours. */
  :host:has(.base:only-child:empty) {
    display: none;
  }
  ol {
    padding: 0;
    border-block-end: var(--line);
    list-style: none;
  }
  li + li {
    margin: 0;
  }
  a {
    display: flex;
    align-items: center;
    min-block-size: var(--target);
    padding-block: 0.5em;
    border-block-start: var(--line);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline 0.08em var(--accent);
  }
  [aria-current] {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--accent);
  }
`;
