import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type PageData, pageRegistry } from '../page/page-registry.js';
import { writeJsonLd } from './write-json-ld.lazy.js';

/**
 * One JSON-LD block for the whole page, for search engines (schema.org): every guide that asks for it, and, with one, the
 * questions of all FAQs on the page together.
 */
export class JsonLd implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #read: () => PageData | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, read: () => PageData | undefined) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#publish(this.#host.isConnected ? this.#read() : undefined);
  }

  hostDisconnected(): void {
    this.#publish(undefined);
  }

  #publish(data: PageData | undefined): void {
    const { pageData: said, jsonLdScript: script } = pageRegistry();
    if (said.get(this.#host) === data) return;
    if (data) said.set(this.#host, data);
    else said.delete(this.#host);
    const isAsked = [...said.values()].some(({ items }) => !items);
    if (isAsked || script) writeJsonLd();
  }
}
