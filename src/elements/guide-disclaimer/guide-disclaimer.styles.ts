import { css } from 'lit';

export const disclaimerStyles = css`
  .bar {
    position: relative;
    padding-block: calc(0.75 * var(--_space));
    border-block: var(--_line);
    font-size: 0.9375em;
  }
  #title {
    margin-block-end: 0.25em;
    font-size: 1em;
  }
  section:has(button) {
    padding-inline-end: calc(var(--_target) + var(--_half));
  }
  button {
    position: absolute;
    inset-block-start: var(--_half);
    inset-inline-end: 0;
    text-align: center;
  }
  svg {
    vertical-align: middle;
  }

  /* At an edge of the window it covers whatever the page shows there, so set background and text color together. In a
     low window (400% zoom, a phone on its side) it would leave too little of the page, and stays in place. */
  @media screen and (min-height: 26em) {
    .top,
    .bottom {
      position: fixed;
      z-index: 999;
      inset-inline: 0;
      max-block-size: 40vh;
      overflow: auto;
      padding-inline: var(--_space);
      padding-block-end: max(0.75em, env(safe-area-inset-bottom));
      border-block: 2px solid var(--_accent);
      background: var(--guide-surface, canvas);
      color: var(--guide-text, canvastext);
    }
    .top {
      inset-block-start: 0;
      border-block-start: 0;
    }
    .bottom {
      inset-block-end: 0;
      border-block-end: 0;
    }
  }
`;
