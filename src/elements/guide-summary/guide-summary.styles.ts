import { css } from 'lit';

export const summaryStyles = css`
  #title {
    font-size: 1em;
  }
  .lead {
    font-size: 1.25em;
    line-height: 1.45;
  }
  /* The larger text ends where the text below it does. */
  .lead > * {
    max-inline-size: 27.2em;
  }
`;
