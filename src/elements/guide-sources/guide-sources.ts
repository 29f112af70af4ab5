import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { HashTargets } from '../../controllers/hash-targets.js';
import { GuideElement } from '../../base/guide-element.js';
import { renderLink } from '../../text/link.js';
import { scrollAndFocus } from '../../page/scroll-and-focus.js';
import { section } from '../../base/section.js';
import {
  type GuideReview,
  type GuideSource,
  type GuideSourcesContent,
  sourcesContent,
  sourcesWarnings,
} from './guide-sources.content.js';
import { sourcesStyles } from './guide-sources.styles.js';

/**
 * References, and who reviewed the guide when. A link `[1](#source-1)` in any text on the page leads to the first
 * reference, which then gets a button that leads back.
 *
 * @summary References, and who reviewed the guide when.
 * @csspart item - Each reference.
 * @csspart source - The title of a reference, if it is a link.
 * @csspart button - The button that leads back to the text.
 * @csspart icon - The arrow on the button.
 */
export class GuideSources extends GuideElement<GuideSourcesContent> {
  static override readonly schema = sourcesContent;
  static override readonly warningsFor = sourcesWarnings;
  static override styles = [...super.styles, sourcesStyles];

  readonly #links = new HashTargets<GuideSource & { id?: string }>(
    this,
    (_, index) => `source ${index + 1}`,
    (index, link) => void this.#reveal(index, link),
  );
  /** The last reference jumped to, and the link that led there. */
  #index = 0;
  #from: HTMLElement | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#links.setItems(this.content?.items ?? []);
  }

  protected override renderContent({ title, items, review }: GuideSourcesContent): TemplateResult {
    const body = html`<ol>
        ${items.map((item, index) => this.#renderItem(item, index))}
      </ol>
      ${review ? this.#renderReview(review) : nothing}`;
    return section(this.level, title, this.localize.term('sources'), body);
  }

  #renderItem({ title, url, publisher, year }: GuideSource, index: number): TemplateResult {
    return html`<li part="item" tabindex="-1">
      ${renderLink(url, title, 'source')}
      <div class="muted">
        <bdi>${publisher}</bdi>${publisher && year ? ', ' : nothing}${year}
        ${this.#from?.isConnected && index === this.#index ? this.#renderBack() : nothing}
      </div>
    </li>`;
  }

  #renderBack(): TemplateResult {
    return html`<button
      part="button"
      aria-label=${this.localize.term('backToText', `${this.#index + 1}`)}
      @click=${() => this.#from?.focus()}
    >
      <svg part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M6 2L2 6l4 4M2 6h7a5 5 0 0 1 0 9" /></svg>
    </button>`;
  }

  #renderReview({ by, on, due }: GuideReview): TemplateResult {
    return html`<dl class="muted">
      ${renderRow(this.localize.term('reviewedBy'), by)}${renderRow(this.localize.term('reviewedOn'), this.#renderDate(on))}
      ${due ? renderRow(this.localize.term('reviewDue'), this.#renderDate(due)) : nothing}
    </dl>`;
  }

  #renderDate(date: string): TemplateResult {
    const format = new Intl.DateTimeFormat(this.localize.lang(), { dateStyle: 'long', timeZone: 'UTC' });
    return html`<time datetime=${date}>${format.format(new Date(date))}</time>`;
  }

  async #reveal(index: number, link?: HTMLElement): Promise<void> {
    this.#index = index;
    this.#from = link;
    this.requestUpdate();
    await this.updateComplete;
    scrollAndFocus(this.renderRoot.querySelectorAll<HTMLElement>('li')[index]);
  }
}

const renderRow = (name: string, value: unknown): unknown =>
  value
    ? html`<dt>${name}</dt>
        <dd>${value}</dd>`
    : nothing;

declare global {
  interface HTMLElementTagNameMap {
    'guide-sources': GuideSources;
  }
}
