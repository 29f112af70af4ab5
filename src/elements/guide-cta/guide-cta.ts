import { type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { forwardParams } from './forward-params.js';
import { GuideActionEvent } from './action-event.js';
import { GuideElement } from '../../base/guide-element.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { relFor, safeHref } from '../../text/link.js';
import { section } from '../../base/section.js';
import { type GuideCtaContent, ctaContent } from './guide-cta.content.js';
import { ctaStyles } from './guide-cta.styles.js';

/** The number to dial: "+44 (0)20 …" is written for both ways of dialling, and the zero is not for this one. */
const dialled = (phone: string): string => phone.replace(/(?<=^\+.*)\(0\)|[^+\d]/g, '');

/**
 * What to do next: one action, and a telephone number for those who would rather call. The accent fills the action; its
 * label is white or black, whichever can be read on it.
 *
 * @summary Schedule a consultation, or another next step.
 * @fires guide-action - A person pressed the action or the telephone number; `event.action` is `link` or `phone`.
 * @csspart button - The action.
 * @csspart link - The telephone number, too.
 * @cssproperty [--guide-accent=#0b6e79] - Fills the action. Any colour but `currentcolor`, which would be the label's own.
 */
export class GuideCta extends GuideElement<GuideCtaContent> {
  static override readonly schema = ctaContent;
  static override styles = [...super.styles, ctaStyles];

  /**
   * Names of parameters in the page's own address that the action's address gets too, `utm_*,gclid`. Left out: none.
   * Those that it has already stay.
   */
  @property({ attribute: 'forward-params' }) forwardParams: string | null = null;

  protected override renderContent({ title, text, label, href, phone }: GuideCtaContent): TemplateResult {
    const address = safeHref(href) ?? '#';
    const body = html`${text ? renderMarkdown(text) : nothing}
      <div class="actions">
        <a
          part="button"
          href=${forwardParams(address, this.forwardParams)}
          rel=${relFor(address) ?? nothing}
          data-address=${/^http/.test(address) ? address : nothing}
          @click=${() => this.#onPress('link')}
          ><bdi>${label}</bdi></a
        >
        ${
          phone
            ? html`<a part="link" href="tel:${dialled(phone)}" @click=${() => this.#onPress('phone')}
                >${this.localize.term('call', phone)}</a
              >`
            : nothing
        }
      </div>`;
    return title?.trim() ? section(this.level, title, '', body) : body;
  }

  #onPress(action: GuideActionEvent['action']): void {
    this.dispatchEvent(new GuideActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-cta': GuideCta;
  }
}
