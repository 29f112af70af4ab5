import { css } from 'lit';

export const noteStyles = css`
  .note {
    --_tone: var(--_accent);
    display: flex;
    gap: 0.75em;
    padding-block: var(--_space);
    border-block: var(--_line);
    break-inside: avoid;
  }
  .caution,
  .urgent {
    --_tone: light-dark(#8f5400, #f2b441);
    padding-inline: var(--_space);
    border: 0 solid var(--_tone);
    border-inline-start-width: 3px;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 8%, transparent);
  }
  .urgent {
    --_tone: light-dark(#b3161b, #ff8f87);
    border-width: 2px;
  }
  #title {
    font-size: 1.125em;
  }
  svg {
    flex: none;
    align-self: start;
    inline-size: 1.375em;
    margin-block-start: 0.05em;
    color: var(--_tone);
    stroke-width: 1.5;
  }
  [part='source'] {
    margin-block-start: var(--_half);
  }

  @media (forced-colors: active) {
    svg {
      color: inherit;
    }
  }
`;
