import { type TemplateResult, html, nothing } from 'lit';
import { Labels } from '../../controllers/labels.js';
import { GuideElement } from '../../core/guide-element.js';
import { prose } from '../../core/render-prose.js';
import { relFor, safeHref } from '../../core/safe-link.js';
import { type GuideStatisticContent, statisticContent, statisticWarnings } from './guide-statistic.content.js';
import { statisticStyles } from './guide-statistic.styles.js';
import { people } from './people.js';

/**
 * A figure that a patient can judge: a sentence in natural frequencies, a picture of that many people, and who was
 * counted, over what time and by whom. The sentence says all; the picture is there for the eye only.
 *
 * @summary A figure as a sentence and a picture of 10, 100 or 1000 people.
 * @csspart sentence - The figure in words.
 * @csspart picture - The people, with the key to them where the figure is a range.
 * @csspart item - What is known about the figure: who was counted, over what time.
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
    const format = (count: number): string => numbers.format(count);
    const [low, high] = range;
    // The direction is its own: between English words a number at the beginning would move to the end in Arabic text.
    return html`<figure aria-labelledby="sentence">
      <figcaption id="sentence" part="sentence">
        <strong dir="auto">${this.#labels.term('ofPeople', format(low), format(high), format(of))}</strong>
        <span>${label}</span>
      </figcaption>
      <div class="of${of}" part="picture" aria-hidden="true">
        ${people(of, low, high)}${low < high ? this.#renderKey(low && format(low), format(high)) : nothing}
      </div>
      <div>
        ${caveat ? prose(caveat) : nothing}
        <dl class="muted">
          ${this.#renderItem('population', population)} ${this.#renderItem('period', period)}
          ${this.#renderItem('source', source && this.#renderSource(source))}
        </dl>
      </div>
    </figure>`;
  }

  #renderKey(low: string | 0, high: string): TemplateResult {
    return html`<p class="muted">
      ${low ? html`<span>${people(1, 1, 1)} ${this.#labels.term('atLeast', low)}</span>` : nothing}
      <span>${people(1, 0, 1)} ${this.#labels.term('upTo', high)}</span>
    </p>`;
  }

  #renderItem(term: 'population' | 'period' | 'source', words: unknown): unknown {
    if (!words) return nothing;
    return html`<div>
      <dt>${this.#labels.term(term)}</dt>
      <dd part=${term === 'source' ? term : 'item'}>${words}</dd>
    </div>`;
  }

  #renderSource({ title, url, year }: NonNullable<GuideStatisticContent['source']>): unknown {
    const words = year === undefined ? title : `${title} (${year})`;
    const href = url && safeHref(url);
    return href ? html`<a part="link" href=${href} rel=${relFor(href) ?? nothing}>${words}</a>` : words;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-statistic': GuideStatistic;
  }
}
