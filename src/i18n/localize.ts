import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedParent } from '../page/composed-parent.js';
import type { Messages } from './en.js';
import { messageFor } from './messages.js';

/** A message's arguments, if it takes any. */
type MessageArgs<Name extends keyof Messages> = Messages[Name] extends (...args: infer Args extends string[]) => string
  ? Args
  : [];

/** The kit's built-in text, in the language that applies to the element. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(() => this.#host.requestUpdate());
    this.#observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /**
   * The closest `lang` wins, through shadow roots too. One that `Intl` can't parse counts as English: it would throw on
   * every render.
   */
  lang(): string {
    for (let node: Element | undefined = this.#host; node; node = composedParent(node)) {
      const lang = node.getAttribute('lang');
      if (!lang) continue;
      try {
        return new Intl.Locale(lang.replaceAll('_', '-')).baseName;
      } catch {
        break;
      }
    }
    return 'en';
  }

  term<Name extends keyof Messages>(name: Name, ...args: MessageArgs<Name>): string {
    const message: string | ((...args: string[]) => string) = messageFor(name, this.lang().split('-')[0]!);
    return typeof message === 'string' ? message : message(...args);
  }
}
