import { type TemplateResult, html, nothing } from 'lit';
import { Labels } from '../../controllers/labels.js';
import { GuideElement } from '../../core/guide-element.js';
import { people } from '../../core/people.js';
import { prose } from '../../core/render-prose.js';
import { relFor, safeHref } from '../../core/safe-link.js';
import { type GuideStatisticContent, statisticContent, statisticWarnings } from './guide-statistic.content.js';
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
  static override styles = [...super.styles, statisticStyles];

  readonly #labels = new Labels(this);

  protected override renderContent(content: GuideStatisticContent): TemplateResult {
    const { label, value = 0, range = [value, value], of = 100, population, period, caveat, source } = content;
    const numbers = new Intl.NumberFormat(this.#labels.lang());
    const [low, high] = range;
    const [few, many] = range.map((count) => numbers.format(count));
    const facts = { population, period, source: source && renderSource(source) };
    // The figure's direction is its own: in Arabic text a number before English words would move behind them.
    return html`<figure class="of${of}" aria-labelledby="title">
      <figcaption id="title" part="sentence">
        <bdi>${this.#labels.term('ofPeople', few, many, numbers.format(of))}</bdi>
        <div>${label}</div>
      </figcaption>
      <div part="picture" aria-hidden="true">
        ${people(of, low, high)}
        ${low < high ? html`<p class="muted">${low ? html`${people(1, 1, 1)} ${few}` : nothing} ${people(1, 0, 1)} ${this.#labels.term('upTo', many)}</p>` : nothing}
      </div>
      <div>
        ${caveat ? prose(caveat) : nothing}
        <dl>
          ${(Object.keys(facts) as (keyof typeof facts)[]).map((name) =>
            facts[name]
              ? html`<div>
                  <dt class="muted">${this.#labels.term(name)}</dt>
                  <dd part=${name}>${facts[name]}</dd>
                </div>`
              : nothing,
          )}
        </dl>
      </div>
    </figure>`;
  }
}

function renderSource({ title, url, year }: NonNullable<GuideStatisticContent['source']>): unknown {
  const words = year ? `${title} (${year})` : title;
  const href = url && safeHref(url);
  return href ? html`<a part="link" href=${href} rel=${relFor(href) ?? nothing}>${words}</a>` : words;
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-statistic': GuideStatistic;
  }
}
