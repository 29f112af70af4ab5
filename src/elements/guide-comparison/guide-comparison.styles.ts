import { css } from 'lit';

export const comparisonStyles = css`
  [part='panel'] {
    position: relative;
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-spacing: 0;
    table-layout: fixed;
  }
  th,
  td {
    padding: calc(0.75 * var(--_space)) var(--_half);
    border-block-end: var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 600;
  }
  td,
  .muted {
    font-weight: 400;
  }
  tr > :first-child {
    padding-inline-start: 0;
  }
  thead th {
    border-block-end: 2px solid var(--_accent);
    font-size: 1.0625em;
    line-height: 1.3;
    vertical-align: bottom;
  }
  .note {
    margin-block-start: calc(0.75 * var(--_space));
  }

  @container (width >= 36em) {
    td > .muted:first-child {
      display: none;
    }
    @media screen {
      table:has(th:nth-child(4)) {
        min-inline-size: 42em;
      }
      table:has(th:nth-child(5)) {
        min-inline-size: 52em;
      }
      table:has(th:nth-child(6)) {
        min-inline-size: 62em;
      }
    }
    /* An opaque background, so that cells scrolling underneath don't show through. */
    .scrolling tr > :first-child {
      position: sticky;
      inset-inline-start: 0;
      border-inline-end: var(--_line);
      background: var(--guide-surface, canvas);
      color: var(--guide-text, canvastext);
    }
  }

  /* Cards: the order property groups the cells of one column, whatever row they are in. */
  @container (width < 36em) {
    table {
      display: flex;
      flex-direction: column;
    }
    thead,
    tbody,
    tr {
      display: contents;
    }
    tr > :nth-child(2) {
      order: 1;
    }
    tr > :nth-child(3) {
      order: 2;
    }
    tr > :nth-child(4) {
      order: 3;
    }
    tr > :nth-child(5) {
      order: 4;
    }
    tr > :nth-child(6) {
      order: 5;
    }
    th,
    td,
    td > .muted {
      display: block;
      padding-inline: 0;
    }
    thead th {
      margin-block-start: var(--_space);
      padding-block-end: var(--_half);
    }
    /* Each card repeats the questions. As row headers they stay, for assistive technology. */
    tr > :first-child {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
