import { css } from 'lit';

/** For an element that is laid out by its own width, wherever it stands. */
export const sizeContainerStyles = css`
  :host {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .base {
    container-type: inline-size;
    /* Without a width of its own the element would vanish in a flex row. */
    contain-intrinsic-inline-size: 40em;
  }
`;
