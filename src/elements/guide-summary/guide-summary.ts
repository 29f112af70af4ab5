import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { type GuideSummaryContent, summaryContent } from './guide-summary.content.js';

/**
 * The short answer of a guide.
 *
 * @summary The short answer of a guide.
 */
export class GuideSummary extends GuideElement<GuideSummaryContent> {
  static override readonly schema = summaryContent;

  protected override renderContent(content: GuideSummaryContent): TemplateResult {
    return html`<p>${content.text}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-summary': GuideSummary;
  }
}
