/** What Lit keeps of what it has rendered; the names are those that it shares with its own packages. */
interface Part {
  /** Where what is shown begins and ends; of a part between tags. */
  _$AA?: Node | undefined;
  _$AB?: Node | undefined;
  /** What is shown: text, a template, a list of parts. */
  readonly _$AH?: unknown;
  /** Of an attribute, a property or a listener. */
  element?: Element | undefined;
  readonly name?: string;
  readonly handleEvent?: unknown;
}
type Rendered = Node & { _$litPart$?: Part };

/**
 * Makes what the server has rendered the element's own: `fresh`, which Lit has just rendered, gives its bookkeeping to the
 * same nodes in `served`, which so keep their focus, scroll position and ticks. `false` where the two are not the same;
 * both are of no use then. Unlike Lit's own hydration it needs no marks in the HTML and throws at no difference.
 */
export function adopt(served: Rendered, fresh: Rendered): boolean {
  const twins = new Map<Node, Node>();
  if (!join(served, fresh, twins)) return false;
  served._$litPart$ = fresh._$litPart$;
  follow(fresh._$litPart$!, twins);
  // What a person has ticked or typed before the script came counts.
  for (const [{ checked, value }, twin] of twins as Map<HTMLInputElement, HTMLInputElement>)
    if (checked !== twin.checked || value !== twin.value)
      for (const type of ['input', 'change']) twin.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

/**
 * Pairs what both trees show, and brings over what only Lit sees: comments, empty texts. The server's style elements stay
 * in front. A parser joins texts that Lit keeps apart.
 */
function join(served: Node, fresh: Node, twins: Map<Node, Node>): boolean {
  let next = served.firstChild;
  while (next?.nodeName === 'STYLE') next = next.nextSibling;
  for (const node of [...fresh.childNodes] as (ChildNode & Partial<Text & Element>)[]) {
    const { data, attributes } = node;
    if (node instanceof Comment || data === '') {
      served.insertBefore(node, next);
      continue;
    }
    if (next?.nodeName !== node.nodeName) return false;
    if (data !== undefined) {
      const text = next as Text;
      if (!text.data.startsWith(data)) return false;
      if (text.data !== data) text.splitText(data.length);
    } else {
      for (const { name, value } of attributes!)
        if ((next as Element).getAttribute(name) !== value) (next as Element).setAttribute(name, value);
      if (!join(next, node, twins)) return false;
    }
    twins.set(node, next);
    next = next.nextSibling;
  }
  return !next;
}

/** Lets Lit's parts point to the served nodes. */
function follow(part: Part, twins: Map<Node, Node>): void {
  const twinOf = <Type extends Node>(node: Type | undefined) => (twins.get(node!) as Type | undefined) ?? node;
  // Not by a list of names: the build shortens them.
  part._$AA = twinOf(part._$AA);
  part._$AB = twinOf(part._$AB);
  part.element = twinOf(part.element);
  if (part.handleEvent) part.element!.addEventListener(part.name!, part as EventListenerObject);
  const value = part._$AH as Part[] | { _$AV?: Part[] } | undefined;
  for (const inner of (Array.isArray(value) ? value : value?._$AV) ?? [])
    if (typeof inner === 'object') follow(inner, twins);
}
