import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { type GuideChecklistContent, checklistContent } from './guide-checklist.content.js';

/**
 * Questions to take to a second opinion.
 *
 * @summary Questions to take to a second opinion.
 */
export class GuideChecklist extends GuideElement<GuideChecklistContent> {
  static override readonly schema = checklistContent;

  protected override renderContent(): TemplateResult {
    return html`<p>${''}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-checklist': GuideChecklist;
  }
}
