import { type ContextCallback, ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Guide, guideContext } from './guide-context.js';

/**
 * Consumes the guide around an element, through shadow roots too, whichever of the two comes first. Unlike Lit's own
 * consumer, it forgets a guide that it has left.
 */
export class GuideConsumer implements ReactiveController {
  guide: Guide | undefined;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onChange: () => void;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#request);
    this.#request();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#request);
    this.#unsubscribe?.();
    this.#unsubscribe = this.guide = undefined;
  }

  /** Asks again whenever a guide announces itself: it may be the first around the element, or a closer one. */
  readonly #request = (): void => {
    this.#host.dispatchEvent(new ContextEvent(guideContext, this.#host, this.#receive, true));
  };

  readonly #receive: ContextCallback<Guide> = (guide, unsubscribe) => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.guide = guide;
    this.#onChange();
  };
}
