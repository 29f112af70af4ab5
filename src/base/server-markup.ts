import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RestoreReaderState } from './hydrate.lazy.js';

/** Elements whose server-rendered markup is still in place. What is inside it goes with it, and renders nothing by itself. */
const hostsOfMarkup = new WeakSet<Element>();

/**
 * What a server rendered into the element's shadow tree. It stays until the element has something to render in its place
 * and the code is there that carries over what a reader did in it. Only prerendered pages load that code.
 */
export class ServerMarkup implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #nodes: readonly ChildNode[] = [];
  #capture: ((root: ShadowRoot) => RestoreReaderState) | undefined;
  #restore: RestoreReaderState | undefined;
  #hasFreshContent = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get isInPlace(): boolean {
    return this.#nodes.length > 0;
  }

  /** Looks for it, before anything else is rendered. */
  findIn(root: ShadowRoot): void {
    // The style elements stay for good: if equal ones replaced them, the browser would style and lay out everything again.
    this.#nodes = [...root.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE');
    if (!this.isInPlace) return;
    hostsOfMarkup.add(this.#host);
    void this.#load();
  }

  /** What a reader did in this element before it existed, as the guide around it saw it. */
  set restore(restore: RestoreReaderState) {
    this.#restore = restore;
  }

  /** To be called before each update that has something to render. */
  makeRoom(): void {
    const { host } = this.#host.getRootNode() as Partial<ShadowRoot>;
    if (this.#capture && !(host && hostsOfMarkup.has(host))) {
      hostsOfMarkup.delete(this.#host);
      this.#restore = this.#capture(this.#host.shadowRoot!);
      this.#capture = undefined;
      for (const node of this.#nodes) node.remove();
      this.#nodes = [];
    }
    this.#hasFreshContent = !this.isInPlace;
  }

  hostUpdated(): void {
    if (!this.#hasFreshContent) return;
    this.#restore?.(this.#host.shadowRoot!);
    this.#restore = undefined;
  }

  async #load(): Promise<void> {
    try {
      this.#capture = (await import('./hydrate.lazy.js')).captureReaderState;
    } catch {
      // Offline: what the reader did is lost, but the page works.
      this.#capture = () => () => {};
    }
    this.#host.requestUpdate();
  }
}
