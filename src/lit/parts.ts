import { type Result, nothing, templateOf, walk } from './templates.js';

interface Part {
  set(value: unknown): void;
}
/** Whom listeners belong to, of what is being rendered. */
let host: object | undefined;

/** Shows a value in the root, where it has shown another one before. */
export function render(value: unknown, root: Node & { _$litPart$?: Part }, options?: { host: object }): void {
  host = options?.host;
  root._$litPart$ ??= new ChildPart(root.appendChild(document.createComment('')), null);
  root._$litPart$.set(value);
}

const setAll = (parts: readonly Part[], values: readonly unknown[]): void =>
  parts.forEach((part, index) => part.set(values[index]));

/** What stands between two nodes. The names are Lit's, by which `adopt` finds them. */
class ChildPart implements Part {
  _$AA: Node;
  _$AB: Node | null;
  /** A text, `nothing`, a template with its parts, or the parts of a list. */
  _$AH: unknown = nothing;

  constructor(start: Node, end: Node | null) {
    this._$AA = start;
    this._$AB = end;
  }

  set(value: unknown): void {
    if (Array.isArray(value)) this.#setList(value);
    else if ((value as Result | undefined)?.strings) this.#setTemplate(value as Result);
    else this.#setText(value);
  }

  #setList(values: readonly unknown[]): void {
    if (!Array.isArray(this._$AH)) {
      this.#clear(this._$AA);
      this._$AH = [];
    }
    const parts = this._$AH as ChildPart[];
    values.forEach((_, index) => {
      parts[index] ??= new ChildPart(parts.at(-1)?._$AB ?? this._$AA, this.#insert(document.createComment('')));
    });
    setAll(parts, values);
    if (parts.length === values.length) return;
    parts.length = values.length;
    this.#clear(parts.at(-1)?._$AB ?? this._$AA);
  }

  #setTemplate({ strings, values }: Result): void {
    const old = this._$AH as { readonly strings?: unknown; readonly _$AV: Part[] };
    if (old.strings === strings) return setAll(old._$AV, values);
    const { content, holes } = templateOf(strings);
    const fragment = document.importNode(content, true);
    const walker = walk(fragment);
    let at = -1;
    let node: Node | null = null;
    const parts = holes.map(({ index, name, strings }) => {
      for (; at < index; at++) node = walker.nextNode();
      return name === undefined
        ? new ChildPart(node!, node!.nextSibling)
        : name[0] === '@'
          ? new EventPart(node as unknown as Element, name.slice(1))
          : new AttributePart(node as unknown as Element, name, strings!);
    });
    setAll(parts, values);
    this.#clear(this._$AA);
    this.#insert(fragment);
    this._$AH = { strings, _$AV: parts };
  }

  #setText(value: unknown): void {
    const text = value === '' ? nothing : (value ?? nothing);
    if (text === this._$AH) return;
    if (isText(text) && isText(this._$AH)) (this._$AA.nextSibling as Text).data = text as string;
    else {
      this.#clear(this._$AA);
      if (isText(text)) this.#insert(document.createTextNode(text as string));
    }
    this._$AH = text;
  }

  #insert<Inserted extends Node>(node: Inserted): Inserted {
    return this._$AA.parentNode!.insertBefore(node, this._$AB);
  }

  #clear(from: Node): void {
    while (from.nextSibling !== this._$AB) from.nextSibling!.remove();
  }
}

const isText = (value: unknown): boolean => typeof value !== 'object' && value !== nothing;

class EventPart implements Part {
  element: Element;
  readonly name: string;
  readonly #host = host;
  #listener: ((event: Event) => void) | undefined;

  constructor(element: Element, name: string) {
    this.element = element;
    this.name = name;
    element.addEventListener(name, this);
  }

  set(value: unknown): void {
    this.#listener = value as (event: Event) => void;
  }

  handleEvent(event: Event): void {
    this.#listener!.call(this.#host, event);
  }
}

/** An attribute, `.property` or `?boolean`. */
class AttributePart implements Part {
  element: Element;
  readonly #name: string;
  readonly #strings: readonly string[];
  #old: unknown = nothing;

  constructor(element: Element, name: string, strings: readonly string[]) {
    this.element = element;
    this.#name = name;
    this.#strings = strings;
  }

  set(value: unknown): void {
    if (value !== this.#old) this.#write(value);
    this.#old = value;
  }

  #write(value: unknown): void {
    const [kind] = this.#name;
    const key = this.#name.slice(1);
    if (kind === '.') (this.element as unknown as Record<string, unknown>)[key] = value;
    else if (kind === '?') this.element.toggleAttribute(key, !!value);
    else if (value === nothing) this.element.removeAttribute(this.#name);
    else this.element.setAttribute(this.#name, this.#strings.join((value ?? '') as string));
  }
}
