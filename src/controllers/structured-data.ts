import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type PageData, shared } from '../core/copies.js';
import { escape } from '../core/escape.js';
import { plainText } from '../core/plain-text.js';
import { policy } from '../core/policy.js';

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
    const { said } = shared();
    if (said.get(this.#host) === data) return;
    if (data) said.set(this.#host, data);
    else said.delete(this.#host);
    write();
  }
}

function write(): void {
  const page = shared();
  page.script?.remove();
  const data = structuredData([...page.said.values()]);
  // Text in a script element has to be trusted, data or not.
  const text = data && policy()?.createScript(data);
  if (!text) return;
  const script = (page.script = document.createElement('script'));
  script.type = 'application/ld+json';
  script.text = text;
  document.head.append(script);
}

/** The JSON-LD of a page, safe between script tags; none where no guide asks for it. */
export function structuredData(all: readonly PageData[]): string | undefined {
  const pages = all.filter(({ items }) => !items).map(describe);
  if (!pages.length) return undefined;
  const mainEntity = all.flatMap(({ items = [] }) => items).map(ask);
  const faq = mainEntity.length ? [{ '@type': 'FAQPage', mainEntity }] : [];
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': [...pages, ...faq] });
  return escape(json, /[<>&\u2028\u2029]/g);
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
