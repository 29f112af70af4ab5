import { css } from 'lit';

export const matcherStyles = css`
  fieldset {
    margin: var(--_space) 0;
    padding: 0;
    border: 0;
    border-block-end: var(--_line);
  }
  legend {
    padding: 0 0 0.25em;
  }
  [part='item'] {
    border-block-start: var(--_line);
  }
  /* Indent to the label's text, in a smaller font. */
  label + div {
    margin-block-start: -0.5em;
    padding-block-end: calc(0.75 * var(--_space));
    padding-inline-start: calc(2em / 0.9375);
  }
  [part='panel'] {
    margin-block-end: var(--_space);
    padding: var(--_space) var(--_space) 0;
    border: var(--_line);
    border-block-start: 3px solid var(--_accent);
  }
  [part='panel'] [part='heading'] {
    margin-block-end: 0.25em;
  }
  [part='panel'] > [part='heading'] {
    margin-block-end: calc(0.75 * var(--_space));
    font-size: 1.125em;
  }
  [part='panel'] > [part='item'] {
    padding-block: calc(0.75 * var(--_space));
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_half);
    align-items: baseline;
    margin: 0 0 0.25em;
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
  /* Several matches read as a list. */
  dd + dd,
  dd:has(+ dd) {
    display: list-item;
    inline-size: calc(100% - 1.1em);
    margin-inline-start: 1.1em;
    padding-block-end: 0.5em;
    list-style: square;
  }
  /* As tall as a thumb, without spreading the lines around it. */
  dd a {
    padding-block: calc(0.5 * var(--_target) - 0.5em);
  }
  button {
    margin-inline-end: 1.5em;
    text-decoration-line: underline;
  }
`;
