import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { HashTargets } from '../../controllers/hash-targets.js';
import { JsonLd } from '../../controllers/json-ld.js';
import { GuideElement } from '../../base/guide-element.js';
import { GuideToggleEvent } from './toggle-event.js';
import { heading } from '../../base/heading.js';
import { composedParent } from '../../page/composed-parent.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { scrollAndFocus } from '../../page/scroll-and-focus.js';
import { section } from '../../base/section.js';
import { type GuideFaqContent, type GuideFaqItem, faqContent } from './guide-faq.content.js';
import { faqStyles } from './guide-faq.styles.js';

/** With fewer questions, an "Open all" button isn't worth reading. */
const FEWEST_FOR_ALL = 3;

/**
 * Questions and answers as an accordion (WAI-ARIA Authoring Practices). Readers can find closed answers with the
 * browser's find-in-page, link to them by `#id`, and get all of them in print. Which ones are open is never stored.
 *
 * @summary Questions as an accordion.
 * @fires guide-toggle - A question was opened or closed; `event.id`, `event.index`, `event.open`.
 * @csspart item - Each question with its answer.
 * @csspart button - The buttons: each question, "Open all", and the copy-link buttons.
 * @csspart icon - The plus, minus and link icons.
 * @csspart panel - Each answer.
 */
export class GuideFaq extends GuideElement<GuideFaqContent> {
  static override readonly schema = faqContent;
  static override styles = [...super.styles, faqStyles];

  /** Opening a question closes the others, so at most one is open. */
  @property({ type: Boolean }) single = false;

  /** Gives each question a button that copies a link to it. */
  @property({ type: Boolean }) share = false;

  readonly #links = new HashTargets<GuideFaqItem>(
    this,
    ({ question }) => question,
    (index) => void this.#reveal(index),
  );
  readonly #open = new Set<string>();
  #copied = '';
  #copiedMessage = '';

  constructor() {
    super();
    new JsonLd(this, () => this.content);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#links.setItems(this.content?.items ?? []);
  }

  protected override renderContent({ title, items }: GuideFaqContent): TemplateResult {
    const level = Math.min(this.level + (title?.trim() === '' ? 0 : 1), 6);
    // The buttons inside are what gets clicked. One listener handles them all.
    /* eslint-disable lit-a11y/click-events-have-key-events */
    const body = html`${items.length < FEWEST_FOR_ALL || this.single ? nothing : this.#renderAllButton()}
      <div class="items" @click=${this.#onClick} @beforematch=${this.#onMatch}>
        ${items.map((item, index) => this.#renderItem(item, index, level))}
      </div>`;
    /* eslint-enable lit-a11y/click-events-have-key-events */
    return section(this.level, title, this.localize.term('faq'), body);
  }

  #renderAllButton(): TemplateResult {
    const isAllOpen = this.content!.items.every((_, index) => this.#isOpen(index));
    return html`<button part="button" class="all" @click=${() => this.#setAll(!isAllOpen)}>
      ${this.localize.term(isAllOpen ? 'collapseAll' : 'expandAll')}
    </button>`;
  }

  #renderItem({ question, answer }: GuideFaqItem, index: number, level: number): TemplateResult {
    const isOpen = this.#isOpen(index);
    const button = html`<button
      part="button"
      class="question"
      id="question-${index}"
      aria-expanded=${isOpen}
      aria-controls="panel-${index}"
    >
      <span part="icon"></span>${question}
    </button>`;
    const head = heading(level, button);
    return html`<div part="item">
      ${this.share ? html`<div class="row">${head}${this.#renderShare(question, index)}</div>` : head}
      <div part="panel" id="panel-${index}" hidden=${isOpen ? nothing : 'until-found'}>
        <div class="answer">${renderMarkdown(answer)}</div>
      </div>
    </div>`;
  }

  #renderShare(question: string, index: number): TemplateResult {
    return html`<span class="muted" role="status"
        >${this.#copied === this.#links.ids[index] ? this.#copiedMessage : nothing}</span
      >
      <button part="button" class="share" aria-label=${this.localize.term('copyLink', question)}>
        <svg part="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M7 4l2-2a3.5 3.5 0 0 1 5 5l-2 2M9 12l-2 2a3.5 3.5 0 0 1-5-5l2-2M6 10l4-4" />
        </svg>
      </button>`;
  }

  #isOpen(index: number): boolean {
    return this.#open.has(this.#links.ids[index]!);
  }

  #set(index: number, open: boolean): void {
    const id = this.#links.ids[index];
    if (id === undefined || this.#open.has(id) === open) return;
    if (open && this.single) this.#setAll(false);
    if (open) this.#open.add(id);
    else this.#open.delete(id);
    this.requestUpdate();
    this.dispatchEvent(new GuideToggleEvent(id, index, open));
  }

  #setAll(open: boolean): void {
    this.#links.ids.forEach((_, index) => this.#set(index, open));
  }

  #onClick({ target }: Event): void {
    const button = (target as Element).closest('button');
    if (!button) return;
    const index = indexOf(button);
    if (button.className === 'share') void this.#copyLink(index);
    else void this.#onPress(button, index);
  }

  #onMatch({ target }: Event): void {
    this.#set(indexOf(target as Element), true);
  }

  /** With `single`, another answer may close above this one, so keep the pressed question under the reader's finger. */
  async #onPress(button: HTMLElement, index: number): Promise<void> {
    const { top } = button.getBoundingClientRect();
    this.#set(index, !this.#isOpen(index));
    if (!this.single) return;
    await this.updateComplete;
    let shift = button.getBoundingClientRect().top - top;
    for (let box = composedParent(this); box && shift; box = composedParent(box)) {
      const { scrollTop } = box;
      box.scrollBy({ top: shift, behavior: 'instant' });
      shift -= box.scrollTop - scrollTop;
    }
  }

  async #reveal(index: number): Promise<void> {
    this.#set(index, true);
    await this.updateComplete;
    scrollAndFocus(this.renderRoot.querySelector<HTMLElement>(`#question-${index}`));
  }

  async #copyLink(index: number): Promise<void> {
    this.#copied = this.#links.ids[index]!;
    try {
      await navigator.clipboard.writeText(this.#links.addressOf(index));
      this.#copiedMessage = this.localize.term('linkCopied');
    } catch {
      // Not a secure context, or not allowed: the address bar is the next best place to copy from.
      this.#links.showAddressOf(index);
      this.#copiedMessage = this.localize.term('linkInAddress');
    }
    this.requestUpdate();
  }
}

/** Index of the item that a node belongs to; `NaN` if it belongs to none. */
const indexOf = (node: Element): number =>
  Number(node.closest('[part=item]')?.querySelector('.question')!.id.split('-')[1]);

declare global {
  interface HTMLElementTagNameMap {
    'guide-faq': GuideFaq;
  }
}
