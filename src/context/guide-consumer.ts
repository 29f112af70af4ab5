import { type ContextCallback, ContextEvent, ContextRoot } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Guide, guideContext } from './guide-context.js';

/** Keeps the requests of parts that are there before their guide is. */
let root: ContextRoot | undefined;

/** The guide around an element, through shadow roots too. Unlike Lit's own consumer it forgets a guide that it has left. */
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
    if (!root) (root = new ContextRoot()).attach(document.documentElement);
    this.#host.dispatchEvent(new ContextEvent(guideContext, this.#host, this.#receive, true));
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.guide = undefined;
  }

  readonly #receive: ContextCallback<Guide> = (guide, unsubscribe) => {
    // A guide may come between an element and the guide that it had.
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.guide = guide;
    this.#onChange();
  };
}
