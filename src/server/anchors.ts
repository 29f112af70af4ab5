import { uniqueId, slugify } from '../text/slug.js';

/** The fields that make anchors. Every element's content fits this type. */
interface Shown {
  readonly sections?: readonly { readonly id?: string | undefined; readonly heading: string }[] | undefined;
  readonly faq?: Shown | undefined;
  readonly items?: readonly { readonly id?: string | undefined; readonly question?: string }[];
  readonly id?: string | undefined;
  readonly heading?: string;
}

/** A link target: `#id`, and its text in the element that renders it. */
export interface Anchor {
  readonly id: string;
  readonly element: string;
  readonly label: string;
}

/**
 * Every anchor of the content, in page order, with the ids that the elements generate when nothing else on the page
 * uses them.
 */
export function anchorsOf(content: Shown): Anchor[] {
  const { sections = [], faq, items: questions = faq?.items ?? [], heading } = content;
  const shown = heading === undefined ? sections : [{ id: content.id, heading }];
  const items = [
    ...shown.map(({ id, heading }) => ({ element: 'guide-section', id, label: heading })),
    ...questions.flatMap(({ id, question }) =>
      question === undefined ? [] : { element: 'guide-faq', id, label: question },
    ),
  ];
  const taken = new Set(items.map(({ id }) => id));
  return items.map(({ element, id, label }) => {
    const free = id ?? uniqueId(slugify(label), (other) => taken.has(other));
    taken.add(free);
    return { element, id: free, label };
  });
}
