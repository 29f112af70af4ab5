import { type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { containerStyles } from '../../core/container.styles.js';
import { GuideElement } from '../../core/guide-element.js';
import { itemOf } from '../../core/item-of.js';
import { people } from '../../core/people.js';
import { renderLink } from '../../core/render-link.js';
import { prose } from '../../core/render-prose.js';
import {
  type GuideStatisticContent,
  type GuideStatisticSource,
  statisticContent,
  statisticWarnings,
} from './guide-statistic.content.js';
import { statisticStyles } from './guide-statistic.styles.js';

/**
 * A figure that a patient can judge: a sentence in natural frequencies, a picture of that many people, and who was
 * counted, over what time and by whom. The sentence says all; the picture is there for the eye only.
 *
 * @summary A figure as a sentence and a picture of 10, 100 or 1000 people.
 * @csspart sentence - The figure in words.
 * @csspart picture - The people, with the key to them where the figure is a range.
 * @csspart population - Who was counted.
 * @csspart period - Over what time.
 * @csspart source - Where the figure comes from.
 */
export class GuideStatistic extends GuideElement<GuideStatisticContent> {
  static override readonly schema = statisticContent;
  static override readonly warningsFor = statisticWarnings;
  static override styles = [...super.styles, containerStyles, statisticStyles];

  /** Inside a `<patient-guide>`: which of its statistics this is, by position from 1. */
  @property() item = '1';

  protected override contentFrom({ statistics }: Readonly<Record<string, unknown>>): unknown {
    return itemOf(statistics, this.item);
  }

  protected override renderContent(content: GuideStatisticContent): TemplateResult {
    const { label, value = 0, range = [value, value], of = 100, population, period, caveat, source } = content;
    const numbers = new Intl.NumberFormat(this.labels.lang());
    const [low, high] = range;
    const [few, many] = range.map((count) => numbers.format(count));
    // The figure's direction is its own: in Arabic text a number before English words would move behind them.
    return html`<figure class="of${of}" aria-labelledby="title">
      <figcaption id="title" part="sentence">
        <bdi>${this.labels.term('ofPeople', few, many, numbers.format(of))}</bdi>
        <div>${label}</div>
      </figcaption>
      <div part="picture" aria-hidden="true">
        ${people(of, low, high)}
        ${low < high ? html`<p class="muted">${low ? html`${people(1, 1, 1)} ${few}` : nothing} ${people(1, 0, 1)} ${this.labels.term('upTo', many)}</p>` : nothing}
      </div>
      <div>
        ${caveat ? prose(caveat) : nothing}
        <dl>
          ${renderFact('population', this.labels.term('population'), population)}
          ${renderFact('period', this.labels.term('period'), period)}
          ${source ? renderFact('source', this.labels.term('source'), renderSource(source)) : nothing}
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
