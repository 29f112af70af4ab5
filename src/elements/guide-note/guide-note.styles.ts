import { css } from 'lit';

export const noteStyles = css`
  .note {
    --tone: var(--accent);
    display: flex;
    gap: 0.75em;
    padding-block: var(--space);
    border-block: var(--line);
    break-inside: avoid;
  }
  .caution,
  .urgent {
    --tone: light-dark(#8f5400, #f2b441);
    padding-inline: var(--space);
    border: 0 solid var(--tone);
    border-inline-start-width: 3px;
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--tone) 8%, transparent);
  }
  .urgent {
    --tone: light-dark(#b3161b, #ff8f87);
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
    color: var(--tone);
    stroke-width: 1.5;
  }
  [part='source'] {
    margin-block-start: var(--half);
  }

  @media (forced-colors: active) {
    svg {
      color: inherit;
    }
  }
`;
