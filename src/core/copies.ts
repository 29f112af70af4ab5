import { version } from './version.js';

/** What all copies of the kit on a page have in common, those of other versions too: it may gain fields, never change one. */
interface Shared {
  policy?: Policy;
  hasWarned?: boolean;
  /** Who answers to which `#id` on this page, and what it leads to is called. */
  readonly anchors: Map<string, { readonly host: HTMLElement; readonly label: string }>;
  /** Whom to tell when that has changed. */
  readonly anchorWatchers: Set<() => void>;
}

/** Makes of text what a page that asks for Trusted Types accepts. */
export interface Policy {
  createHTML(template: string): string;
  createScript(json: string): string;
}

let known: Shared | undefined;

/** No global: the copies that are there already answer an event. */
export function shared(): Shared {
  if (!known) {
    const question = new CustomEvent<{ answer?: Shared | undefined }>('guide-copy', { detail: {} });
    document.dispatchEvent(question);
    known = question.detail.answer ?? { anchors: new Map(), anchorWatchers: new Set() };
    document.addEventListener('guide-copy', ({ detail }) => void (detail.answer = known));
  }
  return known;
}

/** One line in the console, however many copies there are. */
export function warnOnce(line: string): void {
  if (!shared().hasWarned) console.warn(`patient-guide ${version}: ${line}`);
  shared().hasWarned = true;
}

declare global {
  interface DocumentEventMap {
    'guide-copy': CustomEvent<{ answer?: Shared | undefined }>;
  }
}
