import { html, nothing, type TemplateResult } from 'lit';
import type { ContentIssue } from '../../src/content/content-error.js';
import type { Verdict } from './content.js';

/** What the kit says about the content, in its own words, and a button to go there. */
export function statusView({ error, warnings }: Verdict, goTo: (error: ContentIssue) => void): TemplateResult {
  const place = error?.line ? `Line ${error.line}, column ${error.column}` : error?.path;
  return html`
    <div class="status">
      ${
        error
          ? html`
              <p class="todo">
                <strong>Next:</strong> ${place ? html`<code>${place}</code>: ` : nothing}found ${error.found}, expected
                ${error.expected}. Fix: ${error.fix}.
                <button type="button" class="quiet" @click=${() => goTo(error)}>Go to it</button>
              </p>
            `
          : html`<p class="done">Complete: the code below is ready.</p>`
      }
      ${warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
    </div>
  `;
}
