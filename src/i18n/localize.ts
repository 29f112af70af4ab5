import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedParent } from '../page/composed-parent.js';
import type { Messages } from './en.js';
import { messageFor } from './messages.js';

/** What a word's gaps are filled with, if it has any. */
type MessageArgs<Name extends keyof Messages> = Messages[Name] extends (...gaps: infer Words extends string[]) => string
  ? Words
  : [];

/** The kit's own words in the language of the place the element stands in. */
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

  /** The nearest `lang` counts, through shadow roots too; one that `Intl` cannot read would throw on every render. */
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

  term<Name extends keyof Messages>(name: Name, ...gaps: MessageArgs<Name>): string {
    const words: string | ((...gaps: string[]) => string) = messageFor(name, this.lang().split('-')[0]);
    return typeof words === 'string' ? words : words(...gaps);
  }
}
