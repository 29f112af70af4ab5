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
  .item {
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
  .question svg {
    flex: none;
    inline-size: 0.875em;
    translate: 0 0.06em;
  }
  [aria-expanded='true'] path + path {
    opacity: 0;
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
    .question svg,
    [role='status'] {
      display: none;
    }
    [part='panel'] {
      display: block;
      content-visibility: visible;
    }
  }
`;
