import { css } from 'lit';

export const checklistStyles = css`
  section > div {
    max-inline-size: 34em;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  li,
  label,
  .own {
    display: flex;
    flex-wrap: wrap;
    flex: 1;
    column-gap: 0.75em;
  }
  label {
    flex-wrap: nowrap;
    padding-block: calc((var(--target) - 1.5em) / 2);
    cursor: pointer;
  }
  input,
  textarea {
    /* Below 16 px a phone zooms in on what is typed. */
    font: inherit;
    font-size: max(1em, 16px);
  }
  [type='checkbox'] {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.125em 0;
    accent-color: var(--accent);
  }
  textarea,
  [type='text'] {
    inline-size: 100%;
    min-block-size: var(--target);
    padding: 0 0 0.375em;
    border: 0;
    border-block-end: 1px dotted;
    border-radius: 0;
    background: none;
    color: var(--muted);
    field-sizing: content;
  }
  textarea {
    margin-inline-start: 2em;
    resize: none;
  }
  ::placeholder {
    color: inherit;
    opacity: 1;
  }
  button {
    text-align: center;
  }
  svg {
    vertical-align: middle;
  }
  .own {
    align-items: end;
  }
  .own label {
    display: block;
    padding-block: var(--half) 0;
  }
  .own button,
  .print {
    padding-inline: var(--space);
    border: 1px solid var(--accent);
  }
  .print {
    margin-block-start: var(--space);
  }

  @media print {
    .own {
      display: none;
    }
    ::placeholder {
      color: transparent;
    }
  }
`;
