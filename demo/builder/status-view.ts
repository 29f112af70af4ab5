import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from '../../src/core/fault.js';
import type { Verdict } from './content.js';

/** What the kit says of the content, in its own words, and the way to it. */
export function statusView({ fault, warnings }: Verdict, goTo: (fault: Fault) => void): TemplateResult {
  const place = fault?.line ? `Line ${fault.line}, column ${fault.column}` : fault?.path;
  return html`
    <div class="status">
      ${
        fault
          ? html`
              <p class="todo">
                <strong>Next:</strong> ${place ? html`<code>${place}</code>: ` : nothing}found ${fault.found}, expected
                ${fault.expected}. Fix: ${fault.fix}.
                <button type="button" class="quiet" @click=${() => goTo(fault)}>Go to it</button>
              </p>
            `
          : html`<p class="done">Complete: the code below is ready.</p>`
      }
      ${warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
    </div>
  `;
}
