import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { escapeAttribute, escapeText } from './escape.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a person reads in them is not the guide's own: controls, pictures, what only a script fills. */
const LEFT_OUT = new Set(['style', 'script', 'svg', 'button', 'input', 'textarea', 'form', 'slot']);
/** Kept, with those of their attributes that mean something without a style; every CMS lets authors write these. */
const KEPT = new Map<string, readonly string[]>([
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'ul',
    'li',
    'strong',
    'em',
    'dl',
    'dt',
    'dd',
    'figure',
    'figcaption',
  ].map((tag) => [tag, []] as const),
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'td'].map((tag) => [tag, []] as const),
  ['th', ['scope']],
  ['ol', ['start']],
  ['a', ['href', 'rel']],
  ['time', ['datetime']],
]);
const PHRASING = new Set(['strong', 'em', 'a', 'time', 'span', 'bdi', '#text']);
const HEADING = /^h[1-6]$/;

/**
 * The plain form of what was rendered: headings, lists, tables and paragraphs, without shadow trees, styles and controls.
 * `idOf` tells what a link to a heading ends in.
 */
export function plainHtml(rendered: string, idOf: (heading: string, element: string) => string | undefined): string {
  const emit = (node: Node, element: string): string => {
    if ('value' in node) return escapeText(node.value.replace(/\s+/g, ' '));
    if (!('tagName' in node)) return '';
    const { tagName } = node;
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    const isControl = LEFT_OUT.has(tagName) || attributes['aria-hidden'] === 'true' || attributes.role === 'status';
    if (isControl) return '';
    const inner = emitAll(childrenOf(node), /^(guide-|patient-)/.test(tagName) ? tagName : element);
    const kept = KEPT.get(tagName);
    if (!kept) return isParagraph(node) && inner.trim() ? `<p>${inner.trim()}</p>\n` : inner;
    const id = HEADING.test(tagName) ? idOf(textOf(node), element) : undefined;
    const written = [...(id === undefined ? [] : [['id', id]]), ...kept.map((name) => [name, attributes[name]])]
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}="${escapeAttribute(value!)}"`)
      .join('');
    const isBlock = !PHRASING.has(tagName);
    const content = isBlock ? inner.trim() : inner;
    return content ? `<${tagName}${written}>${content}</${tagName}>${isBlock ? '\n' : ''}` : '';
  };
  const emitAll = (nodes: Node[], element: string): string =>
    nodes
      .map((node) => emit(node, element))
      .join('')
      .replace(/\n /g, '\n');
  return emitAll(parseFragment(rendered).childNodes, '').trim();
}

/** A shadow tree stands in for the element's own children; the button of a heading is the heading's words. */
function childrenOf(node: Element): Node[] {
  const root = node.childNodes.find((child) => 'content' in child);
  if (root) return root.content.childNodes;
  return HEADING.test(node.tagName)
    ? node.childNodes.flatMap((child) => ('tagName' in child && child.tagName === 'button' ? child.childNodes : child))
    : node.childNodes;
}

/** Words in a box of their own are a paragraph. */
function isParagraph({ tagName, childNodes }: Element): boolean {
  return (
    /^(?:div|footer|label|legend|span)$/.test(tagName) &&
    childNodes.every(({ nodeName }) => PHRASING.has(nodeName)) &&
    tagName !== 'span'
  );
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('').trim() : '';
