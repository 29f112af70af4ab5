import { version } from './version.js';

/** What all copies of the kit on a page have in common, those of other versions too: it may gain fields, never change one. */
interface PageRegistry {
  policy?: Policy;
  hasWarned?: boolean;
  /** Who answers to which `#id` on this page, and what it leads to is called. Of two that have the same, as a copy has, the first. */
  anchors: { readonly id: string; readonly host: HTMLElement; readonly label: string }[];
  /** Whom to tell when that has changed. */
  readonly anchorWatchers: Set<() => void>;
  /** What each element says of the page, and where all of that is written. */
  readonly pageData: Map<object, PageData>;
  jsonLdScript?: HTMLScriptElement;
}

/** What is said of the page: of a guide what describes it, of an FAQ its questions. Prose as everywhere. */
export interface PageData {
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  readonly summary?: { readonly text: string } | undefined;
  readonly sources?:
    { readonly review?: { readonly by?: string | undefined; readonly on: string } | undefined } | undefined;
  readonly items?: readonly { readonly question: string; readonly answer: string }[];
}

/** Makes of text what a page that asks for Trusted Types accepts. */
export interface Policy {
  createHTML(template: string): string;
  createScript(json: string): string;
}

/** What a copy asks, and how the others answer. */
interface RegistryRequest extends Event {
  answer?: PageRegistry | undefined;
}

let registry: PageRegistry | undefined;

/** No global: the copies that are there already answer an event. */
export function pageRegistry(): PageRegistry {
  if (!registry) {
    const question: RegistryRequest = new Event('guide-registry');
    document.dispatchEvent(question);
    registry = question.answer ?? { anchors: [], anchorWatchers: new Set(), pageData: new Map() };
    document.addEventListener('guide-registry', (event) => void (event.answer = registry));
  }
  return registry;
}

/** One line in the console, however many copies there are. */
export function warnOnce(line: string): void {
  if (!pageRegistry().hasWarned) console.warn(`patient-guide ${version}: ${line}`);
  pageRegistry().hasWarned = true;
}

declare global {
  interface DocumentEventMap {
    'guide-registry': RegistryRequest;
  }
}
