import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageRegistry } from '../page/page-registry.js';
import { composedParent } from '../page/composed-parent.js';

type Host = ReactiveControllerHost & HTMLElement;

/** A link to a part of this page, or, without a `target`, to anywhere else. */
export interface Entry {
  readonly text: string;
  readonly href: string;
  readonly target?: Element | undefined;
}

/** Updates an element when what can be linked to on the page changes. */
export class TableOfContents implements ReactiveController {
  readonly #host: Host;
  readonly #tell = (): void => this.#host.requestUpdate();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    pageRegistry().anchorWatchers.add(this.#tell);
    // By then the page's other scripts have run.
    addEventListener('load', this.#tell);
  }

  hostDisconnected(): void {
    pageRegistry().anchorWatchers.delete(this.#tell);
    removeEventListener('load', this.#tell);
  }

  /** The sections of the guide that the element stands in, or of the page; in their order, in whatever shadow trees. */
  get entries(): Entry[] {
    const guide = pathOf(this.#host).findLast(({ localName }) => localName === 'patient-guide');
    return pageRegistry()
      .anchors.filter(({ host }) => host.localName === 'guide-section')
      .map(({ id, host, label }) => ({ path: pathOf(host), text: label, href: `#${id}`, target: host }))
      .filter(({ path }) => !guide || path.includes(guide))
      .sort((a, b) => compare(a.path, b.path));
  }
}

/** From the page's root down to the element, through shadow roots. */
function pathOf(element: Element): Element[] {
  const parent = composedParent(element);
  return parent ? [...pathOf(parent), element] : [element];
}

/** Below what two paths share, both are in one tree, where the browser knows their order. */
function compare(a: Element[], b: Element[]): number {
  const depth = a.findIndex((node, index) => node !== b[index]);
  return depth < 0 || (b[depth] && a[depth].compareDocumentPosition(b[depth]) & 4) ? -1 : 1;
}
