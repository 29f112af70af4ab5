import type { GuideMatcherContent } from '../../src/elements/guide-matcher/guide-matcher.content.js';
import type { GuideMatcher } from '../../src/elements/guide-matcher/guide-matcher.js';
import { findAll } from '../helpers.js';

export const INSTABILITY = 'Clear instability';

export const FRACTURE = 'Fracture';

export const TEAR = 'Annular tear in a viable disc';

export const PAIN = 'Pain without a clear structural finding';

const AMBIGUOUS = 'Ambiguous or mixed findings';

export const EITHER = 'A finding with two treatments';

export const UNSURE = 'None of these, or I don’t know';

/** The table "Finding to treatment" of the first guide: a finding and the treatments it is matched to. */
export const GUIDE: [label: string, ...options: string[]][] = [
  [INSTABILITY, 'Spinal fusion'],
  [FRACTURE, 'Spinal fusion'],
  ['Severe stenosis with neurologic compromise', 'Spinal fusion'],
  ['End-stage disc collapse', 'Spinal fusion'],
  [TEAR, 'Disc-targeted treatment (fibrin procedure)'],
  [PAIN, 'Optimized conservative care', 'A targeted interventional procedure', 'A combined plan'],
  [AMBIGUOUS],
];

export const TABLE: typeof GUIDE = [...GUIDE, [EITHER, GUIDE[0][1], GUIDE[4][1]]];

export const names = [...new Set(TABLE.flatMap(([, ...options]) => options))];

export const content = {
  title: 'Match',
  intro: 'Take your report.',
  findings: TABLE.map(([label, ...options]) => ({
    id: label.replaceAll(' ', '-'),
    label,
    options: options.map((name) => `${names.indexOf(name)}`),
    why: 'Structural.',
  })),
  options: names.map((name, index) => ({
    id: `${index}`,
    name,
    ...(index < 2 && { href: ['https://example.org/fusion', '#fibrin'][index] }),
  })),
  mixed: 'Get a **second opinion** first.',
  note: 'Bring the *report*.',
} satisfies GuideMatcherContent;

export const explained: GuideMatcherContent = {
  ...content,
  findings: [{ ...content.findings[0], explanation: 'See [what it is](https://example.org/).' }, content.findings[4]],
};

export const labelNamed = (matcher: GuideMatcher, name: string): HTMLLabelElement => {
  const found = findAll<HTMLLabelElement>(matcher, 'label').find((label) => label.textContent.trim() === name);
  if (!found) throw new Error(`no checkbox is named "${name}"`);
  return found;
};

export const checkedIn = (matcher: GuideMatcher) =>
  findAll<HTMLInputElement>(matcher, 'input:checked').map(({ labels }) => labels![0].textContent.trim());

/** Clicks labels as a reader does; a second click unchecks. */
export async function check(matcher: GuideMatcher, ...names: string[]): Promise<void> {
  for (const name of names) {
    labelNamed(matcher, name).click();
    await matcher.updateComplete;
  }
}

export async function press(matcher: GuideMatcher, name: string): Promise<void> {
  findAll(matcher, 'button')
    .find((button) => button.textContent.trim() === name)!
    .click();
  await matcher.updateComplete;
}
