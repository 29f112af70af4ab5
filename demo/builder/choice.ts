import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A choice of one among a few options. */
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
