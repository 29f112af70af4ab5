import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { type GuideContentsContent, contentsContent } from './guide-contents.content.js';

/**
 * What this guide covers.
 *
 * @summary What this guide covers.
 */
export class GuideContents extends GuideElement<GuideContentsContent> {
  static override readonly schema = contentsContent;

  protected override renderContent(): TemplateResult {
    return html`<p>${''}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-contents': GuideContents;
  }
}
