import { css } from 'lit';

export const matcherStyles = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .choice {
    border-block-start: var(--line);
  }
  label {
    display: flex;
    gap: 0.75em;
    padding-block: calc((var(--target) - 1.5em) / 2);
    cursor: pointer;
  }
  input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.125em 0 0;
    accent-color: var(--accent);
    font: inherit;
  }
  label + div {
    margin-block-start: -0.375em;
    padding-block-end: calc(0.75 * var(--space));
    padding-inline-start: 2em;
  }
  [part='panel'] {
    margin-block: var(--half) var(--space);
    padding: var(--space) calc(1.25 * var(--space)) 0;
    border: var(--line);
    border-block-start: 3px solid var(--accent);
  }
  [part='panel'] > [part='item'] {
    margin-block-start: var(--space);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    margin: 0;
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
  button {
    margin-inline-end: 1.5em;
    text-decoration: underline 0.08em var(--accent);
    text-underline-offset: 0.2em;
  }
`;
