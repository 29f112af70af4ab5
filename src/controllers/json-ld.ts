import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type PageData, pageRegistry } from '../page/page-registry.js';

/**
 * One JSON-LD block for the whole page, for search engines (schema.org): every guide that asks for it and, if there is
 * one, the questions of all FAQs on the page.
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
    const { pageData, jsonLdScript } = pageRegistry();
    if (pageData.get(this.#host) === data) return;
    if (data) pageData.set(this.#host, data);
    else pageData.delete(this.#host);
    const isRequested = [...pageData.values()].some(({ items }) => !items);
    if (isRequested || jsonLdScript) void import('./write-json-ld.lazy.js').then(({ writeJsonLd }) => writeJsonLd());
  }
}
