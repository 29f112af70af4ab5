interface ElementClass extends CustomElementConstructor {
  readonly version?: string;
  readonly observedAttributes: readonly string[];
}

/** Inside an editor, the element would be saved with the page, and the CMS would then strip it. */
const EDITOR = '[contenteditable]:not([contenteditable=false])';

/**
 * Upgrades `<div data-guide="faq">` to `<guide-faq>`, for sites that strip unknown elements. Upgrades the divs of the
 * page as soon as it is parsed (earlier, the browser may still be filling them), and any that come later. Waits for
 * tags that aren't defined yet; `load` is called for every element that the page has, and may define it.
 */
export function upgradePlaceholders(tags: readonly string[], load?: (tag: string) => void): void {
  const warned = new Set<string>();

  const upgradeWhenDefined = (div: Element): void => {
    const name = div.getAttribute('data-guide')!;
    const tag = tags.find((tag) => tag === name || tag === `guide-${name}`);
    if (div.closest(EDITOR)) return;
    if (tag) {
      load?.(tag);
      void customElements.whenDefined(tag).then((elementClass) => upgrade(div, tag, elementClass as ElementClass));
    } else if (warned.size < warned.add(name).size) {
      const names = tags.map((tag) => tag.replace('guide-', ''));
      console.warn(`not known: data-guide="${name}"; known: ${names.join(', ')}`, div);
    }
  };
  const scan = (): void => {
    if (load) document.querySelectorAll(tags.join()).forEach(({ localName }) => load(localName));
    if (document.readyState !== 'loading') document.querySelectorAll('div[data-guide]').forEach(upgradeWhenDefined);
  };
  scan();
  document.addEventListener('DOMContentLoaded', scan);
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
}

/** The element takes over everything the div has: moved, not copied. */
function upgrade(div: Element, tag: string, { version, observedAttributes }: ElementClass): void {
  // Skip an element of the same name that isn't the kit's. Another copy of the kit may have upgraded this div already.
  if (!version || !div.isConnected) return;
  const isOwn = (name: string) => observedAttributes.includes(name);
  const element = document.createElement(tag);
  for (const attribute of [...div.attributes]) {
    const { name, value } = attribute;
    const own = isOwn(name) ? name : name.replace('data-', '');
    if (isOwn(own)) element.setAttribute(own, value);
    // With Trusted Types, nobody may set an event handler. And `setAttribute` accepts fewer names than the parser does.
    else if (!/^(?:on|data-guide$)/.test(name)) element.setAttributeNode(attribute.cloneNode() as Attr);
  }
  element.append(...div.childNodes);
  div.replaceWith(element);
}
