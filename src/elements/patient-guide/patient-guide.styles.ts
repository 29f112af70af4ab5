import { css } from 'lit';

export const guideStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: calc(3 * var(--_space));
  }
  /* No row gap: the contents next to them span more rows than there are. */
  article > * + * {
    margin-block-start: calc(2.25 * var(--_space));
  }
  #title {
    margin: 0;
    font-size: 1.875em;
    line-height: 1.2;
  }
  guide-disclaimer {
    margin-block-start: calc(2.25 * var(--guide-space, 1em));
  }

  /* Next to the text, and in view as long as the text is. */
  @container (width >= 60em) {
    article {
      grid-template-columns: minmax(0, 1fr) 16em;
    }
    article > * {
      grid-column: 1;
    }
    guide-contents {
      grid-area: 2 / 2 / span 99 / 2;
      position: sticky;
      inset-block-start: calc(var(--_space) + var(--guide-room-start, 0px));
      align-self: start;
    }
  }
`;
