import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageRegistry } from '../page/page-registry.js';
import { composedParent } from '../page/composed-parent.js';

type Host = ReactiveControllerHost & HTMLElement;

/** A link to a part of this page or, without a `target`, to anywhere else. */
export interface Entry {
  readonly text: string;
  readonly href: string;
  readonly target?: Element | undefined;
}

/** Updates an element when the link targets on the page change. */
export class TableOfContents implements ReactiveController {
  readonly #host: Host;
  readonly #requestUpdate = (): void => this.#host.requestUpdate();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    pageRegistry().anchorWatchers.add(this.#requestUpdate);
    // By then, the page's other scripts have run.
    addEventListener('load', this.#requestUpdate);
  }

  hostDisconnected(): void {
    pageRegistry().anchorWatchers.delete(this.#requestUpdate);
    removeEventListener('load', this.#requestUpdate);
  }

  /** The sections of the surrounding guide, or of the page, in document order, across shadow trees. */
  get entries(): Entry[] {
    const guide = pathOf(this.#host).findLast(({ localName }) => localName === 'patient-guide');
    return pageRegistry()
      .anchors.filter(({ host }) => host.localName === 'guide-section')
      .map(({ id, host, label }) => ({ path: pathOf(host), text: label, href: `#${id}`, target: host }))
      .filter(({ path }) => !guide || path.includes(guide))
      .sort((a, b) => compare(a.path, b.path));
  }
}

/** The path from the page's root down to the element, through shadow roots. */
function pathOf(element: Element): Element[] {
  const parent = composedParent(element);
  return parent ? [...pathOf(parent), element] : [element];
}

/** Where two paths diverge, both nodes are in the same tree, so the browser knows their order. */
function compare(a: Element[], b: Element[]): number {
  const depth = a.findIndex((node, index) => node !== b[index]);
  return depth < 0 || (b[depth] && a[depth]!.compareDocumentPosition(b[depth]) & 4) ? -1 : 1;
}
