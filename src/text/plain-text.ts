import { type Block, parseBlocks } from './parse-blocks.js';
import type { Inline } from './parse-inlines.js';

/** A prose as plain text, for machines: a line for each paragraph and each item of a list. */
export const plainText = (prose: string): string => linesOf(parseBlocks(prose)).join('\n');

const linesOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? textOf(block.children) : block.items.flatMap(linesOf)));

const textOf = (inlines: Inline[]): string =>
  inlines.map((inline) => (typeof inline === 'string' ? inline : textOf(inline.children))).join('');
