import { firstFree, readableId } from '../core/readable-id.js';
import type { GuideFaqContent } from '../elements/guide-faq/guide-faq.content.js';
import type { GuideSectionContent } from '../elements/guide-section/guide-section.content.js';
import type { PatientGuideContent } from '../elements/patient-guide/patient-guide.content.js';

/** What can be linked to: `#id`, and the words of it in the element that shows it. */
export interface Anchor {
  readonly id: string;
  readonly element: string;
  readonly label: string;
}

/** Every anchor of the content in the order of the page, with the ids that the elements give them where no others are. */
export function anchorsOf(tag: string, content: object): Anchor[] {
  const guide: Partial<PatientGuideContent> = tag === 'patient-guide' ? content : {};
  const sections = tag === 'guide-section' ? [content as GuideSectionContent] : (guide.sections ?? []);
  const { items: questions = [] } = tag === 'guide-faq' ? (content) : (guide.faq ?? {});
  const items = [
    ...sections.map(({ id, heading }) => ({ element: 'guide-section', id, label: heading })),
    ...questions.map(({ id, question }) => ({ element: 'guide-faq', id, label: question })),
  ];
  const taken = new Set(items.map(({ id }) => id));
  return items.map(({ element, id, label }) => {
    const free = id ?? firstFree(readableId(label), (other) => taken.has(other));
    taken.add(free);
    return { element, id: free, label };
  });
}
