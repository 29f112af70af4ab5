import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentOf } from '../core/parent-of.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What a part of the page is called, and the id that leads to it. */
interface Section {
  readonly text: string;
  readonly anchor: string;
}

/** A link to a part of this page, or, without a `target`, to anywhere else. */
export interface Entry {
  readonly text: string;
  readonly href: string;
  readonly target?: Element | undefined;
}

const sections = new Map<Host, () => Section | undefined>();
const lists = new Set<Host>();

/** To be called when what can be linked to has changed. */
export function tellLists(): void {
  for (const host of lists) host.requestUpdate();
}

/** Puts an element into the list of the page's parts, for as long as it is on the page. */
export class SectionEntry implements ReactiveController {
  readonly #host: Host;
  readonly #read: () => Section | undefined;

  /** `read` has nothing to tell as long as there is no right content. */
  constructor(host: Host, read: () => Section | undefined) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    sections.set(this.#host, this.#read);
  }

  hostDisconnected(): void {
    sections.delete(this.#host);
    tellLists();
  }

  hostUpdated(): void {
    tellLists();
  }
}

/** Updates an element when the page's parts change. */
export class SectionList implements ReactiveController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    // As long as the page lives: by then its other scripts have run.
    addEventListener('load', tellLists);
  }

  hostConnected(): void {
    lists.add(this.#host);
  }

  hostDisconnected(): void {
    lists.delete(this.#host);
  }

  /** The parts of the guide that the element stands in, or of the page; in their order, in whatever shadow trees. */
  get entries(): Entry[] {
    const guide = pathOf(this.#host).findLast(({ localName }) => localName === 'patient-guide');
    return [...sections.keys()]
      .map(pathOf)
      .filter((path) => !guide || path.includes(guide))
      .sort(compare)
      .flatMap((path) => {
        const target = path.at(-1) as Host;
        const section = sections.get(target)!();
        return section ? { text: section.text, href: `#${section.anchor}`, target } : [];
      });
  }
}

/** From the page's root down to the element, through shadow roots. */
function pathOf(element: Element): Element[] {
  const parent = parentOf(element);
  return parent ? [...pathOf(parent), element] : [element];
}

/** Below what two paths share, both are in one tree, where the browser knows their order. */
function compare(a: Element[], b: Element[]): number {
  const depth = a.findIndex((node, index) => node !== b[index]);
  return depth < 0 || (b[depth] && a[depth].compareDocumentPosition(b[depth]) & 4) ? -1 : 1;
}
