import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { plainText } from '../core/plain-text.js';

/** What is said of the page: of a guide what describes it, of an FAQ its questions. Prose as everywhere. */
export interface PageData {
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  readonly summary?: { readonly text: string } | undefined;
  readonly sources?:
    { readonly review?: { readonly by?: string | undefined; readonly on: string } | undefined } | undefined;
  readonly items?: readonly { readonly question: string; readonly answer: string }[];
}

const said = new Map<object, PageData>();
let script: HTMLScriptElement | undefined;

/**
 * One JSON-LD block for the whole page, for search engines (schema.org): every guide that asks for it, and, with one, the
 * questions of all FAQs on the page together.
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
    this.#say(this.#host.isConnected ? this.#read() : undefined);
  }

  hostDisconnected(): void {
    this.#say(undefined);
  }

  #say(data: PageData | undefined): void {
    if (said.get(this.#host) === data) return;
    if (data) said.set(this.#host, data);
    else said.delete(this.#host);
    write();
  }
}

function write(): void {
  script?.remove();
  const data = structuredData([...said.values()]);
  if (!data) return;
  try {
    script = document.createElement('script');
    script.type = 'application/ld+json';
    script.text = trusted(data);
    document.head.append(script);
  } catch {
    console.warn('patient-guide: for structured data, allow the policy "patient-guide" in trusted-types');
  }
}

/** The JSON-LD of a page, safe between script tags; none where no guide asks for it. */
export function structuredData(all: readonly PageData[]): string | undefined {
  const pages = all.filter(({ items }) => !items).map(describe);
  if (!pages.length) return undefined;
  const mainEntity = all.flatMap(({ items = [] }) => items).map(ask);
  const faq = mainEntity.length ? [{ '@type': 'FAQPage', mainEntity }] : [];
  return escape(JSON.stringify({ '@context': 'https://schema.org', '@graph': [...pages, ...faq] }));
}

const describe = ({ title, lang, summary, sources }: PageData): object => ({
  '@type': 'MedicalWebPage',
  name: title,
  inLanguage: lang,
  description: summary && plainText(summary.text),
  lastReviewed: sources?.review?.on,
  reviewedBy: sources?.review?.by,
});

const ask = ({ question, answer }: { question: string; answer: string }): object => ({
  '@type': 'Question',
  name: question,
  acceptedAnswer: { '@type': 'Answer', text: plainText(answer) },
});

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
