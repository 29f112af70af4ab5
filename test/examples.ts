import { elements } from '../src/register.js';

export type Tag = keyof typeof elements;

/** One entry of demo/content: an element's content, and how it stands in a page. */
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

const { title, ...parts } = await read<Record<string, object>>('spinal-fusion.json');

/** Title of the first guide. */
export const guideTitle: unknown = title;

/** The parts of the first guide, by the element that shows them. */
export const guideParts: Example[] = Object.entries(parts).flatMap(([part, content]) => {
  const element = `guide-${part.replace(/^(section|statistic)s$/, '$1')}` as Tag;
  return [content].flat().map((content) => ({ name: 'The guide', element, content }));
});

/** What is hard to show, per element. */
export const edges: Example[] = (
  await Promise.all(
    tags.map(async (element) => {
      const examples = await read<Omit<Example, 'element'>[]>(`edges/${element}.json`);
      return examples.map((example) => ({ ...example, element }));
    }),
  )
).flat();
