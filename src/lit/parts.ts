import { type Result, nothing, templateOf, walk } from './templates.js';

interface Part {
  /** Takes its values from position `at` on, and tells how many. */
  set(values: readonly unknown[], at: number): number;
}
/** Shows a value in the root, where it has shown another one before. */
export function render(value: unknown, root: Node & { _$litPart$?: Part }, options?: { host: object }): void {
  root._$litPart$ ??= new ChildPart(root.appendChild(document.createComment('')), null, options?.host);
  root._$litPart$.set([value], 0);
}

function setAll(parts: readonly Part[], values: readonly unknown[]): void {
  let at = 0;
  for (const part of parts) at += part.set(values, at);
}

/** What stands between two nodes. The names are Lit's, by which `adopt` finds them. */
class ChildPart implements Part {
  _$AA: Node;
  _$AB: Node | null;
  /** A text, `nothing`, a template with its parts, or the parts of a list. */
  _$AH: unknown = nothing;
  readonly #host: object | undefined;

  constructor(start: Node, end: Node | null, host: object | undefined) {
    this._$AA = start;
    this._$AB = end;
    this.#host = host;
  }

  set(values: readonly unknown[], at: number): number {
    const value = values[at];
    if (Array.isArray(value)) this.#setList(value);
    else if ((value as Result | undefined)?.strings) this.#setTemplate(value as Result);
    else this.#setText(value);
    return 1;
  }

  #setList(values: readonly unknown[]): void {
    if (!Array.isArray(this._$AH)) {
      this.#clear(this._$AA);
      this._$AH = [];
    }
    const parts = this._$AH as ChildPart[];
    values.forEach((_, index) => {
      if (!parts[index]) {
        const end = this.#insert(document.createComment(''));
        parts[index] = new ChildPart(parts.at(-1)?._$AB ?? this._$AA, end, this.#host);
      }
      parts[index].set(values, index);
    });
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
        ? new ChildPart(node!, node!.nextSibling, this.#host)
        : name[0] === '@'
          ? new EventPart(node as unknown as Element, name.slice(1), this.#host)
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
  readonly #host: object | undefined;
  #listener: ((event: Event) => void) | undefined;

  constructor(element: Element, name: string, host: object | undefined) {
    this.element = element;
    this.name = name;
    this.#host = host;
    element.addEventListener(name, this);
  }

  set(values: readonly unknown[], at: number): number {
    this.#listener = values[at] as (event: Event) => void;
    return 1;
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
  #old: readonly unknown[] = [nothing];

  constructor(element: Element, name: string, strings: readonly string[]) {
    this.element = element;
    this.#name = name;
    this.#strings = strings;
  }

  set(values: readonly unknown[], at: number): number {
    const given = values.slice(at, at + this.#strings.length - 1);
    if (given.some((value, index) => value !== this.#old[index])) this.#write(given);
    this.#old = given;
    return given.length;
  }

  #write(given: readonly unknown[]): void {
    const [kind] = this.#name;
    const key = this.#name.slice(1);
    if (kind === '.') (this.element as unknown as Record<string, unknown>)[key] = given[0];
    else if (kind === '?') this.element.toggleAttribute(key, !!given[0]);
    else if (given.includes(nothing)) this.element.removeAttribute(this.#name);
    else
      this.element.setAttribute(
        this.#name,
        this.#strings.reduce(
          (text, string, index) => `${text}${(given[index - 1] as string | undefined) ?? ''}${string}`,
        ),
      );
  }
}
