import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { plainText } from '../core/plain-text.js';

/** What an element can say about the page, as schema.org has it. */
export interface PageData {
  /** The page itself; without one on the page nothing is written. */
  readonly page?: object;
  /** Questions and answers (prose); those of all elements on the page come together. */
  readonly questions?: readonly { readonly question: string; readonly answer: string }[];
}

const said = new Map<object, PageData>();
let script: HTMLScriptElement | undefined;
let written = '';
let isQueued = false;

/**
 * One JSON-LD block for the whole page, for search engines (schema.org). It is there only while an element asks for it,
 * and always says what the elements show.
 */
export class StructuredData implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #read: () => PageData | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, read: () => PageData | undefined) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostUpdated(): void {
    const data = this.#host.isConnected && this.#read();
    if (data) said.set(this.#host, data);
    else said.delete(this.#host);
    queue();
  }

  hostDisconnected(): void {
    said.delete(this.#host);
    queue();
  }
}

function queue(): void {
  if (isQueued) return;
  isQueued = true;
  queueMicrotask(() => {
    isQueued = false;
    write();
  });
}

function write(): void {
  const pages = [...said.values()].flatMap(({ page }) => page ?? []);
  const data = pages.length && { '@context': 'https://schema.org', '@graph': [...pages, ...faqPage()] };
  const text = data ? escape(JSON.stringify(data)) : '';
  if (text === written) return;
  written = text;
  script?.remove();
  script = undefined;
  if (!text) return;
  try {
    script = document.createElement('script');
    script.type = 'application/ld+json';
    script.text = trusted(text);
    document.head.append(script);
  } catch {
    console.warn('patient-guide: structured data needs the policy "patient-guide" in the page’s trusted-types');
  }
}

function faqPage(): object[] {
  const mainEntity = [...said.values()].flatMap(({ questions = [] }) =>
    questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: plainText(answer) },
    })),
  );
  return mainEntity.length ? [{ '@type': 'FAQPage', mainEntity }] : [];
}

/** A saved page must not break out of the script element. */
const escape = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

interface Policies {
  createPolicy(name: string, rules: { createScript: (text: string) => string }): typeof policy;
}
let policy: { createScript(text: string): string } | undefined;

/** Where a page asks for Trusted Types, text in a script element must be one, data or not. */
function trusted(text: string): string {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  policy ??= policies?.createPolicy('patient-guide', { createScript: (text) => text });
  return policy ? policy.createScript(text) : text;
}
