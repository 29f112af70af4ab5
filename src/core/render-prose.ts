import { type TemplateResult, html, noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { type Block, parseProse } from './prose.js';
import type { Inline } from './prose-inline.js';
import { renderLink } from './render-link.js';

class ProseDirective extends Directive {
  #text?: string;

  render(text: string): unknown {
    if (text === this.#text) return noChange;
    this.#text = text;
    return renderBlocks(parseProse(text));
  }
}

/** Shows a text of the kit's Markdown subset. It is parsed again only when it has changed. */
export const prose = directive(ProseDirective);

function renderBlocks(blocks: Block[]): TemplateResult[] {
  return blocks.map((block) => {
    if (block.type === 'paragraph') return html`<p>${renderInlines(block.children)}</p>`;
    const items = block.items.map((item) => html`<li>${renderBlocks(item)}</li>`);
    return block.start === undefined
      ? html`<ul>
          ${items}
        </ul>`
      : html`<ol start=${block.start}>
          ${items}
        </ol>`;
  });
}

function renderInlines(inlines: Inline[]): unknown[] {
  return inlines.map((inline) => {
    if (typeof inline === 'string') return inline;
    const children = renderInlines(inline.children);
    if (inline.type === 'strong') return html`<strong>${children}</strong>`;
    if (inline.type === 'emphasis') return html`<em>${children}</em>`;
    return renderLink(inline.href, children);
  });
}
