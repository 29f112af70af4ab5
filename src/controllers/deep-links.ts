import { type ReactiveController, type ReactiveControllerHost, isServer } from 'lit';
import { shared } from '../core/copies.js';
import { firstFree, readableId } from '../core/readable-id.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What each element on this page does when a hash is to be followed. */
const followers = new Set<() => void>();
/** A hash is followed once: what is rendered again later must not pull the reader back. */
let followed = '';
/** The link that was clicked last, in whatever shadow tree; not held, so that what it stood in can go. */
let clicked: WeakRef<HTMLAnchorElement> | undefined;

/**
 * Lets `#id` in the page's address reach into a shadow tree, where the browser does not look: on load, whenever the hash
 * changes, and when a link to the same hash is clicked again. An author's id is kept; others are made from a label and
 * unique on the page.
 */
export class DeepLinks<Item extends { id?: string | undefined }> implements ReactiveController {
  /** The items' ids, in their order. */
  ids: readonly string[] = [];

  readonly #host: Host;
  readonly #labelOf: (item: Item, index: number) => string;
  readonly #reveal: (index: number, link?: HTMLAnchorElement) => void;
  #items: readonly Item[] = [];
  #isNew = false;

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
    addEventListener('hashchange', followHash);
    addEventListener('click', onClick, true);
    this.#claim();
    followers.add(this.#follow);
  }

  hostDisconnected(): void {
    this.#release();
    followers.delete(this.#follow);
    tellWatchers();
  }

  hostUpdated(): void {
    // New items only: what a script writes into the address is no wish of the reader's.
    if (!this.#host.isConnected) return;
    if (this.#isNew && followed !== location.hash) this.#follow();
    this.#isNew = false;
  }

  /** What can be linked to now; to be called before each update. */
  setItems(items: readonly Item[]): void {
    if (isServer || items === this.#items) return;
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
    const { anchors } = shared();
    // Looked up often: of two thousand items that are called alike each asks for every number before its own.
    const taken = new Set([...this.#items, ...anchors].map(({ id }) => id));
    const before = this.ids;
    this.ids = this.#items.map((item, index) => {
      const isTaken = (id: string) => taken.has(id) || this.#isInPage(id);
      const wanted = before[index] !== undefined && !isTaken(before[index]) ? before[index] : undefined;
      const label = this.#labelOf(item, index);
      const id = item.id ?? wanted ?? firstFree(readableId(label), isTaken);
      taken.add(id);
      anchors.push({ id, host: this.#host, label });
      return id;
    });
    if (!this.#host.isConnected) this.#release();
    tellWatchers();
  }

  #release(): void {
    const page = shared();
    page.anchors = page.anchors.filter(({ host }) => host !== this.#host);
  }

  #isInPage(id: string): boolean {
    const inPage = document.getElementById(id);
    return !!inPage && !this.#host.contains(inPage);
  }

  readonly #follow = (): void => {
    const { hash } = location;
    const index = this.ids.findIndex((id) => [hash, decode(hash)].includes(`#${id}`));
    if (index < 0) return;
    followed = hash;
    const link = clicked?.deref();
    this.#reveal(index, link?.hash === hash ? link : undefined);
  };
}

function tellWatchers(): void {
  for (const tell of shared().anchorWatchers) tell();
}

function followHash(): void {
  followed = '';
  for (const follow of followers) follow();
}

/** No hashchange tells of a link to where the address is already. */
function onClick(event: MouseEvent): void {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link?.hash) return;
  clicked = new WeakRef(link);
  const isRepeated = link.href === location.href;
  // The page has the first word.
  if (isRepeated) setTimeout(() => event.defaultPrevented || followHash());
}

/** What a hash says, if it can be read. */
export function decode(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
