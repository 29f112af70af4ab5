import { css } from 'lit';

export const sectionStyles = css`
  #title {
    scroll-margin-block-start: var(--space);
  }
`;
