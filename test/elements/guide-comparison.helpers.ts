import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import type { GuideComparisonContent } from '../../src/elements/guide-comparison/guide-comparison.content.js';
import type { GuideComparison } from '../../src/elements/guide-comparison/guide-comparison.js';
import { emulate, find, findAll, settled, show } from '../helpers.js';

export const fusionOrFibrin = {
  title: 'Side by side',
  options: [
    { id: 'fusion', name: 'Spinal fusion' },
    { id: 'fibrin', name: 'Fibrin procedure' },
  ],
  rows: [
    { question: 'Will my back still move?', answers: { fusion: 'No, not there.', fibrin: 'Yes.' } },
    { question: 'How long is recovery?', answers: { fusion: 'Months.', fibrin: 'Usually weeks.' } },
    { question: 'Is hardware put in?', answers: { fusion: 'Screws and rods.', fibrin: 'None.' } },
  ],
};

/** The given number of options, each with an answer to three questions. */
export function contentOf(count: number): GuideComparisonContent {
  const options = Array.from({ length: count }, (_, index) => ({ id: `o${index + 1}`, name: `Option ${index + 1}` }));
  const rows = [1, 2, 3].map((row) => ({
    question: `Question ${row}?`,
    answers: Object.fromEntries(options.map(({ id }) => [id, `Answer ${row} of ${id}, in a sentence.`])),
  }));
  return { title: 'Many options', options, rows };
}

/** Shows the element in a container of the given width and style. */
export async function showIn(
  width: number,
  content: unknown,
  attributes: Record<string, string> = {},
  style: Record<string, string> = {},
): Promise<GuideComparison> {
  const element = await show('guide-comparison', content, attributes);
  const box = element.parentElement!;
  box.style.setProperty('inline-size', `${width}px`);
  for (const [name, value] of Object.entries(style)) box.style.setProperty(name, value);
  await settled();
  return element;
}

export const panelOf = (element: Element) => find(element, '[part=panel]');

export const isTooWide = (box: Element): boolean => box.scrollWidth > box.clientWidth;

/** The text as a screen reader reads it. */
export const answersOf = (element: Element): string[] =>
  findAll(element, 'td').map((cell) => [...cell.querySelectorAll('p')].map((text) => text.textContent).join(' '));

/** The header and answers of an option, by its index. */
export const cellsOf = (element: Element, option: number): DOMRect[] =>
  findAll(element, `tr > :nth-child(${option + 2})`).map((cell) => cell.getBoundingClientRect());

/** Whether the first option is above the second one, rather than next to it. */
/** Engines round fractions of a pixel differently. */
export const ROUNDING = 0.1;

export const areColumns = (element: Element): boolean =>
  cellsOf(element, 0).every(({ top, right }, row) => {
    const beside = cellsOf(element, 1)[row];
    return Math.abs(beside.top - top) <= ROUNDING && beside.left >= right - ROUNDING;
  });

/** Whether the accessibility tree has this node, in `row` if given (the header is row 1). */
export async function isRead(role: string, name: string, row?: number): Promise<boolean> {
  const within = row ? `guide-comparison >>> tr.row-${row} ` : '';
  const selector = `${within}::-p-aria([role="${role}"][name="${name}"])`;
  const node = await executeServerCommand<{ role: string } | null, object>('a11y-snapshot', { selector });
  return node?.role !== 'RootWebArea';
}

export async function resetWindow(): Promise<void> {
  await emulate({});
  await setViewport({ width: 800, height: 600 });
}
