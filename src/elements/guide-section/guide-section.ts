import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { type GuideSectionContent, sectionContent } from './guide-section.content.js';

/**
 * One question and its answer.
 *
 * @summary One question and its answer.
 */
export class GuideSection extends GuideElement<GuideSectionContent> {
  static override readonly schema = sectionContent;

  protected override renderContent(content: GuideSectionContent): TemplateResult {
    return html`<p>${content.body}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-section': GuideSection;
  }
}
