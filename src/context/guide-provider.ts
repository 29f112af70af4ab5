import type { ContextCallback } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Guide, guideContext } from './guide-context.js';

interface Part {
  readonly callback: ContextCallback<Guide>;
  readonly leave: () => void;
}

/**
 * Hands a guide to its parts. It speaks the protocol of `@lit/context`; Lit's own provider does not tell who the parts
 * are, which a guide has to know.
 */
export class GuideProvider implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts = new Map<Element, Part>();
  #guide: Guide = { content: undefined, headingLevel: 2, debug: false, lang: '' };

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('context-request', this.#onRequest);
  }

  hostConnected(): void {
    const event = new Event('context-provider', { bubbles: true, composed: true });
    this.#host.dispatchEvent(Object.assign(event, { context: guideContext, contextTarget: this.#host }));
  }

  /** The parts that have asked and are still on the page. */
  get parts(): Element[] {
    return [...this.#parts.keys()];
  }

  set(guide: Guide): void {
    this.#guide = guide;
    for (const { callback, leave } of this.#parts.values()) callback(guide, leave);
  }

  readonly #onRequest = (event: HTMLElementEventMap['context-request']): void => {
    const part = event.contextTarget ?? (event.composedPath()[0] as Element);
    if (event.context !== guideContext || part === this.#host) return;
    event.stopPropagation();
    const { callback } = event;
    // The same function each time: another one would mean another guide.
    const { leave } = this.#parts.get(part) ?? { leave: () => this.#leave(part) };
    this.#parts.set(part, { callback, leave });
    callback(this.#guide, leave);
    this.#host.requestUpdate();
  };

  #leave(part: Element): void {
    this.#parts.delete(part);
    this.#host.requestUpdate();
  }
}
