import { css } from 'lit';

export const statisticStyles = css`
  :host {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .base {
    container-type: inline-size;
    /* Without a width of its own the element would vanish in a flex row. */
    contain-intrinsic-inline-size: 40em;
  }
  figure {
    margin: 0;
    break-inside: avoid;
  }
  figcaption {
    max-inline-size: 30em;
    font-size: 1.25em;
    line-height: 1.35;
    text-wrap: balance;
  }
  strong {
    font-size: clamp(1.2em, 7.5cqi, 1.6em);
    font-weight: 600;
    line-height: 1.2;
  }
  figcaption span {
    display: block;
  }
  [part='picture'] {
    inline-size: 15em;
    max-inline-size: 100%;
    margin-block: var(--space);
  }
  .of1000 {
    inline-size: 30em;
  }
  svg {
    display: block;
    inline-size: 100%;
    stroke-width: 0.7;
  }
  svg:dir(rtl) {
    scale: -1 1;
  }
  .none {
    stroke-opacity: 0.6;
  }
  .maybe,
  .sure {
    stroke: var(--accent);
  }
  .sure {
    fill: var(--accent);
  }
  p span {
    display: inline-block;
    margin-inline-end: 1em;
  }
  p svg {
    display: inline-block;
    inline-size: 0.8em;
    vertical-align: -0.1em;
  }
  dl {
    margin: 0;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    padding-block: var(--half);
    border-block-start: var(--line);
  }
  dt {
    flex: 0 0 9em;
  }
  dd {
    flex: 1 1 12em;
    margin: 0;
    color: var(--guide-text, inherit);
  }

  @container (width >= 36em) {
    figure {
      display: grid;
      grid-template: auto 1fr / minmax(0, 34em) auto;
      column-gap: calc(3 * var(--space));
    }
    [part='picture'] {
      grid-area: 1 / 2 / 3;
      margin: 0;
    }
  }

  @media (forced-colors: active) {
    svg {
      --accent: canvastext;
    }
  }
`;
