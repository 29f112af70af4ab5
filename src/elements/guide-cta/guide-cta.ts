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

/** The number to dial. "+44 (0)20 …" is written for two ways of dialing; this one leaves out the zero. */
const dialable = (phone: string): string => phone.replace(/(?<=^\+.*)\(0\)|[^+\d]/g, '');

/**
 * What to do next: one action, and a phone number for those who would rather call. The accent fills the action; its
 * label is white or black, whichever is readable on it.
 *
 * @summary Schedule a consultation, or another next step.
 * @fires guide-action - The reader pressed the action or the phone number; `event.action` is `link` or `phone`.
 * @csspart button - The action.
 * @csspart link - The phone number, and every link in text.
 * @cssproperty [--guide-accent=#0b6e79] - Fills the action. Any color but `currentcolor`, which would be the label's own.
 */
export class GuideCta extends GuideElement<GuideCtaContent> {
  static override readonly schema = ctaContent;
  static override styles = [...super.styles, ctaStyles];

  /**
   * Names of parameters of the page's URL to add to the action's URL, such as `utm_*,gclid`. Default: none. Parameters
   * that it already has stay as they are.
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
            ? html`<a part="link" href="tel:${dialable(phone)}" @click=${() => this.#onPress('phone')}
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
