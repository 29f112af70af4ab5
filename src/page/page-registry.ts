import { version } from './version.js';

/**
 * What all copies of the kit on a page share, including those of other versions: fields may be added, but never
 * changed.
 */
interface PageRegistry {
  policy?: Policy;
  hasWarned?: boolean;
  /**
   * Every `#id` that an element handles on this page, with the label of what it links to. If two share an id, as a
   * copied element does, the first one wins.
   */
  anchors: { readonly id: string; readonly host: HTMLElement; readonly label: string }[];
  /** Called when `anchors` changes. */
  readonly anchorWatchers: Set<() => void>;
  /** What each element contributes to the page's JSON-LD, and the script element that holds it. */
  readonly pageData: Map<object, PageData>;
  jsonLdScript?: HTMLScriptElement;
}

/**
 * What an element says about the page: a guide describes it, an FAQ lists its questions. Text is Markdown, as
 * everywhere.
 */
export interface PageData {
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  readonly summary?: { readonly text: string } | undefined;
  readonly sources?:
    { readonly review?: { readonly by?: string | undefined; readonly on: string } | undefined } | undefined;
  readonly items?: readonly { readonly question: string; readonly answer: string }[];
}

/** Turns text into what a page with Trusted Types accepts. */
export interface Policy {
  createHTML(template: string): string;
  createScript(json: string): string;
}

/** A copy's request for the registry, and the answer of the others. */
interface RegistryRequest extends Event {
  answer?: PageRegistry | undefined;
}

let registry: PageRegistry | undefined;

/** Uses no global: the copies that are already there answer an event. */
export function pageRegistry(): PageRegistry {
  if (!registry) {
    const request: RegistryRequest = new Event('guide-registry');
    document.dispatchEvent(request);
    registry = request.answer ?? { anchors: [], anchorWatchers: new Set(), pageData: new Map() };
    document.addEventListener('guide-registry', (event) => void (event.answer = registry));
  }
  return registry;
}

/** Logs one line to the console, however many copies there are. */
export function warnOnce(line: string): void {
  if (!pageRegistry().hasWarned) console.warn(`patient-guide ${version}: ${line}`);
  pageRegistry().hasWarned = true;
}

declare global {
  interface DocumentEventMap {
    'guide-registry': RegistryRequest;
  }
}
