import { didYouMean } from './nearest.js';

const MOUNT = 'div[data-guide]';

/**
 * Makes `<div data-guide="faq">` a `<guide-faq>`, for places that strip unknown elements: those of the page as soon as it
 * is read (before, the browser may still be filling them), and what comes later.
 */
export function mountGuides(tags: readonly string[]): void {
  const unknown = new Set<string>();

  const mountAll = (nodes: Iterable<Node>): void => {
    for (const node of nodes) {
      if (!(node instanceof Element)) continue;
      for (const div of [node, ...node.querySelectorAll(MOUNT)]) if (div.matches(MOUNT)) mount(div);
    }
  };
  const mount = (div: Element): void => {
    const name = div.getAttribute('data-guide')!;
    const tag = tags.find((tag) => tag === name || tag === `guide-${name}`);
    if (tag) void customElements.whenDefined(tag).then((kind) => replace(div, tag, kind));
    else if (!unknown.has(name)) {
      unknown.add(name);
      const names = tags.map((tag) => tag.replace('guide-', ''));
      console.warn(`data-guide="${name}" is not known${didYouMean(name, names)}`, div);
    }
  };
  const start = (): void => {
    mountAll([document.documentElement]);
    new MutationObserver((records) => records.forEach(({ addedNodes }) => mountAll(addedNodes))).observe(document, {
      childList: true,
      subtree: true,
    });
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}

interface Kind extends CustomElementConstructor {
  readonly version?: string;
  readonly observedAttributes?: readonly string[];
}

/** Moves everything over. What is in an editor stays what it is: the page would be saved with the element, and lose it. */
function replace(div: Element, tag: string, { version, observedAttributes: own = [] }: Kind): void {
  // Not to a stranger's element of that name; and another copy of the kit may have been here.
  if (!version || !div.isConnected || div.closest('[contenteditable]:not([contenteditable=false])')) return;
  const element = document.createElement(tag);
  for (const attribute of [...div.attributes]) {
    const { name, value } = attribute;
    const short = name.replace('data-', '');
    if (own.includes(short) && !own.includes(name)) element.setAttribute(short, value);
    // Trusted Types let nobody set a handler. `setAttribute` takes fewer names than the parser.
    else if (!/^(?:on|data-guide$)/.test(name)) element.setAttributeNode(attribute.cloneNode() as Attr);
  }
  element.append(...div.childNodes);
  div.replaceWith(element);
}
