import { css } from 'lit';

export const ctaStyles = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_half) calc(1.5 * var(--_space));
  }
  .actions:not(:first-child) {
    margin-block-start: var(--_space);
  }
  .actions a {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
  }
  /* White or black, whichever is readable on the accent: both have a contrast of 4.5 where its luminance is 0.179. The
     focus ring is inside, where it has the same contrast. The border is for forced colors. */
  [part='button'] {
    --_fill: rgb(from var(--_accent) clamp(0, r, 255) clamp(0, g, 255) clamp(0, b, 255) / 1);
    --_white: clamp(0, 1e9 * (0.179 - y), 1);
    padding: 0.5em 1.25em;
    border: 1px solid;
    border-radius: var(--_radius);
    background: var(--_fill);
    color: color(from var(--_fill) xyz-d65 calc(0.9505 * var(--_white)) var(--_white) calc(1.089 * var(--_white)) / 1);
    font-weight: 600;
    outline-offset: -0.35em;
  }
  [part='button']:not(:hover) {
    text-decoration: none;
  }

  @media print {
    .actions,
    .actions a {
      display: block;
    }
    [part='button'] {
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
    }
    [data-address]::after {
      content: ' (' attr(data-address) ')';
      font-weight: 400;
    }
  }
`;
