import { type Block, parseBlocks } from './parse-blocks.js';
import type { Inline } from './parse-inlines.js';

/** Markdown as plain text, for machines: one line per paragraph and per list item. */
export const plainText = (markdown: string): string => linesOf(parseBlocks(markdown)).join('\n');

const linesOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? textOf(block.children) : block.items.flatMap(linesOf)));

const textOf = (inlines: Inline[]): string =>
  inlines.map((inline) => (typeof inline === 'string' ? inline : textOf(inline.children))).join('');
