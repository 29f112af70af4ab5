import { html, nothing, type TemplateResult } from 'lit';
import { type Embed, MOST, type Step } from './embed.js';

/** One form of the code, with what to do where. */
export const embedView = ({ intro, steps }: Embed, copy: (code: string) => void): TemplateResult => html`
  <p>${intro}</p>
  <ol class="steps">
    ${steps.map((step) => html`<li>${stepView(step, copy)}</li>`)}
  </ol>
`;

function stepView({ where, code, isForBuilder }: Step, copy: (code: string) => void): TemplateResult {
  return html`
    <p class="where">${where}</p>
    ${codeView(where, code)}
    <div class="actions">
      <button type="button" class="main" aria-label="Copy: ${where}" @click=${() => copy(code)}>Copy</button>
      <span class="hint">${sizeOf(code)}</span>
    </div>
    ${
      isForBuilder && code.length > MOST
        ? html`
            <p class="warning">
              Longer than the ${MOST.toLocaleString('en')} characters that the code fields of some site builders take.
              There, save the content as a file, put it on your site, and let the element read it by its
              <code>src</code>; or use several smaller elements.
            </p>
          `
        : nothing
    }
  `;
}

/** A box that scrolls is a stop for the keyboard, and has a name. */
export const codeView = (name: string, code: string): TemplateResult => html`
  <pre tabindex="0" role="region" aria-label=${name}><code>${code}</code></pre>
`;

function sizeOf(code: string): string {
  const bytes = new Blob([code]).size;
  return `${code.length.toLocaleString('en')} characters, ${(bytes / 1000).toFixed(1)} kB`;
}
