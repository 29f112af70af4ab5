import { html, type TemplateResult } from 'lit';
import { singular } from './schema.js';

/** Where a key of the content says less to a clinic than to a programmer. */
const LABELS: Readonly<Record<string, string>> = {
  by: 'Reviewed by',
  cta: 'Call to action',
  due: 'Next review due',
  faq: 'Questions and answers',
  href: 'Link address',
  id: 'Short name (id)',
  lang: 'Language',
  of: 'Of how many people',
  on: 'Day of the review',
  url: 'Web address',
};

/** What a list’s entries are called, one of them, where the key does not say. */
const ENTRIES: Readonly<Record<string, string>> = { question: 'question', href: 'link', publisher: 'source' };

export function labelOf(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
  return LABELS[key] ?? words[0].toUpperCase() + words.slice(1);
}

/** `question` for the items of an FAQ, `row` for rows. */
export function entryName(key: string, properties: object = {}): string {
  const telling = key === 'items' && Object.keys(ENTRIES).find((name) => name in properties);
  return telling ? ENTRIES[telling] : singular(key);
}

/** A list is called by what is in it. */
export function listLabel(key: string, properties?: object): string {
  const entry = entryName(key, properties);
  return labelOf(key === 'items' ? `${entry}s` : key);
}

/** A field’s description in the schema, whose code is between backticks; what the form shows by itself is left out. */
export function hintOf(description = ''): TemplateResult {
  const words = description
    .replace(/ `""` hides the heading\./, '')
    .replace(/ \((?:Markdown|plain text)\)(?=[.:])/g, '');
  return html`${words.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}
