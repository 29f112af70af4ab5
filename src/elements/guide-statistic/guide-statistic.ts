import { type TemplateResult, html } from 'lit';
import { GuideElement } from '../../core/guide-element.js';
import { type GuideStatisticContent, statisticContent } from './guide-statistic.content.js';

/**
 * A figure that a patient can judge.
 *
 * @summary A figure that a patient can judge.
 */
export class GuideStatistic extends GuideElement<GuideStatisticContent> {
  static override readonly schema = statisticContent;

  protected override renderContent(content: GuideStatisticContent): TemplateResult {
    return html`<p>${content.label}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-statistic': GuideStatistic;
  }
}
