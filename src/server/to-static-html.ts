import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Anchor } from './anchors.js';
import { escapeAttribute, escapeText } from './escape-html.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Not the guide's text: controls, pictures, and what only a script fills. */
const SKIPPED_TAGS = /^(?:style|script|svg|button|input|textarea|form|slot)$/;
/** What every CMS lets an author write, with the attributes that mean something without a style sheet. */
const ALLOWED_ATTRIBUTES: Record<string, readonly string[]> = {
  ...Object.fromEntries('h1 h2 h3 h4 h5 h6 p ul li strong em dl dt dd'.split(' ').map((tag) => [tag, []])),
  ...Object.fromEntries('figure figcaption table caption thead tbody tr td'.split(' ').map((tag) => [tag, []])),
  a: ['href', 'rel'],
  ol: ['start'],
  th: ['scope'],
  time: ['datetime'],
};
const PHRASING = /^(?:a|bdi|em|span|strong|time)$/;
const HEADING = /^h[1-6]$/;

/**
 * The plain form of rendered HTML: headings, lists, tables and paragraphs, without shadow trees, styles or controls.
 * Headings and sources have the ids that links lead to.
 */
export function toStaticHtml(rendered: string, anchors: readonly Anchor[]): string {
  const left = [...anchors];
  let sources = 0;

  const idOf = (node: Element, host: string): string | undefined => {
    if (host === 'guide-sources' && node.tagName === 'li') return `source-${++sources}`;
    if (!HEADING.test(node.tagName)) return undefined;
    const at = left.findIndex(({ element, label }) => element === host && label.trim() === textOf(node).trim());
    return at < 0 ? undefined : left.splice(at, 1)[0]!.id;
  };
  const write = (node: Node, host: string): string => {
    if ('value' in node) return escapeText(node.value.replace(/\s+/g, ' '));
    if (!('tagName' in node) || isSkipped(node)) return '';
    const { tagName } = node;
    const id = idOf(node, host);
    const inner = childrenOf(node)
      .map((child) => write(child, tagName.includes('-') ? tagName : host))
      .join('');
    if (PHRASING.test(tagName))
      return ALLOWED_ATTRIBUTES[tagName] ? `<${tagName}${attributesOf(node)}>${inner}</${tagName}>` : inner;
    const tag = ALLOWED_ATTRIBUTES[tagName] ? tagName : isParagraph(node) ? 'p' : undefined;
    const content = inner.replace(/\s+(?=\n|$)/g, '').replace(/^\s+|(?<=\n)\s+/g, '');
    if (!content || !tag) return content && `${content}\n`;
    return `<${tag}${id === undefined ? '' : ` id="${escapeAttribute(id)}"`}${attributesOf(node)}>${content}</${tag}>\n`;
  };
  return parseFragment(rendered)
    .childNodes.map((node) => write(node, ''))
    .join('')
    .trim();
}

function isSkipped({ tagName, attrs }: Element): boolean {
  return (
    SKIPPED_TAGS.test(tagName) ||
    attrs.some(({ name, value }) => (name === 'aria-hidden' && value === 'true') || value === 'status')
  );
}

/** A shadow tree replaces the element's own children. The text of a button in a heading is the heading's text. */
function childrenOf(node: Element): Node[] {
  const root = node.childNodes.find((child) => 'content' in child);
  if (root) return root.content.childNodes;
  return HEADING.test(node.tagName)
    ? node.childNodes.flatMap((child) => (child.nodeName === 'button' ? child.childNodes : child))
    : node.childNodes;
}

/** A box with nothing but text is a paragraph. */
const isParagraph = ({ childNodes }: Element): boolean =>
  childNodes.every((child) => !('tagName' in child) || isSkipped(child) || PHRASING.test(child.tagName));

const attributesOf = ({ tagName, attrs }: Element): string =>
  attrs
    .filter(({ name }) => ALLOWED_ATTRIBUTES[tagName]?.includes(name))
    .map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
