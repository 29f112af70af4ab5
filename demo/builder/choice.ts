import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A few things of which one is chosen. */
export const choice = (
  legend: string,
  names: readonly string[],
  chosen: string,
  choose: (name: string) => void,
): TemplateResult => html`
  <fieldset class="choice">
    <legend>${legend}</legend>
    ${names.map(
      (name) => html`
        <label>
          <input type="radio" name=${legend} .checked=${live(name === chosen)} @change=${() => choose(name)} />${name}
        </label>
      `,
    )}
  </fieldset>
`;
