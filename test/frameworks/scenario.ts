import 'patient-guide/guide-cta';
import 'patient-guide/guide-disclaimer';
import 'patient-guide/guide-faq';
import 'patient-guide/guide-summary';
import 'patient-guide/guide-takeaways';
import type { GuideFaq, GuideFaqContent } from 'patient-guide';

/** What every page shows, each in its framework's own way. */
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

/** What never changes. */
export const summary = { text: 'In short.' };
export const action = { label: 'Come', href: '#come' };
export const disclaimer = { dismissible: true };
export const section = { heading: 'Later?', body: 'Defined later.' };
export const wrong = { items: 'none' } as unknown as GuideFaqContent;

export const heard: string[] = [];

/** Tells what a page has heard. Takes an event only where the framework knows its type: `any` is refused. */
export function hear<Heard extends Event>(event: 0 extends 1 & Heard ? never : Heard, ...details: unknown[]): void {
  heard.push([(event as Event).type, ...details].join(' '));
}

/** The page's own hand: a listener on the element that the framework hands out. */
export function listen(element: GuideFaq): void {
  element.addEventListener('guide-toggle', (event) => heard.push(`by hand ${event.open}`));
}

/** Elements that have reported a fault, from the first moment on. */
export const faulty = new Set<string>();
document.addEventListener('guide-error', ({ target }) => faulty.add((target as Element).id));

/** How the behaviours change a page. */
export interface Page {
  set(change: Partial<State>): void;
  unmount(): void;
}

export const box = document.querySelector('main')!;
