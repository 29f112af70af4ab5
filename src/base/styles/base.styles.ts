import { css } from 'lit';

/** Isolation from the page, the design tokens, and the styles that all elements share. */
export const baseStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }

  /* A shadow tree inherits letter-spacing, text-transform, line-height and about a hundred more properties from the
     page. Let in only what a clinic wants to keep: font, size, color, and the reader's own settings. */
  .base {
    all: initial;
    --_accent: var(--guide-accent, light-dark(#0b6e79, #5cc8d2));
    --_muted: var(--guide-muted, color-mix(in srgb, currentcolor 85%, transparent));
    --_line: 1px solid var(--guide-border, color-mix(in srgb, currentcolor 22%, transparent));
    --_radius: var(--guide-radius, 0.25em);
    --_space: var(--guide-space, 1em);
    --_half: calc(0.5 * var(--_space));
    --_target: max(44px, 2.75em);
    display: block;
    position: relative;
    color: var(--guide-text, inherit);
    color-scheme: inherit;
    font-family: var(--guide-font, inherit);
    font-size: inherit;
    line-height: 1.5;
    overflow-wrap: anywhere;
    visibility: inherit;
    -webkit-text-size-adjust: inherit;
  }
  .base * {
    box-sizing: border-box;
  }

  [part~='heading'] {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
    break-after: avoid;
  }
  #title {
    margin-block-end: var(--_half);
    font-size: 1.375em;
  }
  p,
  ul,
  ol {
    max-inline-size: 34em;
    margin-block: 0 var(--_half);
  }
  :is(p, ul, ol):last-child {
    margin: 0;
  }
  ul,
  ol {
    padding-inline-start: 1.5em;
  }
  li + li {
    margin-block-start: calc(0.375 * var(--_space));
  }
  ul > li::marker {
    color: var(--_accent);
  }
  /* Safari doesn't accept a thickness in the shorthand and drops the whole declaration. */
  a,
  button {
    color: inherit;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.2em;
  }
  a,
  button:hover {
    text-decoration-line: underline;
  }
  /* A box of its own: in inline text, a stray "pop directional isolate" (U+2069) would end the isolation in every
     browser. A link's underline doesn't reach into such a box by itself. */
  bdi {
    display: inline-block;
    text-decoration: inherit;
  }
  button {
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  :focus-visible {
    outline: 0.15em solid;
    outline-offset: 0.1em;
  }
  svg {
    inline-size: 1em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .muted {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .error {
    padding: 0.5em;
    border: 2px dashed;
    overflow-wrap: anywhere;
  }

  @media print {
    button {
      display: none;
    }
    li,
    tr,
    [part='item'] {
      break-inside: avoid;
    }
  }
`;
