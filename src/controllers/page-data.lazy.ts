import { type PageData, shared } from '../core/copies.js';
import { escape } from '../core/escape.js';
import { plainText } from '../core/plain-text.js';
import { policy } from '../core/policy.js';

/** Writes what the page says of itself anew. */
export function writePageData(): void {
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
