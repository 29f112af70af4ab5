import { type PropertyValues, type TemplateResult, html } from 'lit';
import { DeepLinks } from '../../controllers/deep-links.js';
import { SectionEntry } from '../../controllers/sections.js';
import { GuideElement } from '../../core/guide-element.js';
import { heading } from '../../core/heading.js';
import { prose } from '../../core/render-prose.js';
import { type GuideSectionContent, sectionContent } from './guide-section.content.js';

/**
 * One question and its answer.
 *
 * @summary One question and its answer.
 */
export class GuideSection extends GuideElement<GuideSectionContent> {
  static override readonly schema = sectionContent;

  #items: readonly GuideSectionContent[] = [];
  readonly #links = new DeepLinks<GuideSectionContent>(
    this,
    (content) => content.heading,
    () => {
      const title = this.renderRoot.querySelector<HTMLElement>('#title');
      title?.scrollIntoView();
      title?.focus({ preventScroll: true });
    },
  );

  constructor() {
    super();
    new SectionEntry(this, () => this.content && { text: this.content.heading, anchor: this.#links.ids[0] });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.content !== this.#items[0]) this.#items = this.content ? [this.content] : [];
    this.#links.setItems(this.#items);
  }

  protected override renderContent(content: GuideSectionContent): TemplateResult {
    return html`<div tabindex="-1" id="title">${heading(this.level, content.heading)}</div>
      ${prose(content.body)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-section': GuideSection;
  }
}
