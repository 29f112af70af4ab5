import { type PageData, pageRegistry } from '../page/page-registry.js';
import { escapeToUnicode } from '../text/escape.js';
import { plainText } from '../text/plain-text.js';
import { trustedTypesPolicy } from '../page/trusted-types.js';

/** Rewrites the page's JSON-LD block. */
export function writeJsonLd(): void {
  const page = pageRegistry();
  page.jsonLdScript?.remove();
  const data = toJsonLd([...page.pageData.values()]);
  // With Trusted Types, the text of a script element has to be trusted, even if it is only data.
  const text = data && trustedTypesPolicy()?.createScript(data);
  if (!text) return;
  const script = (page.jsonLdScript = document.createElement('script'));
  script.type = 'application/ld+json';
  script.text = text;
  document.head.append(script);
}

/** The JSON-LD of a page, safe inside script tags; `undefined` if no guide asks for it. */
export function toJsonLd(all: readonly PageData[]): string | undefined {
  const pages = all.filter(({ items }) => !items).map(describePage);
  if (!pages.length) return undefined;
  const mainEntity = all.flatMap(({ items = [] }) => items).map(describeQuestion);
  const faq = mainEntity.length ? [{ '@type': 'FAQPage', mainEntity }] : [];
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': [...pages, ...faq] });
  return escapeToUnicode(json, /[<>&\u2028\u2029]/g);
}

const describePage = ({ title, lang, summary, sources }: PageData): object => ({
  '@type': 'MedicalWebPage',
  name: title,
  inLanguage: lang,
  description: summary && plainText(summary.text),
  lastReviewed: sources?.review?.on,
  reviewedBy: sources?.review?.by,
});

const describeQuestion = ({ question, answer }: { question: string; answer: string }): object => ({
  '@type': 'Question',
  name: question,
  acceptedAnswer: { '@type': 'Answer', text: plainText(answer) },
});
