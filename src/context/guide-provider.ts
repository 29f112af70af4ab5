import type { ContextCallback } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Guide, guideContext } from './guide-context.js';

interface Part {
  readonly callback: ContextCallback<Guide>;
  readonly leave: () => void;
}

/**
 * Provides a guide to its parts. It uses the `@lit/context` protocol, but not Lit's own provider: that one doesn't
 * expose its consumers, and a guide has to know its parts.
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

  /** The parts that requested the guide and are still on the page. */
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
    // Always pass the same function: a different one would mean a different guide.
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
