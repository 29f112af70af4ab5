import { validateContent } from '../../src/content/validate.js';
import type { ContentIssue } from '../../src/content/content-error.js';
import type { ContentSchema } from '../../src/content/validators.js';
import { checklistContent } from '../../src/elements/guide-checklist/guide-checklist.content.js';
import { comparisonContent } from '../../src/elements/guide-comparison/guide-comparison.content.js';
import { contentsContent } from '../../src/elements/guide-contents/guide-contents.content.js';
import { ctaContent } from '../../src/elements/guide-cta/guide-cta.content.js';
import { disclaimerContent } from '../../src/elements/guide-disclaimer/guide-disclaimer.content.js';
import { faqContent } from '../../src/elements/guide-faq/guide-faq.content.js';
import { matcherContent } from '../../src/elements/guide-matcher/guide-matcher.content.js';
import { noteContent } from '../../src/elements/guide-note/guide-note.content.js';
import { sectionContent } from '../../src/elements/guide-section/guide-section.content.js';
import { sourcesContent } from '../../src/elements/guide-sources/guide-sources.content.js';
import { statisticContent } from '../../src/elements/guide-statistic/guide-statistic.content.js';
import { summaryContent } from '../../src/elements/guide-summary/guide-summary.content.js';
import { takeawaysContent } from '../../src/elements/guide-takeaways/guide-takeaways.content.js';
import { guideContent } from '../../src/elements/patient-guide/patient-guide.content.js';
import { edges, guideParts, guides } from '../examples.js';

export const schemas: Record<string, ContentSchema> = {
  'guide-checklist': checklistContent,
  'guide-comparison': comparisonContent,
  'guide-contents': contentsContent,
  'guide-cta': ctaContent,
  'guide-disclaimer': disclaimerContent,
  'guide-faq': faqContent,
  'guide-matcher': matcherContent,
  'guide-note': noteContent,
  'guide-section': sectionContent,
  'guide-sources': sourcesContent,
  'guide-statistic': statisticContent,
  'guide-summary': summaryContent,
  'guide-takeaways': takeawaysContent,
  'patient-guide': guideContent,
};

export function errorOf(schema: ContentSchema, input: unknown): ContentIssue {
  const checked = validateContent(schema, input);
  if ('content' in checked) throw new Error(`accepted: ${JSON.stringify(checked.content)}`);
  return checked.error;
}

export function accepted(schema: ContentSchema, input: unknown): { content: object; warnings: string[] } {
  const checked = validateContent(schema, input);
  if ('error' in checked) throw new Error(`rejected: ${JSON.stringify(checked.error)}`);
  return checked;
}

export const faqWith = (item: object) => ({ items: [{ question: 'Cost?', answer: 'None.' }, item] });
export const comparisonWith = (changes: object) => ({
  options: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
  rows: [{ question: 'Why?', answers: { a: 'So.' } }],
  ...changes,
});

export const examples = [...edges, ...guideParts, ...guides];

/** Content that uses every key of its element. */
export const whole: Record<string, object> = {
  'guide-checklist': { title: 'T', intro: 'I', items: ['I'] },
  'guide-comparison': comparisonWith({ title: 'T', intro: 'I', note: 'N' }),
  'guide-contents': { title: 'T', items: [{ text: 'T', href: '#t' }] },
  'guide-cta': { title: 'T', text: 'T', label: 'L', href: '#h', phone: '555 0100' },
  'guide-disclaimer': { title: 'T', text: 'T', placement: 'top', dismissible: true },
  'guide-faq': { title: 'T', items: [{ id: 'i', question: 'Q', answer: 'A' }] },
  'guide-matcher': {
    title: 'T',
    intro: 'I',
    findings: [{ id: 'i', label: 'L', explanation: 'E', options: ['o'], why: 'W' }],
    options: [{ id: 'o', name: 'N', href: '#h' }],
    mixed: 'M',
    note: 'N',
  },
  'guide-note': { title: 'T', body: 'B', tone: 'urgent', author: { name: 'N', role: 'R' } },
  'guide-section': { id: 'i', heading: 'H', body: 'B' },
  'guide-sources': {
    title: 'T',
    items: [{ title: 'T', url: '#u', publisher: 'P', year: 2013 }],
    review: { by: 'B', on: '2026-11-22', due: '2099-11-22' },
  },
  'guide-statistic': {
    label: 'L',
    range: [1, 2],
    of: 10,
    population: 'P',
    period: 'P',
    caveat: 'C',
    source: { title: 'T', url: '#u', year: 2013 },
    section: 's',
  },
  'guide-summary': { title: 'T', text: 'T' },
  'guide-takeaways': { title: 'T', items: ['I'] },
};
whole['patient-guide'] = {
  title: 'T',
  lang: 'en',
  redFlags: whole['guide-note'],
  sections: [whole['guide-section']],
  statistics: [whole['guide-statistic']],
  ...Object.fromEntries(
    Object.entries(whole)
      .filter(([tag]) => !/section|statistic/.test(tag))
      .map(([tag, content]) => [tag.replace('guide-', ''), content]),
  ),
};
export const without = (key: string, content: object): object =>
  Object.fromEntries(Object.entries(content).filter(([other]) => other !== key));

/** Required keys. */
export const REQUIRED: Record<string, string[]> = {
  'guide-checklist': ['items'],
  'guide-comparison': ['options', 'rows'],
  'guide-contents': [],
  'guide-cta': ['label', 'href'],
  'guide-disclaimer': [],
  'guide-faq': ['items'],
  'guide-matcher': ['findings', 'options', 'mixed'],
  'guide-note': ['body'],
  'guide-section': ['heading', 'body'],
  'guide-sources': ['items'],
  'guide-statistic': ['label'],
  'guide-summary': ['text'],
  'guide-takeaways': ['items'],
  'patient-guide': ['title'],
};
