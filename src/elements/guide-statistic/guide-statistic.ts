import { type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { sizeContainerStyles } from '../../base/styles/size-container.styles.js';
import { GuideElement } from '../../base/guide-element.js';
import { findByIdOrPosition } from '../../content/find-by-id-or-position.js';
import { iconArray } from './icon-array.js';
import { renderLink } from '../../text/link.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import {
  type GuideStatisticContent,
  type GuideStatisticSource,
  statisticContent,
  statisticWarnings,
} from './guide-statistic.content.js';
import { statisticStyles } from './guide-statistic.styles.js';

/**
 * A figure that a patient can judge: a sentence in natural frequencies, a picture of that many people, and who was
 * counted, over what time and by whom. The sentence says it all, so screen readers skip the picture.
 *
 * @summary A figure as a sentence and a picture of 10, 100 or 1000 people.
 * @csspart sentence - The figure in words.
 * @csspart picture - The people, with a legend if the figure is a range.
 * @csspart population - Who was counted.
 * @csspart period - Over what time.
 * @csspart source - Where the figure comes from.
 */
export class GuideStatistic extends GuideElement<GuideStatisticContent> {
  static override readonly schema = statisticContent;
  static override readonly warningsFor = statisticWarnings;
  static override styles = [...super.styles, sizeContainerStyles, statisticStyles];

  /** Inside a `<patient-guide>`: which of its statistics this is, by position from 1. */
  @property() item = '1';

  protected override contentFromGuide({ statistics }: Readonly<Record<string, unknown>>): unknown {
    return findByIdOrPosition(statistics, this.item);
  }

  protected override renderContent(content: GuideStatisticContent): TemplateResult {
    const { label, value = 0, range = [value, value], of = 100, population, period, caveat, source } = content;
    const numbers = new Intl.NumberFormat(this.localize.lang());
    const [low = value, high = value] = range;
    const [few, many] = [numbers.format(low), numbers.format(high)];
    // Isolate the figure's direction: in Arabic text, a number before English words would move behind them.
    return html`<figure class="of${of}" aria-labelledby="title">
      <figcaption id="title" part="sentence">
        <bdi>${this.localize.term('ofPeople', few, many, numbers.format(of))}</bdi>
        <div>${label}</div>
      </figcaption>
      <div part="picture" aria-hidden="true">
        ${iconArray(of, low, high)}
        ${low < high ? html`<p class="muted">${low ? html`${iconArray(1, 1, 1)} ${few}` : nothing} ${iconArray(1, 0, 1)} ${this.localize.term('upTo', many)}</p>` : nothing}
      </div>
      <div>
        ${caveat ? renderMarkdown(caveat) : nothing}
        <dl>
          ${renderFact('population', this.localize.term('population'), population)}
          ${renderFact('period', this.localize.term('period'), period)}
          ${source ? renderFact('source', this.localize.term('source'), renderSource(source)) : nothing}
        </dl>
      </div>
    </figure>`;
  }
}

const renderFact = (part: string, name: string, fact: unknown): unknown =>
  fact
    ? html`<div>
        <dt class="muted">${name}</dt>
        <dd part=${part}>${fact}</dd>
      </div>`
    : nothing;

const renderSource = ({ title, url, year }: GuideStatisticSource): unknown =>
  renderLink(url, html`<bdi>${title}</bdi>${year ? ` (${year})` : nothing}`);

declare global {
  interface HTMLElementTagNameMap {
    'guide-statistic': GuideStatistic;
  }
}
