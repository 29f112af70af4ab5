import { elements } from '../src/entries/register.js';

export type Tag = keyof typeof elements;

/** One entry of demo/content: an element's content and its attributes on the page. */
export interface Example {
  readonly name: string;
  readonly element: Tag;
  readonly lang?: string;
  readonly dir?: string;
  readonly attributes?: Record<string, string>;
  readonly content: object;
}

export const tags = Object.keys(elements) as Tag[];

const read = async <Type>(file: string): Promise<Type> => (await (await fetch(`/demo/content/${file}`)).json()) as Type;

/** The tags of a guide's parts. */
export const partTags = tags.filter((tag) => tag !== 'patient-guide');

/** Every whole guide, in a fixed order. */
export const guides: Example[] = await Promise.all(
  ['spinal-fusion', 'spinal-fusion.es', 'first-visit'].map(async (name) => ({
    name,
    element: 'patient-guide' as const,
    content: await read<object>(`${name}.json`),
  })),
);

/** The parts of the first guide, by the element that shows them; its title and language are not parts. */
export const guideParts: Example[] = Object.entries(guides[0].content).flatMap(([part, content]) => {
  const element = (part === 'redFlags' ? 'guide-note' : `guide-${part.replace(/^(section|statistic)s$/, '$1')}`) as Tag;
  return [content as object]
    .flat()
    .flatMap((content) => (tags.includes(element) ? { name: 'The guide', element, content } : []));
});

/** Edge cases for each element. */
export const edges: Example[] = (
  await Promise.all(
    partTags.map(async (element) => {
      const examples = await read<Omit<Example, 'element'>[]>(`edges/${element}.json`);
      return examples.map((example) => ({ ...example, element }));
    }),
  )
).flat();
