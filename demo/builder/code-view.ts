import { html, nothing, type TemplateResult } from 'lit';
import { choice } from './choice.js';
import { type Embed, MOST, type Step } from './embed.js';

/** The code to paste, and which form of it to show. */
interface Code {
  /** Empty while the content is invalid. */
  readonly embeds: readonly Embed[];
  /** Why there are none, if the content is not to blame. */
  readonly trouble: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onCopy: (code: string) => void;
}

export function codeSection({ embeds, trouble, name, onName, onCopy }: Code): TemplateResult {
  const embed = embeds.find((each) => each.name === name);
  return html`
    <section aria-labelledby="code-title" class="code">
      <h2 id="code-title">4. Copy the code</h2>
      ${
        embed
          ? html`
              ${choice(
                'Where will it go?',
                embeds.map((each) => each.name),
                name,
                onName,
              )}
              <p>${embed.intro}</p>
              <ol class="steps">
                ${embed.steps.map((step) => html`<li>${stepView(step, onCopy)}</li>`)}
              </ol>
            `
          : trouble
            ? html`<p class="problem">The code cannot be made: ${trouble}. Reload the page.</p>`
            : html`<p class="hint">The code comes as soon as all that is required is filled in.</p>`
      }
    </section>
  `;
}

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

/** A scrolling box is a tab stop and has an accessible name. */
export const codeView = (name: string, code: string): TemplateResult => html`
  <pre tabindex="0" role="region" aria-label=${name}><code>${code}</code></pre>
`;

function sizeOf(code: string): string {
  const bytes = new Blob([code]).size;
  return `${code.length.toLocaleString('en')} characters, ${(bytes / 1000).toFixed(1)} kB`;
}
