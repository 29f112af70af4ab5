import { css } from 'lit';

export const summaryStyles = css`
  #title {
    font-size: 1em;
  }
  .lead {
    font-size: 1.25em;
    line-height: 1.45;
  }
  /* Lines of the larger text end where those of the text below do. */
  .lead > * {
    max-inline-size: 27.2em;
  }
`;
