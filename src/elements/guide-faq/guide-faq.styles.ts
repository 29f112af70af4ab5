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
  /* Longer than any guide: what is off the screen is neither laid out nor painted. */
  @media screen {
    [part='item']:nth-child(n + 51) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 4em;
      overflow-clip-margin: 0.25em;
    }
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
  /* Borders, because they show in forced colours, and a thousand of them cost a fraction of what as many SVGs do. */
  [part='icon'] {
    position: relative;
    flex: none;
    inline-size: 0.6875em;
    margin: 0 0.09em 0.28em;
    border-block-start: 0.11em solid;
  }
  [part='icon']::after {
    position: absolute;
    inset-block-start: -0.4em;
    inset-inline-start: calc(50% - 0.055em);
    block-size: 0.6875em;
    border-inline-start: 0.11em solid;
    content: '';
  }
  [aria-expanded='true'] [part='icon']::after {
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
