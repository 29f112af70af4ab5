import { css } from 'lit';

export const faqStyles = css`
  section {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_half) var(--_space);
  }
  #title {
    margin: 0;
  }
  .all {
    margin-inline-start: auto;
    text-decoration-line: underline;
  }
  .items {
    inline-size: 100%;
    border-block-end: var(--_line);
  }
  [part='item'] {
    border-block-start: var(--_line);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--_half);
  }
  .row > :first-child {
    flex: 1;
    min-inline-size: 0;
  }
  .question {
    display: flex;
    align-items: baseline;
    gap: 0.75em;
    inline-size: 100%;
    padding-block: calc(0.75 * var(--_space));
    scroll-margin-block-start: var(--_space);
  }
  /* Borders, because they show in forced colors, and a thousand of them cost a fraction of what as many SVGs do. */
  span[part='icon'] {
    position: relative;
    inset-block-end: 0.3em;
    flex: none;
    inline-size: 0.75em;
    margin-inline-end: 0.125em;
    border-block-start: 2px solid;
  }
  [part='icon']::after {
    position: absolute;
    inset-block-start: calc(-0.375em - 1px);
    inset-inline-start: calc(50% - 1px);
    block-size: 0.75em;
    border-inline-start: 2px solid;
    content: '';
  }
  [aria-expanded='true'] ::after {
    content: none;
  }
  .answer {
    padding-block-end: var(--_space);
    padding-inline-start: 1.625em;
  }
  .share svg {
    display: block;
    margin: auto;
    stroke-width: 1.5;
  }

  @media print {
    [part='icon'],
    [role='status'] {
      display: none;
    }
    [part='panel'] {
      display: block;
      content-visibility: visible;
    }
  }
`;
