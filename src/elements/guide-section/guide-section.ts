import { type PropertyValues, type TemplateResult, html } from 'lit';
import { property } from 'lit/decorators.js';
import { HashTargets } from '../../controllers/hash-targets.js';
import { GuideElement } from '../../base/guide-element.js';
import { heading } from '../../base/heading.js';
import { findByIdOrPosition } from '../../content/find-by-id-or-position.js';
import { renderMarkdown } from '../../text/render-markdown.js';
import { scrollAndFocus } from '../../page/scroll-and-focus.js';
import { type GuideSectionContent, sectionContent } from './guide-section.content.js';
import { sectionStyles } from './guide-section.styles.js';

/**
 * One question and its answer. A link to `#id` leads to the heading and moves focus there, so that a screen reader
 * continues from it. It isn't a landmark: a guide has many sections, and their headings are the way through them.
 *
 * @summary One question and its answer.
 */
export class GuideSection extends GuideElement<GuideSectionContent> {
  static override readonly schema = sectionContent;
  static override styles = [...super.styles, sectionStyles];

  /** Inside a `<patient-guide>`: which of its sections this is, by position from 1 or by id. */
  @property() item = '1';

  readonly #links = new HashTargets<GuideSectionContent>(
    this,
    (content) => content.heading,
    () => void this.#reveal(),
  );
  #linked: GuideSectionContent | undefined;

  /**
   * The id for links to the section, without the `#`: the content's `id`, or one made from its heading. `undefined`
   * while there is no content. The heading itself is `content.heading`.
   */
  get anchor(): string | undefined {
    return this.#links.ids[0];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { content } = this;
    if (content === this.#linked) return;
    this.#linked = content;
    this.#links.setItems(content ? [content] : []);
  }

  protected override contentFromGuide({ sections }: Readonly<Record<string, unknown>>): unknown {
    return findByIdOrPosition(sections, this.item);
  }

  protected override renderContent(content: GuideSectionContent): TemplateResult {
    return html`${heading(this.level, content.heading, true)}${renderMarkdown(content.body)}`;
  }

  async #reveal(): Promise<void> {
    await this.updateComplete;
    const title = this.renderRoot.querySelector<HTMLElement>('#title');
    if (!title) return;
    // Not any earlier: until then, a click on the heading must not focus it.
    title.tabIndex = -1;
    scrollAndFocus(title);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-section': GuideSection;
  }
}
