import { css } from 'lit';

/** For an element whose layout depends on its own width, wherever it is placed. */
export const sizeContainerStyles = css`
  :host {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .base {
    container-type: inline-size;
    /* Without an intrinsic width, the element would collapse in a flex row. */
    contain-intrinsic-inline-size: 40em;
  }
`;
