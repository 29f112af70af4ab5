/** What Lit keeps of a rendered template; the names are the ones it shares with its own packages. */
interface Part {
  /** Where what it shows begins and ends; of a part between tags. */
  _$AA?: Node | undefined;
  _$AB?: Node | undefined;
  /** What it shows now: text, a template, a list of parts. */
  _$AH?: unknown;
  /** Of an attribute, a property or a listener. */
  element?: Element | undefined;
  readonly name?: string;
  readonly handleEvent?: unknown;
}

/**
 * Makes what the server has rendered the element's own: `fresh`, which Lit has just rendered, gives its bookkeeping to
 * the same nodes in `served`, which so keep their focus, scroll position and ticks. Where both are not the same,
 * what is fresh takes the place of what was served. Unlike Lit's own hydration this needs no marks in the HTML, throws at
 * no difference, and costs the script-tag file less.
 */
export function adopt(served: ShadowRoot, fresh: Element): void {
  const twins = new Map<Node, Node>();
  served.querySelector('style')?.remove();
  if (isSame(served, fresh, twins)) merge(served, fresh, twins);
  else served.replaceChildren(...fresh.childNodes);
  const { _$litPart$: part } = fresh as { _$litPart$?: Part };
  (served as { _$litPart$?: Part })._$litPart$ = part;
  follow(part, twins);
  for (const [twin, input] of twins) if (twin instanceof HTMLElement) tell(twin, input);
}

/** Pairs what both trees show, apart from comments, which are Lit's. A parser joins texts that Lit keeps apart. */
function isSame(served: Node, fresh: Node, twins: Map<Node, Node>): boolean {
  let next = served.firstChild;
  for (const node of fresh.childNodes) {
    const text = node instanceof Text ? node.data : undefined;
    if (node instanceof Comment || text === '') continue;
    while (next instanceof Comment) next = next.nextSibling;
    if (!next || next.nodeName !== node.nodeName) return false;
    if (next instanceof Text) {
      if (!next.data.startsWith(text!)) return false;
      if (next.data !== text) next.splitText(text!.length);
    } else if (!isSame(next, node, twins)) return false;
    twins.set(node, next);
    next = next.nextSibling;
  }
  while (next instanceof Comment) next = next.nextSibling;
  return !next;
}

/** Brings what has no twin, Lit's comments and empty texts, to the place that it has in the fresh tree. */
function merge(served: Node, fresh: Node, twins: Map<Node, Node>): void {
  for (const node of [...served.childNodes]) if (node instanceof Comment) node.remove();
  let next = served.firstChild;
  for (const node of [...fresh.childNodes]) {
    const twin = twins.get(node);
    if (!twin) {
      served.insertBefore(node, next);
      continue;
    }
    if (twin instanceof Element) {
      const { attributes } = node as Element;
      for (const { name } of [...twin.attributes]) if (!attributes.getNamedItem(name)) twin.removeAttribute(name);
      for (const { name, value } of attributes) if (twin.getAttribute(name) !== value) twin.setAttribute(name, value);
      merge(twin, node, twins);
    }
    next = twin.nextSibling;
  }
}

/** Lets Lit's parts point to the served nodes. */
function follow(part: Part | undefined, twins: Map<Node, Node>): void {
  if (!part) return;
  const twinOf = <Type extends Node>(node: Type | undefined) => (twins.get(node!) as Type | undefined) ?? node;
  // Not by a list of names: the build shortens them.
  part._$AA = twinOf(part._$AA);
  part._$AB = twinOf(part._$AB);
  part.element = twinOf(part.element);
  if (part.handleEvent) part.element!.addEventListener(part.name!, part as EventListenerObject);
  const value = part._$AH as Part[] | { _$AV?: Part[] } | undefined;
  const parts = Array.isArray(value) ? value : value?._$AV;
  for (const inner of parts ?? []) if (typeof inner === 'object') follow(inner, twins);
}

/** What a person has ticked or typed before the script came counts. */
function tell(fresh: HTMLElement, served: Node): void {
  const state = (node: Node) => [(node as HTMLInputElement).checked, (node as HTMLInputElement).value].join();
  if (state(fresh) === state(served)) return;
  for (const type of ['input', 'change']) served.dispatchEvent(new Event(type, { bubbles: true }));
}
