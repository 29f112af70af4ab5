import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { type GuideCtaContent, ctaContent } from './guide-cta.content.js';

/**
 * What to do next.
 *
 * @summary What to do next.
 */
export class GuideCta extends GuideElement<GuideCtaContent> {
  static override readonly schema = ctaContent;

  protected override renderContent(content: GuideCtaContent): TemplateResult {
    return html`<p>${content.label}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-cta': GuideCta;
  }
}
