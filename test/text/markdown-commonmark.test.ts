import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { shown } from './markdown.helpers.js';
import { runs } from '../depth.js';

describe('Markdown', () => {
  describe('matches micromark’s CommonMark structure', () => {
    it('for asterisks, links, brackets and backslashes in a paragraph', () => {
      expectSameStructure(inlineText, 2500);
    });

    it('for paragraphs and lists with any indentation and order', () => {
      expectSameStructure(documentText, 2000);
    });
  });
});

// Turns off what micromark supports beyond the kit’s subset, so that the texts can contain those characters. The texts
// leave out what cannot be turned off: `_`, indented code, rules, titles and `<…>` in links, empty items and empty
// links.
const SUBSET = {
  disable: {
    null: [
      ...['autolink', 'blockQuote', 'characterReference', 'codeFenced', 'codeText', 'definition', 'hardBreakEscape'],
      ...['headingAtx', 'htmlFlow', 'htmlText', 'setextUnderline'],
    ],
  },
};

function expectSameStructure(texts: fc.Arbitrary<string>, numRuns: number): void {
  const property = fc.property(texts, (text) => {
    // The kit shows a link without text as it is written.
    fc.pre(!/\[\s*\](?=\()/.test(text));
    const asterisks = { areDivided: false };
    const reference = micromark(text, {
      allowDangerousProtocol: true,
      extensions: [SUBSET],
      htmlExtensions: [noteDividedRuns(text, asterisks)],
    });
    const page = new DOMParser().parseFromString(reference, 'text/html');
    // micromark applies the "rule of 3" to the rest of a run, CommonMark (rules 9 and 10) to the whole run.
    fc.pre(!asterisks.areDivided || !hasTwoSidedRun(text));
    // The kit does not support indented code or rules, and nests lists four deep, with deeper markers as text.
    fc.pre(!page.querySelector('pre, hr, li li li li li'));
    expect(structureOf(shown(text))).to.equal(structureOf(page.body));
  });
  fc.assert(property, { numRuns: runs(numRuns), includeErrorInReport: true });
}

const runsOf = (text: string) => [...text.matchAll(/\\[!-/:-@[-`{-~]|\*+/g)].filter(([run]) => run.startsWith('*'));

/** Records whether an element uses only part of a run of asterisks. */
function noteDividedRuns(text: string, note: { areDivided: boolean }) {
  const runs = new Map(runsOf(text).map(({ 0: run, index }) => [index, index + run.length]));
  const onSequence = ({ start, end }: { start: { offset: number }; end: { offset: number } }): undefined => {
    if (runs.get(start.offset) !== end.offset) note.areDivided = true;
  };
  return { enter: { emphasisSequence: onSequence, strongSequence: onSequence } };
}

/** Whether any run could both open and close emphasis: text on both sides, or punctuation on both. */
function hasTwoSidedRun(text: string): boolean {
  const kindOf = (char = ' ') => (/\s/.test(char) ? 'space' : /[\p{P}\p{S}]/u.test(char) ? 'punctuation' : 'text');
  return runsOf(text).some(({ 0: run, index }) => {
    const before = kindOf(text[index - 1]);
    return before !== 'space' && before === kindOf(text[index + run.length]);
  });
}

const BLOCKS = ['P', 'UL', 'OL', 'LI'];

/** Elements and text, one per line, the same for loose lists (text in paragraphs) and tight ones. */
function structureOf(parent: Node, indent = ''): string {
  const lines: string[] = [];
  let inline: Node[] = [];
  const endParagraph = () => {
    const text = inline.map(inlineStructureOf).join('').replace(/\s+/g, ' ').trim();
    if (text) lines.push(`${indent}P ${text}`);
    inline = [];
  };
  for (const node of parent.childNodes) {
    if (!BLOCKS.includes(node.nodeName)) {
      inline.push(node);
      continue;
    }
    endParagraph();
    if (node.nodeName === 'P') {
      inline = [...node.childNodes];
      endParagraph();
    } else {
      const start = node.nodeName === 'OL' ? (node as HTMLOListElement).start : '';
      lines.push(`${indent}${node.nodeName}${start}`, structureOf(node, `${indent}  `));
    }
  }
  endParagraph();
  return lines.filter((line) => line).join('\n');
}

function inlineStructureOf(node: Node): string {
  if (node instanceof Text) return node.data;
  // The kit treats a line break as whitespace, whatever comes before it.
  if (node.nodeName === 'BR') return ' ';
  const children = [...node.childNodes].map(inlineStructureOf).join('');
  const href = node.nodeName === 'A' ? ` ${decodeURI((node as HTMLAnchorElement).href)}` : '';
  return node instanceof Element || node.nodeName === 'A' ? `⟨${node.nodeName}${href}⟩${children}⟨/⟩` : '';
}

// No characters outside the basic plane: micromark handles their halves separately.
const inlinePart = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('*', '*', '**', '**', '***', '****') },
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'é', '中', ' ', ' ', '\u00a0', '\u3000', '\u0301') },
  { weight: 3, arbitrary: fc.constantFrom('.', '“', '”', '—', '¿', '€', '(', ')', '-', '~', '+', '|', '{') },
  { weight: 1, arbitrary: fc.constantFrom('<b>', '&amp;', '`', '#', '>', '<http://x.y>', '\\é', '\\ ', '=') },
  { weight: 2, arbitrary: fc.constantFrom('\\*', '\\[', '\\]', '\\\\', '\\_', '\\)') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...['[', ']', '[a', '[*', '](x)', '](/x?y=z#é)', '](https://example.org/x_(y))', '](mailto:a@example.org)'],
      ...['](#x)', '](../x)', '](tel:+1-555-0100)', '](\\(x\\*)', '](*x*)', '](x[y])', '](  x )'],
    ),
  },
);
const lineOf = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('a', 'b', '“', '**a** ', '*', '[a](x) '), fc.array(inlinePart, { maxLength }))
    .map(([start, parts]) => start + parts.join(''))
    // Leaves out what the subset does not have: titles, `<…>`, empty URLs, images, and spaces that make `*` start a list.
    .filter((text) => !/\]\((?!\s*[^\s<()]+(?:\(\w\))?\s*\))|!\[|^\*+(?:\s|$)/.test(text.replace(/\\[()]/g, '..')));
const inlineText = fc.array(lineOf(12), { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n'));

const indent = (width: number, text: string): string => text.replace(/^(?=[^\n])/gm, ' '.repeat(width));
const noise = fc.constantFrom('', '', '', ' ', '  ', '   ');
/** Text that looks like a list but, in the middle of a paragraph, may not be one. */
const lookalike = fc.constantFrom(
  '',
  '',
  '',
  '',
  '',
  '',
  '-',
  '1986. ',
  '1) ',
  '2. ',
  '- ',
  '+ ',
  '1.',
  '12345678901. ',
);
const paragraph = fc
  .array(fc.tuple(noise, lookalike, lineOf(5)), { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((parts) => parts.join('')).join('\n'));

const marker = fc
  .tuple(
    noise,
    fc.constantFrom('-', '*', '+', '-', '1.', '1)', '2.', '7)', '10.', '0.', '123456789.'),
    fc.constantFrom(' ', ' ', '  ', '   ', '    '),
  )
  .map((parts) => parts.join(''));
/** An item of blocks, the first on the marker’s line; later lines are indented, or continue a paragraph without indentation. */
const itemOf = (blocks: fc.Arbitrary<string>) =>
  fc.tuple(marker, blocks, fc.boolean()).map(([marker, text, isLazy]) => {
    const [first, ...rest] = text.trimStart().split('\n');
    const width = isLazy && rest.every((line) => /^[a-z“]/.test(line)) ? 0 : marker.length;
    return [marker + first, ...(rest.length ? [indent(width, rest.join('\n'))] : [])].join('\n');
  });
const { blocks } = fc.letrec<{ blocks: string; list: string }>((tie) => ({
  blocks: fc
    .array(
      fc.tuple(
        fc.oneof({ depthSize: 'small', maxDepth: 3 }, paragraph, tie('list')),
        fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n'),
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((parts) => parts.flat().join('').trimEnd()),
  list: fc
    .array(fc.tuple(itemOf(tie('blocks')), fc.constantFrom('\n', '\n', '\n\n')), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.flat().join('').trimEnd()),
}));
/**
 * Leaves out numbers other than 1 right after another marker: micromark treats them as text when the line follows a
 * paragraph. They are not in the middle of that paragraph, so they start a list (as in CommonMark's own commonmark.js).
 */
const documentText = fc
  .array(blocks, { minLength: 1, maxLength: 2 })
  .map((parts) => parts.join('\n\n'))
  .filter((text) => !/^ *(?:(?:[-+*]|\d+[.)]) +)+(?!1[.)])\d+[.)] /m.test(text));
