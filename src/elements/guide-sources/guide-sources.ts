import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { type GuideSourcesContent, sourcesContent } from './guide-sources.content.js';

/**
 * References, and who reviewed the guide when.
 *
 * @summary References, and who reviewed the guide when.
 */
export class GuideSources extends GuideElement<GuideSourcesContent> {
  static override readonly schema = sourcesContent;

  protected override renderContent(): TemplateResult {
    return html`<p>${''}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-sources': GuideSources;
  }
}
