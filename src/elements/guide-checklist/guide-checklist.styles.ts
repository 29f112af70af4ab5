import { css } from 'lit';

export const checklistStyles = css`
  ul {
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.75em;
  }
  label {
    flex: 1;
    display: flex;
    gap: 0.75em;
    padding-block: calc((var(--target) - 1.5em) / 2);
    cursor: pointer;
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
    padding: 0.5em 0;
    border: 0;
    border-block-end: 1px dotted var(--muted);
    border-radius: 0;
    background: none;
    color: inherit;
    font: inherit;
    /* Below 16 px a phone zooms in on what is typed. */
    font-size: max(1em, 16px);
    field-sizing: content;
  }
  textarea {
    margin-inline-start: 2em;
    resize: none;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
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
