import { css } from 'lit';

export const statisticStyles = css`
  figure,
  dl,
  dd {
    margin: 0;
    break-inside: avoid;
  }
  figure {
    max-inline-size: 52em;
  }
  #title {
    font-size: 1.25em;
    line-height: 1.3;
    text-wrap: balance;
  }
  #title bdi {
    font-size: 1.2em;
    font-weight: 600;
  }
  [part='picture'] {
    max-inline-size: 24em;
    margin-block: var(--_space);
  }
  .of100 [part='picture'] {
    max-inline-size: 15em;
  }
  /* An accent that isn't a valid color falls back to the text color. */
  svg {
    inline-size: 100%;
    fill: currentcolor;
  }
  svg:dir(rtl) {
    scale: -1 1;
  }
  path {
    fill: var(--_accent);
    /* Mostly the text color, so it is visible on any page, even where the accent isn't. */
    stroke: color-mix(in srgb, var(--_accent) 40%, currentcolor);
    stroke-width: 0.9;
  }
  .maybe {
    fill-opacity: 0.3;
  }
  .none {
    fill: none;
    stroke: var(--_muted);
    stroke-width: 0.6;
  }
  p svg {
    inline-size: 0.75em;
  }
  svg ~ svg {
    margin-inline-start: 1em;
  }
  dl div {
    margin-block-start: var(--_half);
    padding-block-start: var(--_half);
    border-block-start: var(--_line);
  }

  @container (width >= 36em) {
    .of100 {
      display: grid;
      grid-template: auto 1fr / 1fr 15em;
      column-gap: calc(3 * var(--_space));
    }
    .of100 [part='picture'] {
      grid-area: 1 / 2 / 3;
      margin: 0;
    }
    #title bdi {
      font-size: 1.6em;
    }
  }

  @media (forced-colors: active) {
    svg {
      --_accent: canvastext;
    }
  }
`;
