import { sectionIds } from './section-ids.js';

interface Content {
  readonly sections?: readonly { id?: string; heading: string }[];
  readonly faq?: Content;
  readonly items?: readonly { id?: string; question?: string }[];
  readonly heading?: string;
  readonly id?: string;
}

/** What a link to a heading ends in, in the order of the page, so that `#id` works before the script comes and after. */
export function anchorsOf(tag: string, content: Content): (heading: string, element: string) => string | undefined {
  const taken = new Set<string>();
  const sections = tag === 'guide-section' ? [content as { heading: string }] : (content.sections ?? []);
  const questions = (tag === 'guide-faq' ? content : content.faq)?.items ?? [];
  const anchors = [
    ...labelled('guide-section', sections, ({ heading }) => heading, taken),
    ...labelled('guide-faq', questions, ({ question = '' }) => question, taken),
  ];
  return (heading, element) => {
    const at = anchors.findIndex((anchor) => anchor.element === element && anchor.label.trim() === heading);
    return at < 0 ? undefined : anchors.splice(at, 1)[0].id;
  };
}

function labelled<Item extends { id?: string; heading?: string; question?: string }>(
  element: string,
  items: readonly Item[],
  labelOf: (item: Item) => string,
  taken: Set<string>,
) {
  const ids = sectionIds(items, taken);
  return items.map((item, index) => ({ element, label: labelOf(item), id: ids[index] }));
}
