import { policy } from '../core/policy.js';

/** No node, no attribute. */
export const nothing = Symbol();

export interface Result {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}
/** Where a value goes: between tags, or, with a name, into an attribute with `strings` around it. */
interface Hole {
  readonly index: number;
  readonly name?: string;
  readonly strings?: readonly string[];
}
interface Template {
  readonly content: DocumentFragment;
  readonly holes: readonly Hole[];
}
export const html = (strings: TemplateStringsArray, ...values: readonly unknown[]): Result => ({ strings, values });

const MARK = '@@';
const templates = new WeakMap<TemplateStringsArray, Template>();
/** Elements and comments. */
export const walk = (root: Node) => document.createTreeWalker(root, 129);

export function templateOf(strings: TemplateStringsArray): Template {
  let template = templates.get(strings);
  if (!template) {
    const element = document.createElement('template');
    const holes: Hole[] = [];
    const markup = strings.reduce((text, string) => text + (/<[^>]*$/.test(text) ? MARK : '<!>') + string);
    element.innerHTML = policy()!.createHTML(markup);
    const { content } = element;
    const walker = walk(content);
    for (let index = 0, node; (node = walker.nextNode() as Element | null); index++) {
      if (node.nodeType > 1) holes.push({ index });
      else
        for (const name of node.getAttributeNames()) {
          const strings = node.getAttribute(name)!.split(MARK);
          if (strings.length < 2) continue;
          holes.push({ index, name, strings });
          node.removeAttribute(name);
        }
    }
    templates.set(strings, (template = { content, holes }));
  }
  return template;
}
