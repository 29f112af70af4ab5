import { render } from './parts.js';

interface Controller {
  hostConnected?(): void;
  hostDisconnected?(): void;
  hostUpdated?(): void;
}
/** How a property comes from its attribute; `attribute` is the property's name where it is left out. */
interface Options {
  readonly attribute?: string | false;
  readonly type?: unknown;
}

/** Lit's element as far as the kit's elements use it. */
export abstract class LitElement extends HTMLElement {
  static elementProperties = new Map<string, Options>();
  static styles: unknown[];

  static get elementStyles(): unknown[] {
    return this.styles;
  }

  static get observedAttributes(): string[] {
    return [...this.elementProperties].flatMap(([name, { attribute = name }]) => attribute || []);
  }

  static createProperty(name: string, options: Options, value?: unknown): void {
    const key = Symbol();
    this.elementProperties = new Map(this.elementProperties).set(name, options);
    (this.prototype as unknown as Record<symbol, unknown>)[key] = value;
    Object.defineProperty(this.prototype, name, {
      get(this: Record<symbol, unknown>) {
        return this[key];
      },
      set(this: Record<symbol, unknown> & LitElement, value: unknown) {
        const isSame = Object.is(value, this[key]);
        this[key] = value;
        if (!isSame) this.requestUpdate();
      },
    });
  }

  renderRoot!: Node;
  isUpdatePending = false;
  updateComplete: Promise<boolean | void>;
  readonly #controllers: Controller[] = [];
  /** What was set before the element was defined. It counts more than attributes, as in Lit. */
  readonly #given = new Map<string, unknown>();
  #begin!: () => void;

  constructor() {
    super();
    const self = this as unknown as Record<string, unknown>;
    for (const name of (this.constructor as typeof LitElement).elementProperties.keys())
      if (Object.hasOwn(this, name)) {
        this.#given.set(name, self[name]);
        delete self[name];
      }
    this.updateComplete = new Promise((resolve) => (this.#begin = resolve));
    this.requestUpdate();
  }

  addController(controller: Controller): void {
    this.#controllers.push(controller);
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot();
    this.#begin();
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(changed: string, _: string | null, value: string | null): void {
    for (const [name, { attribute = name, type }] of (this.constructor as typeof LitElement).elementProperties)
      if (attribute === changed)
        (this as unknown as Record<string, unknown>)[name] =
          type === Boolean ? value !== null : type === Number && value !== null ? Number(value) : value;
  }

  requestUpdate(): void {
    if (!this.isUpdatePending) this.updateComplete = this.#update();
  }

  async #update(): Promise<boolean> {
    this.isUpdatePending = true;
    try {
      await this.updateComplete;
    } catch {
      // An update that failed has been told where it failed.
    }
    // Where an element renders twice in one update, two may wait; the first has then shown what the second was asked for.
    if (!this.isUpdatePending) return true;
    for (const [name, value] of this.#given) (this as unknown as Record<string, unknown>)[name] = value;
    this.#given.clear();
    try {
      this.willUpdate();
      this.update();
    } catch (error) {
      this.isUpdatePending = false;
      throw error;
    }
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.updated();
    return !this.isUpdatePending;
  }

  protected abstract createRenderRoot(): Node;

  protected willUpdate(): void {}

  protected update(): void {
    const value = this.render();
    this.isUpdatePending = false;
    render(value, this.renderRoot, { host: this });
  }

  protected updated(): void {}

  protected abstract render(): unknown;
}

/** A property with an attribute, or none. */
export const property =
  (options: Options = {}) =>
  (prototype: object, name: string): void =>
    (prototype.constructor as typeof LitElement).createProperty(name, options);
