import { type TemplateResult, html, nothing } from 'lit';
import { Overflow } from '../../controllers/overflow.js';
import { EdgeSpacing } from '../../controllers/edge-spacing.js';
import { GuideDismissEvent } from './dismiss-event.js';
import { GuideElement } from '../../base/guide-element.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { section } from '../../base/section.js';
import { type GuideDisclaimerContent, disclaimerContent } from './guide-disclaimer.content.js';
import { disclaimerStyles } from './guide-disclaimer.styles.js';

/**
 * The disclaimer banner. It is never blank: without valid content, it shows the standard disclaimer.
 *
 * @summary The medical disclaimer.
 * @fires guide-dismiss - The reader closed it, for this page view.
 * @csspart button - The close button.
 * @csspart icon - The cross on the close button.
 */
export class GuideDisclaimer extends GuideElement<GuideDisclaimerContent> {
  static override readonly schema = disclaimerContent;
  static override styles = [...super.styles, disclaimerStyles];

  readonly #overflow = new Overflow(this, () => this.renderRoot.querySelector('.bar'));
  #isDismissed = false;

  constructor() {
    super();
    new EdgeSpacing(this, () => this.renderRoot.querySelector('.top, .bottom'));
  }

  /** A guide without a disclaimer gets the standard one. */
  protected override contentFromGuide({ disclaimer }: Readonly<Record<string, unknown>>): unknown {
    return disclaimer ?? this.defaultContent;
  }

  protected override get defaultContent(): GuideDisclaimerContent {
    return {};
  }

  protected override renderContent(content: GuideDisclaimerContent): TemplateResult {
    const { title, text, placement = 'inline', dismissible } = content;
    if (dismissible && this.#isDismissed) return html``;
    const body = html`${renderMarkdown(text ?? this.localize.term('disclaimerText'))}${dismissible ? this.#renderButton() : nothing}`;
    return html`<div
      class="bar ${placement}"
      tabindex=${this.#overflow.isScrolling ? 0 : nothing}
      ?data-dismissible=${dismissible}
      @keydown=${this.#onKeydown}
    >
      ${section(this.level, title, this.localize.term('disclaimer'), body)}
    </div>`;
  }

  #renderButton(): TemplateResult {
    return html`<button part="button" aria-label=${this.localize.term('dismiss')} @click=${this.#dismiss}>
      <svg part="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
    </button>`;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.content?.dismissible) this.#dismiss();
  }

  #dismiss(): void {
    this.#isDismissed = true;
    this.requestUpdate();
    this.dispatchEvent(new GuideDismissEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-disclaimer': GuideDisclaimer;
  }
}
