interface Kind extends CustomElementConstructor {
  readonly version?: string;
  readonly observedAttributes: readonly string[];
}

/** A page that is edited would be saved with the element, which its filter then takes away. */
const EDITOR = '[contenteditable]:not([contenteditable=false])';

/**
 * Makes `<div data-guide="faq">` a `<guide-faq>`, for places that strip unknown elements: those of the page as soon as it
 * is read (before, the browser may still be filling them), and whatever comes later. Waits for tags without a definition;
 * `load` is told of every element that the page has, and may bring it.
 */
export function upgradePlaceholders(tags: readonly string[], load?: (tag: string) => void): void {
  const warned = new Set<string>();

  const upgradeWhenDefined = (div: Element): void => {
    const name = div.getAttribute('data-guide')!;
    const tag = tags.find((tag) => tag === name || tag === `guide-${name}`);
    if (div.closest(EDITOR)) return;
    if (tag) {
      load?.(tag);
      void customElements.whenDefined(tag).then((kind) => upgrade(div, tag, kind as Kind));
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

/** Everything that the div has is the element's then: moved, not copied. */
function upgrade(div: Element, tag: string, { version, observedAttributes }: Kind): void {
  // Not for a stranger's element of that name; and another copy of the kit may have been here.
  if (!version || !div.isConnected) return;
  const isOwn = (name: string) => observedAttributes.includes(name);
  const element = document.createElement(tag);
  for (const attribute of [...div.attributes]) {
    const { name, value } = attribute;
    const own = isOwn(name) ? name : name.replace('data-', '');
    if (isOwn(own)) element.setAttribute(own, value);
    // Trusted Types let nobody set a handler; and `setAttribute` takes fewer names than a parser.
    else if (!/^(?:on|data-guide$)/.test(name)) element.setAttributeNode(attribute.cloneNode() as Attr);
  }
  element.append(...div.childNodes);
  div.replaceWith(element);
}
