import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { firstFree, readableId } from '../core/readable-id.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Who answers to which `#id` on this page. */
const owners = new Map<string, Host>();
/** A hash is followed once: what is rendered again later must not pull the reader back. */
let followed: string | undefined;

/**
 * Lets `#id` in the page's address reach into a shadow tree, where the browser does not look: on load and whenever the
 * hash changes. An author's id is kept; others are made from a label and unique on the page.
 */
export class DeepLinks<Item extends { id?: string | undefined }> implements ReactiveController {
  /** The items' ids, in their order. */
  ids: readonly string[] = [];

  readonly #host: Host;
  readonly #labelOf: (item: Item) => string;
  readonly #reveal: (index: number) => void;
  #items: readonly Item[] = [];
  #isNew = false;

  constructor(host: Host, labelOf: (item: Item) => string, reveal: (index: number) => void) {
    this.#host = host;
    this.#labelOf = labelOf;
    this.#reveal = reveal;
    host.addController(this);
  }

  hostConnected(): void {
    if (followed === undefined) {
      // Before the listeners of all elements, as long as the page lives.
      followed = '';
      addEventListener('hashchange', () => (followed = ''));
    }
    this.#claim();
    addEventListener('hashchange', this.#onHashchange);
  }

  hostDisconnected(): void {
    this.#release();
    removeEventListener('hashchange', this.#onHashchange);
  }

  hostUpdated(): void {
    // New items only: what a script writes into the address is no wish of the reader's.
    if (!this.#host.isConnected) return;
    if (this.#isNew && followed !== location.hash) this.#follow();
    this.#isNew = false;
  }

  /** What can be linked to now; to be called before each update. */
  setItems(items: readonly Item[]): void {
    if (items === this.#items) return;
    this.#release();
    this.#items = items;
    this.#isNew = true;
    this.ids = [];
    this.#claim();
  }

  /** The address of the page with a link to one item. */
  addressOf(index: number): string {
    const url = new URL(location.href);
    url.hash = this.ids[index];
    return url.href;
  }

  /** Puts a link to one item into the address bar, without going there. */
  showAddressOf(index: number): void {
    history.replaceState(history.state, '', this.addressOf(index));
    followed = location.hash;
  }

  /** An id that an item had before stays its own, unless another element has taken it in the meantime. */
  #claim(): void {
    const own = new Set(this.#items.map(({ id }) => id));
    const before = this.ids;
    this.ids = this.#items.map((item, index) => {
      const isTaken = (id: string) => own.has(id) || this.#isTaken(id);
      const wanted = before[index] !== undefined && !isTaken(before[index]) ? before[index] : undefined;
      const id = item.id ?? wanted ?? firstFree(readableId(this.#labelOf(item)), isTaken);
      owners.set(id, this.#host);
      return id;
    });
    if (!this.#host.isConnected) this.#release();
  }

  #release(): void {
    for (const id of this.ids) if (owners.get(id) === this.#host) owners.delete(id);
  }

  #isTaken(id: string): boolean {
    const inPage = document.getElementById(id);
    return owners.has(id) || (!!inPage && !this.#host.contains(inPage));
  }

  readonly #onHashchange = (): void => this.#follow();

  #follow(): void {
    const hash = location.hash.slice(1);
    const index = this.ids.findIndex((id) => id === hash || id === decode(hash));
    if (index < 0) return;
    followed = location.hash;
    this.#reveal(index);
  }
}

function decode(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
