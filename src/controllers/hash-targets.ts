import { type ReactiveController, type ReactiveControllerHost, isServer } from 'lit';
import { pageRegistry } from '../page/page-registry.js';
import { uniqueId, slugify } from '../text/slug.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What each element on this page does when a hash is to be followed. */
const hashHandlers = new Set<() => void>();
/** A hash is followed once: what is rendered again later must not pull the reader back. */
let lastHandledHash = '';
/** The link that was clicked last, in whatever shadow tree; not held, so that what it stood in can go. */
let lastClickedLink: WeakRef<HTMLAnchorElement> | undefined;

/**
 * Lets `#id` in the page's address reach into a shadow tree, where the browser does not look: on load, whenever the hash
 * changes, and when a link to the same hash is clicked again. An author's id is kept; others are made from a label and
 * unique on the page.
 */
export class HashTargets<Item extends { id?: string | undefined }> implements ReactiveController {
  /** The items' ids, in their order. */
  ids: readonly string[] = [];

  readonly #host: Host;
  readonly #labelOf: (item: Item, index: number) => string;
  readonly #reveal: (index: number, link?: HTMLAnchorElement) => void;
  #items: readonly Item[] = [];
  #hasNewItems = false;

  /** `reveal` is told which link was followed, if one was. */
  constructor(
    host: Host,
    labelOf: (item: Item, index: number) => string,
    reveal: (index: number, link?: HTMLAnchorElement) => void,
  ) {
    this.#host = host;
    this.#labelOf = labelOf;
    this.#reveal = reveal;
    host.addController(this);
  }

  hostConnected(): void {
    // As long as the page lives. Each time, because `document.open()` takes them away.
    addEventListener('hashchange', handleHash);
    addEventListener('click', onClick, true);
    this.#registerIds();
    hashHandlers.add(this.#onHash);
  }

  hostDisconnected(): void {
    this.#unregisterIds();
    hashHandlers.delete(this.#onHash);
    notifyWatchers();
  }

  hostUpdated(): void {
    // New items only: what a script writes into the address is no wish of the reader's.
    if (!this.#host.isConnected) return;
    if (this.#hasNewItems && lastHandledHash !== location.hash) this.#onHash();
    this.#hasNewItems = false;
  }

  /** What can be linked to now; to be called before each update. */
  setItems(items: readonly Item[]): void {
    if (isServer || items === this.#items) return;
    this.#unregisterIds();
    this.#items = items;
    this.#hasNewItems = true;
    this.ids = [];
    this.#registerIds();
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
    lastHandledHash = location.hash;
  }

  /** An id that an item had before stays its own, unless another element has taken it in the meantime. */
  #registerIds(): void {
    const { anchors } = pageRegistry();
    // Looked up often: of two thousand items that are called alike each asks for every number before its own.
    const taken = new Set([...this.#items, ...anchors].map(({ id }) => id));
    const before = this.ids;
    this.ids = this.#items.map((item, index) => {
      const isTaken = (id: string) => taken.has(id) || this.#isInPage(id);
      const wanted = before[index] !== undefined && !isTaken(before[index]) ? before[index] : undefined;
      const label = this.#labelOf(item, index);
      const id = item.id ?? wanted ?? uniqueId(slugify(label), isTaken);
      taken.add(id);
      anchors.push({ id, host: this.#host, label });
      return id;
    });
    if (!this.#host.isConnected) this.#unregisterIds();
    notifyWatchers();
  }

  #unregisterIds(): void {
    const page = pageRegistry();
    page.anchors = page.anchors.filter(({ host }) => host !== this.#host);
  }

  #isInPage(id: string): boolean {
    const inPage = document.getElementById(id);
    return !!inPage && !this.#host.contains(inPage);
  }

  readonly #onHash = (): void => {
    const { hash } = location;
    const index = this.ids.findIndex((id) => [hash, decodeHash(hash)].includes(`#${id}`));
    if (index < 0) return;
    lastHandledHash = hash;
    const link = lastClickedLink?.deref();
    this.#reveal(index, link?.hash === hash ? link : undefined);
  };
}

function notifyWatchers(): void {
  for (const tell of pageRegistry().anchorWatchers) tell();
}

function handleHash(): void {
  lastHandledHash = '';
  for (const follow of hashHandlers) follow();
}

/** No hashchange tells of a link to where the address is already. */
function onClick(event: MouseEvent): void {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link?.hash) return;
  lastClickedLink = new WeakRef(link);
  const isRepeated = link.href === location.href;
  // The page has the first word.
  if (isRepeated) setTimeout(() => event.defaultPrevented || handleHash());
}

/** What a hash says, if it can be read. */
export function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
