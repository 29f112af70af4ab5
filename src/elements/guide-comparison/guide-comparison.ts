import { type TemplateResult, html, nothing } from 'lit';
import { Overflow } from '../../controllers/overflow.js';
import { sizeContainerStyles } from '../../base/styles/size-container.styles.js';
import { GuideElement } from '../../base/guide-element.js';
import { visuallyHiddenStyles } from '../../base/styles/visually-hidden.styles.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { section } from '../../base/section.js';
import {
  type GuideComparisonContent,
  type GuideComparisonOption,
  type GuideComparisonRow,
  comparisonContent,
  comparisonWarnings,
} from './guide-comparison.content.js';
import { comparisonStyles } from './guide-comparison.styles.js';

/**
 * Treatments side by side: a table whose rows are the questions that patients ask and whose columns are the options. In
 * a narrow space, each option becomes a card. For assistive technology it stays a table, hence the explicit roles: a
 * changed `display` would drop the implicit ones.
 *
 * @summary Fusion vs. alternatives, or any two to five options.
 * @csspart item - Each column header and each answer.
 * @csspart panel - The box that scrolls if the table is wider than its container.
 */
export class GuideComparison extends GuideElement<GuideComparisonContent> {
  static override readonly schema = comparisonContent;
  static override readonly warningsFor = comparisonWarnings;
  static override styles = [...super.styles, visuallyHiddenStyles, sizeContainerStyles, comparisonStyles];

  readonly #overflow = new Overflow(this, () => this.renderRoot.querySelector('[part=panel]'));

  protected override renderContent({ title, intro, options, rows, note }: GuideComparisonContent): TemplateResult {
    const defaultTitle = this.localize.term('comparison');
    const { isScrolling } = this.#overflow;
    const body = html`${intro ? renderMarkdown(intro) : nothing}
      <div
        part="panel"
        class=${isScrolling ? 'scrolling' : nothing}
        role=${isScrolling ? 'group' : nothing}
        aria-label=${isScrolling ? title?.trim() || defaultTitle : nothing}
        tabindex=${isScrolling ? 0 : nothing}
      >
        <table role="table">
          <caption class="visually-hidden">
            ${title?.trim() || defaultTitle}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                <span class="visually-hidden">${this.localize.term('question')}</span>
              </th>
              ${options.map(
                ({ name, summary }) =>
                  html`<th role="columnheader" part="item" scope="col">
                    ${name}${summary ? html`<div class="muted">${renderMarkdown(summary)}</div>` : nothing}
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${rows.map((row) => this.#renderRow(row, options))}
          </tbody>
        </table>
      </div>
      ${note ? html`<div class="muted note">${renderMarkdown(note)}</div>` : nothing}`;
    return section(this.level, title, defaultTitle, body);
  }

  #renderRow({ question, answers }: GuideComparisonRow, options: GuideComparisonOption[]): TemplateResult {
    return html`<tr role="row">
      <th role="rowheader" scope="row">${question}</th>
      ${options.map(({ id }) => {
        const answer = (Object.hasOwn(answers, id) && answers[id]) || '';
        return html`<td role="cell" part="item">
          <span class="muted" aria-hidden="true">${question}</span>
          ${answer.trim() ? renderMarkdown(answer) : html`<p class="muted">${this.localize.term('notStated')}</p>`}
        </td>`;
      })}
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-comparison': GuideComparison;
  }
}
