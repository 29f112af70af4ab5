import { type Inline, parseInlines } from './parse-inlines.js';

/**
 * The kit's subset of Markdown, following CommonMark 0.31: paragraphs, lists (nested and ordered ones too),
 * `**strong**`, `*emphasis*`, `[links](url)`, and a backslash before punctuation. Anything else is literal text.
 * Every loop moves forward and nesting is bounded, so the time grows with the length of the text, whatever it contains.
 */
export type Block =
  | { readonly type: 'paragraph'; readonly children: Inline[] }
  | { readonly type: 'list'; readonly start: number | undefined; readonly items: Block[][] };

interface Marker {
  /** A list continues as long as its markers end with the same character. */
  readonly kind: string;
  /** For ordered lists only. */
  readonly start: number | undefined;
  readonly width: number;
}

const DEEPEST_LIST = 4;
/** Three or more `-` or `*` alone on a line are a thematic break in CommonMark, not a list. */
const MARKER = /^(?! {0,3}([-*])(?: *\1){2,} *$)( {0,3}(?:[-+*]|(\d{1,9})[.)]) {1,4})\S/;

export function parseBlocks(text: string): Block[] {
  return parseLines(text.split(/\r\n?|\n/).map(expandTabs), 0);
}

/** A tab advances to the next multiple of four columns. */
function expandTabs(line: string): string {
  let added = 0;
  return line.replaceAll('\t', (_, offset: number) => {
    const width = 4 - ((offset + added) % 4);
    added += width - 1;
    return ' '.repeat(width);
  });
}

function parseLines(lines: string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = markerOf(lines[at]!, depth);
    if (first) {
      const items: Block[][] = [];
      for (
        let marker: Marker | undefined = first;
        marker?.kind === first.kind;
        marker = markerOf(lines[at] ?? '', depth)
      ) {
        const item = takeItem(lines, at, marker.width, depth);
        items.push(parseLines(item, depth + 1));
        at += item.length;
      }
      blocks.push({ type: 'list', start: first.start, items });
    } else {
      const paragraph: string[] = [];
      while (lines[at]?.trim() && !(paragraph.length && interrupts(lines[at]!, depth)))
        paragraph.push(lines[at++]!.trim());
      if (paragraph.length) blocks.push({ type: 'paragraph', children: parseInlines(paragraph.join('\n')) });
      else at++;
    }
  }
  return blocks;
}

function markerOf(line: string, depth: number): Marker | undefined {
  const [, , marker, number] = (depth < DEEPEST_LIST && MARKER.exec(line)) || [];
  return marker
    ? { kind: marker.trim().at(-1)!, start: number ? +number : undefined, width: marker.length }
    : undefined;
}

/** In the middle of a paragraph, a number starts a list only if it is 1: a line may well begin with a year. */
function interrupts(line: string, depth: number): boolean {
  const marker = markerOf(line, depth);
  return !!marker && (marker.start ?? 1) === 1;
}

/**
 * An item's lines without their indent: the indented ones and, up to a blank line, those that continue its paragraph.
 */
function takeItem(lines: string[], at: number, width: number, depth: number): string[] {
  const item = [lines[at]!.slice(width)];
  for (let wasBlank = false; at + item.length < lines.length;) {
    const line = lines[at + item.length]!;
    const isIndented = !line.slice(0, width).trim();
    if (!isIndented && (wasBlank || markerOf(line, depth))) break;
    item.push(isIndented ? line.slice(width) : line);
    wasBlank = !line.trim();
  }
  return item;
}
