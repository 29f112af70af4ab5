import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../base/guide-element.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { section } from '../../base/section.js';
import { type GuideSummaryContent, summaryContent } from './guide-summary.content.js';
import { summaryStyles } from './guide-summary.styles.js';

/**
 * The short answer, before everything else, for those who read no further.
 *
 * @summary The short answer of a guide.
 */
export class GuideSummary extends GuideElement<GuideSummaryContent> {
  static override readonly schema = summaryContent;
  static override styles = [...super.styles, summaryStyles];

  protected override renderContent({ title, text }: GuideSummaryContent): TemplateResult {
    return section(
      this.level,
      title,
      this.localize.term('summary'),
      html`<div class="lead">${renderMarkdown(text)}</div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-summary': GuideSummary;
  }
}
