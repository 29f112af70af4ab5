import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { prose } from '../../core/render-prose.js';
import { section } from '../../core/section.js';
import { type GuideSummaryContent, summaryContent } from './guide-summary.content.js';
import { summaryStyles } from './guide-summary.styles.js';

/**
 * The short answer, before everything else: for those who read no further.
 *
 * @summary The short answer of a guide.
 */
export class GuideSummary extends GuideElement<GuideSummaryContent> {
  static override readonly schema = summaryContent;
  static override styles = [...super.styles, summaryStyles];

  protected override renderContent({ title, text }: GuideSummaryContent): TemplateResult {
    return section(this.level, title, this.labels.term('summary'), html`<div class="lead">${prose(text)}</div>`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-summary': GuideSummary;
  }
}
