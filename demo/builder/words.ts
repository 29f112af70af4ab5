import { html, type TemplateResult } from 'lit';
import { singular } from './schema.js';

/** Labels for keys that mean more to a programmer than to a clinic. */
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

/** What one entry of a list is called, if the key does not say. */
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

/** Names a list after its entries. */
export function listLabel(key: string, properties?: object): string {
  const entry = entryName(key, properties);
  return labelOf(key === 'items' ? `${entry}s` : key);
}

/** A field’s description from the schema, with code in backticks, without what the form shows anyway. */
export function hintOf(description = ''): TemplateResult {
  const words = description
    .replace(/ `""` hides the heading\./, '')
    .replace(/ \((?:Markdown|plain text)\)(?=[.:])/g, '');
  return html`${words.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}
