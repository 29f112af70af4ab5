import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { type GuideMatcherContent, matcherContent } from './guide-matcher.content.js';

/**
 * Which finding is matched to which treatment.
 *
 * @summary Which finding is matched to which treatment.
 */
export class GuideMatcher extends GuideElement<GuideMatcherContent> {
  static override readonly schema = matcherContent;

  protected override renderContent(content: GuideMatcherContent): TemplateResult {
    return html`<p>${content.mixed}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-matcher': GuideMatcher;
  }
}
