import { type Block, parseProse } from './prose.js';
import type { Inline } from './prose-inline.js';

/** A prose as plain text, for machines: a line for each paragraph and each item of a list. */
export function plainText(prose: string): string {
  return parseProse(prose).map(textOfBlock).join('\n');
}

function textOfBlock(block: Block): string {
  return block.type === 'paragraph'
    ? block.children.map(textOfInline).join('')
    : block.items.map((item) => item.map(textOfBlock).join('\n')).join('\n');
}

function textOfInline(inline: Inline): string {
  return typeof inline === 'string' ? inline : inline.children.map(textOfInline).join('');
}
