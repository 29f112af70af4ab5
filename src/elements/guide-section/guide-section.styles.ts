import { css } from 'lit';

export const sectionStyles = css`
  #title {
    inline-size: fit-content;
    scroll-margin-block-start: var(--_space);
  }
`;
