import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type PageData, shared } from '../core/copies.js';
import { writePageData } from './page-data.lazy.js';

/**
 * One JSON-LD block for the whole page, for search engines (schema.org): every guide that asks for it, and, with one, the
 * questions of all FAQs on the page together.
 */
export class StructuredData implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #read: () => PageData | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, read: () => PageData | undefined) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#say(this.#host.isConnected ? this.#read() : undefined);
  }

  hostDisconnected(): void {
    this.#say(undefined);
  }

  #say(data: PageData | undefined): void {
    const { said, script } = shared();
    if (said.get(this.#host) === data) return;
    if (data) said.set(this.#host, data);
    else said.delete(this.#host);
    const isAsked = [...said.values()].some(({ items }) => !items);
    if (isAsked || script) writePageData();
  }
}
