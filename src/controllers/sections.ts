import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentOf } from '../core/parent-of.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What a part of the page is called, and the id that leads to it. */
interface Section {
  readonly text: string;
  readonly anchor: string;
}

const entries = new Set<SectionEntry>();
const listeners = new Set<() => void>();

/** To be called when what can be linked to has changed. */
export function tellOfSections(): void {
  for (const listener of listeners) listener();
}

/** Puts an element into the list of the page's parts for as long as it is on the page; `read` may have nothing to tell yet. */
export class SectionEntry implements ReactiveController {
  readonly host: Host;
  readonly read: () => Section | undefined;

  constructor(host: Host, read: () => Section | undefined) {
    this.host = host;
    this.read = read;
    host.addController(this);
  }

  hostConnected(): void {
    entries.add(this);
  }

  hostDisconnected(): void {
    entries.delete(this);
    tellOfSections();
  }

  hostUpdated(): void {
    tellOfSections();
  }
}

/** The parts of the guide that an element stands in, or of the whole page; the element is updated when they change. */
export class SectionList implements ReactiveController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    listeners.add(this.#update);
    addEventListener('load', this.#update);
  }

  hostDisconnected(): void {
    listeners.delete(this.#update);
    removeEventListener('load', this.#update);
  }

  /** In the order of the page, whatever shadow tree they are in. */
  get sections(): (Section & { readonly target: Element })[] {
    const guide = guideOf(pathOf(this.#host));
    return [...entries]
      .map((entry) => ({ entry, path: pathOf(entry.host) }))
      .filter(({ path }) => !guide || guideOf(path) === guide)
      .sort((a, b) => compare(a.path, b.path))
      .flatMap(({ entry: { host, read } }) => {
        const section = read();
        return section ? { ...section, target: host } : [];
      });
  }

  readonly #update = (): void => this.#host.requestUpdate();
}

/** From the page's root down to the element, through shadow roots. */
function pathOf(element: Element): Element[] {
  const path = [];
  for (let node: Element | undefined = element; node; node = parentOf(node)) path.unshift(node);
  return path;
}

const guideOf = (path: Element[]) => path.findLast(({ localName }) => localName === 'patient-guide');

/** Below what two paths share, both are in one tree, where the browser knows their order. */
function compare(a: Element[], b: Element[]): number {
  const depth = a.findIndex((node, index) => node !== b[index]);
  const isBefore = depth < 0 || (b[depth] && a[depth].compareDocumentPosition(b[depth]) & 4);
  return isBefore ? -1 : 1;
}
