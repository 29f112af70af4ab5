import { css } from 'lit';

export const contentsStyles = css`
  /* Don't leave even a gap between the neighbors. A custom state, because only Chromium supports :host:has(…). */
  :host(:state(empty)) {
    display: none;
  }
  ol {
    padding: 0;
    list-style: none;
  }
  li + li {
    margin: 0;
  }
  a {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    padding: 0.5em 1em;
    border-inline-start: var(--_line);
  }
  [aria-current] {
    padding-inline-start: calc(1em - 3px);
    border-inline-start: 4px solid var(--_accent);
    text-decoration: none;
  }
`;
