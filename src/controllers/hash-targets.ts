import { type ReactiveController, type ReactiveControllerHost, isServer } from 'lit';
import { pageRegistry } from '../page/page-registry.js';
import { uniqueId, slugify } from '../text/slug.js';

type Host = ReactiveControllerHost & HTMLElement;

/** One handler per element on this page, called when a hash should be followed. */
const hashHandlers = new Set<() => void>();
/** Each hash is followed once, so that a later render doesn't pull the reader back. */
let lastHandledHash = '';
/** The link clicked last, in any shadow tree. A weak reference, so that the tree it was in can be garbage-collected. */
let lastClickedLink: WeakRef<HTMLAnchorElement> | undefined;

/**
 * Makes `#id` in the page's URL reach into a shadow tree, where the browser doesn't look: on load, when the hash
 * changes, and when a link to the current hash is clicked again. An author's id is kept; others are made from a label
 * and are unique on the page.
 */
export class HashTargets<Item extends { id?: string | undefined }> implements ReactiveController {
  /** The items' ids, in order. */
  ids: readonly string[] = [];

  readonly #host: Host;
  readonly #labelOf: (item: Item, index: number) => string;
  readonly #reveal: (index: number, link?: HTMLAnchorElement) => void;
  #items: readonly Item[] = [];
  #hasNewItems = false;

  /** `reveal` receives the link that was followed, if there was one. */
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
    // These listeners stay for the life of the page. Add them every time, because `document.open()` removes them.
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
    // For new items only: when a script changes the URL, the reader didn't ask to go anywhere.
    if (!this.#host.isConnected) return;
    if (this.#hasNewItems && lastHandledHash !== location.hash) this.#onHash();
    this.#hasNewItems = false;
  }

  /** Sets the items that can be linked to. Call this before each update. */
  setItems(items: readonly Item[]): void {
    if (isServer || items === this.#items) return;
    this.#unregisterIds();
    this.#items = items;
    this.#hasNewItems = true;
    this.ids = [];
    this.#registerIds();
  }

  /** The page's URL with a link to one item. */
  addressOf(index: number): string {
    const url = new URL(location.href);
    url.hash = this.ids[index]!;
    return url.href;
  }

  /** Puts a link to one item into the address bar without navigating. */
  showAddressOf(index: number): void {
    history.replaceState(history.state, '', this.addressOf(index));
    lastHandledHash = location.hash;
  }

  /** An item keeps its id, unless another element has taken that id in the meantime. */
  #registerIds(): void {
    const { anchors } = pageRegistry();
    // A set, because lookups are frequent: with two thousand items that share a label, each one tries every number
    // before its own.
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
  for (const notify of pageRegistry().anchorWatchers) notify();
}

function handleHash(): void {
  lastHandledHash = '';
  for (const handler of hashHandlers) handler();
}

/** A link to the current URL fires no `hashchange` event. */
function onClick(event: MouseEvent): void {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link?.hash) return;
  lastClickedLink = new WeakRef(link);
  const isRepeated = link.href === location.href;
  // The page's own handlers go first.
  if (isRepeated) setTimeout(() => event.defaultPrevented || handleHash());
}

/** The decoded hash, or the hash as it is if it can't be decoded. */
export function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
