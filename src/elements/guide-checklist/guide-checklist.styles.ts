import { css } from 'lit';

export const checklistStyles = css`
  ul {
    margin-block-end: var(--_space);
    padding: 0;
    list-style: none;
  }
  li,
  .own {
    display: grid;
    max-inline-size: 34em;
    grid-template-columns: 1fr auto;
    column-gap: var(--_half);
    align-items: end;
  }
  .own input,
  textarea {
    /* Phones zoom in on a text field whose font is smaller than 16px. */
    font: inherit;
    font-size: max(1em, 16px);
  }
  textarea,
  .own input,
  li p {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0 0 0.375em;
    border: 0;
    border-block-end: 1px dotted;
    border-radius: 0;
    background: none;
    color: var(--_muted);
    field-sizing: content;
  }
  textarea,
  li p {
    grid-column: 1 / -1;
    padding-inline-start: 2em;
    resize: none;
    white-space: pre-wrap;
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
  div > button {
    margin-block-start: var(--_space);
    padding-inline: var(--_space);
    border: 1px solid;
  }

  .sheet {
    --_target: 2em;
    font-size: 11pt;
  }
  .sheet * {
    max-inline-size: none;
  }
  .sheet label {
    font-weight: 600;
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
