import { type PropertyValues, type TemplateResult, html, isServer, nothing } from 'lit';
import { decodeHash } from '../../controllers/hash-targets.js';
import { type Entry, TableOfContents } from '../../controllers/table-of-contents.js';
import { ScrollSpy } from '../../controllers/scroll-spy.js';
import { pageRegistry } from '../../page/page-registry.js';
import { GuideElement } from '../../base/guide-element.js';
import { heading } from '../../base/heading.js';
import { relFor, safeHref } from '../../text/link.js';
import { type GuideContentsContent, type GuideContentsItem, contentsContent } from './guide-contents.content.js';
import { contentsStyles } from './guide-contents.styles.js';

/** A single entry isn't worth a list. */
const FEWEST = 2;

/**
 * What this guide covers: links to its sections, with a mark on the one being read. Without content, it lists the
 * `<guide-section>`s of the surrounding guide, or of the page. With fewer than two entries, nothing shows.
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
  readonly #list = new TableOfContents(this);
  readonly #spy = new ScrollSpy(this);

  /** The sections it links to arrive on the page together with it, but get their content after it. */
  protected override get hasNothingToRender(): boolean {
    return super.hasNothingToRender || this.#spy.entries.length < FEWEST;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const items = this.content?.items;
    this.#spy.entries = items ? items.flatMap(entryOf) : this.#list.entries;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const nothingToShow = this.renderRoot.querySelector('.base:only-child:empty');
    this.#states[nothingToShow ? 'add' : 'delete']('empty');
  }

  protected override renderContent({ title }: GuideContentsContent): TemplateResult {
    const { entries } = this.#spy;
    if (entries.length < FEWEST) return html``;
    const defaultTitle = this.localize.term('contents');
    const words = (title ?? defaultTitle).trim();
    return html`<nav aria-labelledby=${words ? 'title' : nothing} aria-label=${words ? nothing : defaultTitle}>
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

/** A link to a target that doesn't exist isn't listed; it appears when its target does. */
function entryOf({ text, href: address }: GuideContentsItem): Entry[] {
  const href = safeHref(address);
  const isHere = href?.startsWith('#');
  const target = isHere && !isServer ? targetOf(href!) : undefined;
  return href && (isServer || isHere === !!target) ? [{ text, href, target }] : [];
}

/** The element that `#id` leads to, or the one that handles it from its shadow tree. */
function targetOf(hash: string): Element | undefined {
  const id = decodeHash(hash.slice(1));
  return document.getElementById(id) ?? pageRegistry().anchors.find((anchor) => anchor.id === id)?.host;
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-contents': GuideContents;
  }
}
