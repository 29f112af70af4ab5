export interface InlineElement {
  readonly type: 'strong' | 'emphasis' | 'link';
  /** As the author wrote it, not sanitized; on links only. */
  readonly href?: string;
  readonly children: Inline[];
}
export type Inline = string | InlineElement;

/** A piece of the text, with the elements that end before it and those that begin after it, innermost first. */
interface Piece {
  text: string;
  ends: number;
  readonly begins: InlineElement[];
}

/** A run of asterisks; `text` holds those that have no partner yet. */
interface Run extends Piece {
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Below this depth, text renders without further emphasis: templates render recursively. */
const DEEPEST = 16;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const SPECIAL = /\\[!-/:-@[-`{-~]|\*+|!?\[|\]/g;
/**
 * Each character matches in only one way, so no text can make this slow. Parentheses inside may nest one level deep.
 */
const ADDRESS =
  /\(\s{0,99}((?:\\[^\s\p{Cc}]|[^\s()\\\p{Cc}]|\((?:\\[^\s\p{Cc}]|[^\s()\\\p{Cc}]){0,999}\)){1,1999})\s{0,99}\)/uy;
const SPACE = /[\s\p{Z}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * Strong, emphasis and links in one paragraph, using the delimiter algorithm of CommonMark 0.31 ("A parsing strategy").
 */
export function parseInlines(text: string): Inline[] {
  const pieces: Piece[] = [];
  const runs: Run[] = [];
  const brackets: { piece: Piece; runsBefore: number; end: number }[] = [];
  /** Links don't nest: brackets below this height were opened around one. */
  let spent = 0;
  let at = 0;

  const add = (text: string): Piece => {
    const piece = { text, ends: 0, begins: [] };
    pieces.push(piece);
    return piece;
  };
  SPECIAL.lastIndex = 0;
  for (let match = SPECIAL.exec(text); match; match = SPECIAL.exec(text)) {
    const [special] = match;
    add(text.slice(at, match.index));
    at = SPECIAL.lastIndex;
    const piece = add(special.replace('\\', ''));
    if (special[0] === '*') {
      runs.push(Object.assign(piece, { length: special.length, ...flanking(text, match.index, at) }));
    } else if (special === '[' || special === '![') {
      brackets.push({ piece, runsBefore: runs.length, end: at });
    } else if (special === ']') {
      const opening = brackets.pop();
      ADDRESS.lastIndex = at;
      // Images stay as they are written, and so do links without text.
      const isLink =
        brackets.length >= spent && opening?.piece.text === '[' && text.slice(opening.end, match.index).trim();
      const address = isLink && ADDRESS.exec(text);
      spent = Math.min(spent, brackets.length);
      if (!address) continue;
      matchRuns(runs.splice(opening.runsBefore));
      opening.piece.begins.push({ type: 'link', href: address[1]!.replace(ESCAPED, '$1'), children: [] });
      opening.piece.text = piece.text = '';
      piece.ends = 1;
      at = SPECIAL.lastIndex = ADDRESS.lastIndex;
      spent = brackets.length;
    }
  }
  add(text.slice(at));
  matchRuns(runs);
  return toTree(pieces);
}

/**
 * Whether a run can open or close emphasis depends on the characters on either side of it (left- and right-flanking).
 */
function flanking(text: string, start: number, end: number): Pick<Run, 'canOpen' | 'canClose'> {
  const before = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? ' ';
  const after = [...text.slice(end, end + 2)][0] ?? ' ';
  const isLoose = (char: string, other: string) =>
    !SPACE.test(char) && (!PUNCTUATION.test(char) || SPACE.test(other) || PUNCTUATION.test(other));
  return { canOpen: isLoose(after, before), canClose: isLoose(before, after) };
}

function matchRuns(runs: Run[]): void {
  const openers: Run[] = [];
  /**
   * Per kind of closer: no opener below this height fits. Without this, a long text of asterisks takes quadratic time.
   */
  const bottoms: Record<string, number> = {};
  for (const closer of runs) {
    const kind = `${closer.canOpen}${closer.length % 3}`;
    while (closer.canClose && closer.text) {
      const bottom = Math.min(bottoms[kind] ?? 0, openers.length);
      let height = openers.length;
      while (height > bottom && !fits(openers[height - 1]!, closer)) height--;
      if (height === bottom) {
        bottoms[kind] = openers.length;
        break;
      }
      const opener = openers[height - 1]!;
      const size = opener.text[1] && closer.text[1] ? 2 : 1;
      opener.begins.push({ type: size > 1 ? 'strong' : 'emphasis', children: [] });
      closer.ends++;
      opener.text = opener.text.slice(size);
      closer.text = closer.text.slice(size);
      openers.length = opener.text ? height : height - 1;
      for (const key in bottoms) bottoms[key] = Math.min(bottoms[key]!, openers.length);
    }
    if (closer.canOpen && closer.text) openers.push(closer);
  }
}

/** The "rule of 3" makes `*a**b*` and the like unambiguous. */
const fits = (opener: Run, closer: Run) =>
  (!opener.canClose && !closer.canOpen) || (opener.length + closer.length) % 3 > 0 || opener.length % 3 === 0;

function toTree(pieces: Piece[]): Inline[] {
  const open: Inline[][] = [[]];
  for (const { text, ends, begins } of pieces) {
    open.length -= ends;
    const children = open.at(-1)!;
    if (typeof children.at(-1) === 'string') children.push((children.pop() as string) + text);
    else if (text) children.push(text);
    for (const element of begins.reverse()) {
      const parent = open.at(-1)!;
      const isShown = open.length < DEEPEST;
      if (isShown) parent.push(element);
      open.push(isShown ? element.children : parent);
    }
  }
  return open[0]!;
}
