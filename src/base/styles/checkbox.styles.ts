import { css } from 'lit';

/** A checkbox and its label. The whole row is a touch target. */
export const checkboxStyles = css`
  label:has(> [type='checkbox']) {
    display: flex;
    gap: 0.75em;
    padding-block: calc(0.5 * var(--_target) - 0.75em);
    cursor: pointer;
  }
  [type='checkbox'] {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.125em 0;
    accent-color: var(--_accent);
    font: inherit;
  }
`;
