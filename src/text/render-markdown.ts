import { html } from 'lit';
import { type Block, parseBlocks } from './parse-blocks.js';
import type { Inline } from './parse-inlines.js';
import { renderLink } from './link.js';

/** Elements render often, and their text rarely changes. The limit is more than a page has at once. */
const rendered = new Map<string, unknown>();
const MOST = 10_000;

/** Renders the kit's subset of Markdown. Each text is parsed only once. */
export function renderMarkdown(text: string): unknown {
  const blocks = rendered.get(text) ?? renderBlocks(parseBlocks(text));
  if (rendered.size > MOST) rendered.clear();
  rendered.set(text, blocks);
  return blocks;
}

function renderBlocks(blocks: Block[]): unknown {
  return oneOrAll(
    blocks.map((block) => {
      if (block.type === 'paragraph') return html`<p>${renderInlines(block.children)}</p>`;
      const items = block.items.map((item) => html`<li>${renderBlocks(item)}</li>`);
      return block.start === undefined
        ? html`<ul>
            ${items}
          </ul>`
        : html`<ol start=${block.start}>
            ${items}
          </ol>`;
    }),
  );
}

function renderInlines(inlines: Inline[]): unknown {
  return oneOrAll(
    inlines.map((inline) => {
      if (typeof inline === 'string') return inline;
      const children = renderInlines(inline.children);
      if (inline.type === 'strong') return html`<strong>${children}</strong>`;
      if (inline.type === 'emphasis') return html`<em>${children}</em>`;
      return renderLink(inline.href, children);
    }),
  );
}

/** Most texts are one paragraph without emphasis. A list of one would cost a comment node and a part each time. */
const oneOrAll = (all: unknown[]): unknown => (all.length > 1 ? all : all[0]);
