import 'patient-guide/guide-cta';
import 'patient-guide/guide-disclaimer';
import 'patient-guide/guide-faq';
import 'patient-guide/guide-summary';
import 'patient-guide/guide-takeaways';
import type { GuideFaq, GuideFaqContent } from 'patient-guide';

/** The state that every page shows, each with its own framework. */
export interface State {
  isShown: boolean;
  faq: GuideFaqContent;
  single: boolean;
  level: number;
  lang: string;
  fallback: string;
  json: string;
  late: GuideFaqContent | undefined;
  list: { id: string; content: GuideFaqContent }[];
}

export const faqOf = (...questions: string[]): GuideFaqContent => ({
  title: 'Questions',
  items: questions.map((question) => ({ question, answer: 'Yes.' })),
});

export const initial: State = {
  isShown: true,
  faq: faqOf('First?'),
  single: false,
  level: 2,
  lang: 'en',
  fallback: 'Call us.',
  json: '{ "items": ["One"] }',
  late: undefined,
  list: ['a', 'b', 'c'].map((id) => ({ id, content: faqOf(`${id}?`) })),
};

/** Content that never changes. */
export const summary = { text: 'In short.' };
export const action = { label: 'Come', href: '#come' };
export const disclaimer = { dismissible: true };
export const section = { heading: 'Later?', body: 'Defined later.' };
export const wrong = { items: 'none' } as unknown as GuideFaqContent;

export const heard: string[] = [];

/** Records an event that a page received. Only accepts events that the framework has types for, not `any`. */
export function hear<Heard extends Event>(event: 0 extends 1 & Heard ? never : Heard, ...details: unknown[]): void {
  heard.push([(event as Event).type, ...details].join(' '));
}

/** Adds a listener manually to the element that the framework provides. */
export function listen(element: GuideFaq): void {
  element.addEventListener('guide-toggle', (event) => heard.push(`by hand ${event.open}`));
}

/** The ids of elements that have reported an error since the start. */
export const faulty = new Set<string>();
document.addEventListener('guide-error', ({ target }) => faulty.add((target as Element).id));

/** How the tests change a page. */
export interface Page {
  set(change: Partial<State>): void;
  unmount(): void;
}

export const box = document.querySelector('main')!;
