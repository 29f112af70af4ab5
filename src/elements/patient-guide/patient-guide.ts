import { type PropertyValues, type TemplateResult, html, isServer, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { GuideProvider } from '../../context/guide-provider.js';
import { JsonLd } from '../../controllers/json-ld.js';
import { sizeContainerStyles } from '../../base/styles/size-container.styles.js';
import { GuideElement } from '../../base/guide-element.js';
import { heading } from '../../base/heading.js';
import type { GuideStatisticContent } from '../guide-statistic/guide-statistic.content.js';
import { type PatientGuideContent, guideContent } from './patient-guide.content.js';
import { guideStyles } from './patient-guide.styles.js';

/** CSS parts of the elements inside that a page may style. */
const PARTS = 'heading, title, item, button, icon, panel, link, source';

/**
 * A whole guide. By itself, it lays out every part that its content has, in reading order. Around parts that the page
 * provides (`<guide-faq>` and so on, anywhere inside, in other shadow trees too), it only provides each one's content,
 * heading level, language and `debug`. Either way, it always ends with a disclaimer.
 *
 * @summary A whole guide from one JSON document.
 * @slot - The fallback, or parts, which then take their content from the guide.
 * @csspart item - Each `item` of the elements inside; their `button`, `icon`, `panel` and `source` parts are exported too.
 */
export class PatientGuide extends GuideElement<PatientGuideContent> {
  static override readonly schema = guideContent;
  static override styles = [...super.styles, sizeContainerStyles, guideStyles];

  /**
   * Describes the guide to search engines: one JSON-LD block for the page, with a `MedicalWebPage` (schema.org) and one
   * `FAQPage` for all FAQs on the page.
   */
  @property({ attribute: 'structured-data', type: Boolean }) structuredData = false;

  readonly #provider = new GuideProvider(this);
  #isAround = false;
  #langOfContent = '';

  constructor() {
    super();
    new JsonLd(this, () => (this.structuredData ? this.content : undefined));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // While the page is still parsing, parts may follow.
    this.#isAround = !isServer && (this.#partsOfPage.length > 0 || document.readyState === 'loading');
    this.#setLang();
    const { content, debug, lang, level } = this;
    this.#provider.set({ content, debug, lang, headingLevel: this.#isAround ? level : Math.min(level + 1, 6) });
  }

  /** The disclaimer is outside the box: containment would trap one that is fixed to the window. */
  protected override renderBase(content: PatientGuideContent): TemplateResult {
    return this.#isAround ? this.renderFallback() : html`${super.renderBase(content)}${this.#renderDisclaimer()}`;
  }

  protected override renderFallback(): TemplateResult {
    const needsDisclaimer =
      (this.content || this.error) && !this.#partsOfPage.some(({ localName }) => localName === 'guide-disclaimer');
    return html`<slot></slot>${needsDisclaimer ? this.#renderDisclaimer() : nothing}`;
  }

  protected override renderContent(content: PatientGuideContent): TemplateResult {
    const { title, summary, redFlags, takeaways, contents, sections = [] } = content;
    const { comparison, matcher, note, checklist, faq, sources, cta } = content;
    const ids = sections.map(({ id }) => id);
    return html`<article aria-labelledby="title">
      ${heading(this.level, title, true)} ${summary && html`<guide-summary exportparts=${PARTS}></guide-summary>`}
      ${redFlags && html`<guide-note red-flags exportparts=${PARTS}></guide-note>`}
      ${takeaways && html`<guide-takeaways exportparts=${PARTS}></guide-takeaways>`}
      ${(contents ?? ids.length > 1) ? html`<guide-contents exportparts=${PARTS}></guide-contents>` : nothing}
      ${ids.map(
        (id, index) =>
          html`<guide-section item=${index + 1} exportparts=${PARTS}></guide-section>
            ${this.#renderStatistics(({ section }) => !!id && section === id)}`,
      )}
      ${this.#renderStatistics(({ section }) => !section || !ids.includes(section))}
      ${comparison && html`<guide-comparison exportparts=${PARTS}></guide-comparison>`}
      ${matcher && html`<guide-matcher exportparts=${PARTS}></guide-matcher>`}
      ${note && html`<guide-note exportparts=${PARTS}></guide-note>`}
      ${checklist && html`<guide-checklist exportparts=${PARTS}></guide-checklist>`}
      ${faq && html`<guide-faq exportparts=${PARTS}></guide-faq>`}
      ${sources && html`<guide-sources exportparts=${PARTS}></guide-sources>`}
      ${cta && html`<guide-cta exportparts=${PARTS}></guide-cta>`}
    </article>`;
  }

  /** The parts that the page has placed, here or in other shadow trees; not the guide's own. */
  get #partsOfPage(): Element[] {
    return this.#provider.parts.filter((part) => part.getRootNode() !== this.renderRoot);
  }

  #renderStatistics(isHere: (statistic: GuideStatisticContent) => boolean): TemplateResult[] {
    return (this.content?.statistics ?? []).flatMap((statistic, index) =>
      isHere(statistic) ? html`<guide-statistic item=${index + 1} exportparts=${PARTS}></guide-statistic>` : [],
    );
  }

  #renderDisclaimer(): TemplateResult {
    return html`<guide-disclaimer exportparts=${PARTS}></guide-disclaimer>`;
  }

  /** The content sets the language, unless the page's author has set one. */
  #setLang(): void {
    if (this.lang !== this.#langOfContent) return;
    this.#langOfContent = this.content?.lang ?? '';
    if (this.#langOfContent) this.lang = this.#langOfContent;
    else this.removeAttribute('lang');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'patient-guide': PatientGuide;
  }
}
