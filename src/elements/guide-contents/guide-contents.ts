import { type PropertyValues, type TemplateResult, html, isServer, nothing } from 'lit';
import { decode } from '../../controllers/deep-links.js';
import { type Entry, SectionList } from '../../controllers/sections.js';
import { SectionSpy } from '../../controllers/section-spy.js';
import { shared } from '../../core/copies.js';
import { GuideElement } from '../../core/guide-element.js';
import { heading } from '../../core/heading.js';
import { relFor, safeHref } from '../../core/safe-link.js';
import { type GuideContentsContent, type GuideContentsItem, contentsContent } from './guide-contents.content.js';
import { contentsStyles } from './guide-contents.styles.js';

/** A single entry is more to read than it is of use. */
const FEWEST = 2;

/**
 * What this guide covers: links to its parts, of which the one being read is marked. Without content it lists the
 * `<guide-section>`s of the guide it stands in, or of the page. With fewer than two entries there is nothing to be seen.
 *
 * @summary What this guide covers.
 * @csspart item - Each entry.
 * @csspart link - The link of each entry; the current one has `aria-current`.
 */
export class GuideContents extends GuideElement<GuideContentsContent> {
  static override readonly schema = contentsContent;
  static override readonly needsContent = false;
  static override styles = [...super.styles, contentsStyles];

  readonly #states = this.attachInternals().states;
  readonly #list = new SectionList(this);
  readonly #spy = new SectionSpy(this);

  /** The sections that it leads to are on the page with it, but take their content after it. */
  override get isWaiting(): boolean {
    return super.isWaiting || this.#spy.entries.length < FEWEST;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const nothingToShow = this.renderRoot.querySelector('.base:only-child:empty');
    this.#states[nothingToShow ? 'add' : 'delete']('empty');
  }

  protected override renderContent({ title, items }: GuideContentsContent): TemplateResult {
    const entries = items ? items.flatMap(entryOf) : this.#list.entries;
    this.#spy.entries = entries;
    if (entries.length < FEWEST) return html``;
    const ownWords = this.labels.term('contents');
    const words = (title ?? ownWords).trim();
    return html`<nav aria-labelledby=${words ? 'title' : nothing} aria-label=${words ? nothing : ownWords}>
      ${words ? heading(this.level, words, true) : nothing}
      <ol>
        ${entries.map(
          ({ text, href }, index) =>
            html`<li part="item">
              <a
                part="link"
                href=${href}
                rel=${relFor(href) ?? nothing}
                aria-current=${index === this.#spy.current ? 'true' : nothing}
                >${text}</a
              >
            </li>`,
        )}
      </ol>
    </nav>`;
  }
}

/** A link that leads nowhere is none; it comes when its target does. */
function entryOf({ text, href: address }: GuideContentsItem): Entry[] {
  const href = safeHref(address);
  const isHere = href?.startsWith('#');
  const target = isHere && !isServer ? targetOf(href!) : undefined;
  return href && (isServer || isHere === !!target) ? [{ text, href, target }] : [];
}

/** The element that `#id` leads to, or the one that answers to it from its shadow tree. */
function targetOf(hash: string): Element | undefined {
  const id = decode(hash.slice(1));
  return document.getElementById(id) ?? shared().anchors.find((anchor) => anchor.id === id)?.host;
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-contents': GuideContents;
  }
}
