import type { GuideElement, GuideFaq } from 'patient-guide';
import { type Page, type State, box, faqOf, faulty, heard, initial } from './scenario.js';

const find = (id: string) => document.getElementById(id) as GuideElement<object> | null;
const faq = () => find('faq') as GuideFaq;
const textOf = (id: string) => find(id)?.shadowRoot?.querySelector('.base')?.textContent ?? '';
const press = (id: string, selector: string) => find(id)?.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
const isFallbackSeen = (id: string) => !!find(id)?.querySelector('p')?.assignedSlot;

/** Whether a condition becomes true within a second: frameworks and elements update on their own schedules. */
async function becomes(isSo: () => boolean): Promise<boolean> {
  for (const end = Date.now() + 1000; !isSo(); await new Promise(requestAnimationFrame))
    if (Date.now() > end) return false;
  return true;
}

/** Each checks that the framework works with the elements. They run in this order, on one page. */
export function behavioursOf(page: Page): Record<string, () => Promise<boolean>> {
  const changes = async (change: Partial<State>, isSo: () => boolean) => {
    page.set(change);
    return becomes(isSo);
  };
  const hears = (words: string) => becomes(() => heard.includes(words));
  /** Shows the fallback first, without an error, then the content. */
  const waits = async (id: string) =>
    (await changes({ late: undefined }, () => isFallbackSeen(id))) &&
    !faulty.has(id) &&
    (await changes({ late: faqOf('Late?') }, () => textOf(id).includes('Late?') && !isFallbackSeen(id))) &&
    changes({ late: undefined }, () => isFallbackSeen(id));

  return {
    // The checks of custom-elements-everywhere.com; all of this kit's events have dashes in their names.
    'no children': () => becomes(() => textOf('empty').includes('In short.')),
    children: () => becomes(() => isFallbackSeen('null') && find('null')!.innerText === 'Call us.'),
    'changing children': () => changes({ fallback: 'Write us.' }, () => find('null')!.innerText === 'Write us.'),
    'hidden and shown': async () =>
      (await changes({ isShown: false }, () => !find('faq'))) &&
      changes({ isShown: true }, () => textOf('faq').includes('First?')),
    boolean: async () =>
      (await changes({ single: true }, () => faq().single)) && changes({ single: false }, () => !faq().single),
    number: () => changes({ level: 4 }, () => !!find('json')!.shadowRoot!.querySelector('h4')),
    text: () => changes({ lang: 'es' }, () => textOf('empty').includes('La respuesta breve')),
    'manual listener': async () => {
      press('faq', 'button.question');
      return hears('by hand true');
    },
    'object as property': () => becomes(() => textOf('faq').includes('First?') && !faq().hasAttribute('content')),
    'list in an object': () =>
      changes({ faq: faqOf('One?', 'Two?') }, () => textOf('faq').includes('One?') && textOf('faq').includes('Two?')),
    'camel case name': () => changes({ level: 5 }, () => !!faq().shadowRoot!.querySelector('h5')),
    'guide-ready': () => hears('guide-ready'),
    'guide-toggle': () => hears('guide-toggle 0 true'),
    'guide-action': async () => {
      press('action', 'a');
      return hears('guide-action link');
    },
    'guide-dismiss': async () => {
      press('disclaimer', 'button');
      return hears('guide-dismiss');
    },
    'guide-error': () => hears('guide-error guide-faq'),

    'JSON as attribute': async () =>
      textOf('json').includes('One') && changes({ json: '{ "items": ["Two"] }' }, () => textOf('json').includes('Two')),
    'null first, content later': () => waits('null'),
    'undefined first, content later': () => waits('undefined'),
    '"" first, content later': () => waits('blank'),
    'false first, content later': () => waits('false'),
    'reordered list': async () => {
      const before = [...box.querySelectorAll<GuideElement<object>>('li > guide-faq')];
      before[0]!.shadowRoot!.querySelector<HTMLElement>('button.question')!.click();
      const [a, b, c] = initial.list as [State['list'][0], State['list'][0], State['list'][0]];
      const list = [c, { id: 'd', content: faqOf('d?') }, a, b];
      const now = () => [...box.querySelectorAll<GuideElement<object>>('li > guide-faq')];
      return (
        (await changes({ list }, () => now().length === 4 && /d\?/.test(now()[1]!.shadowRoot!.textContent))) &&
        now()[0] === before[2] &&
        now()[2] === before[0] &&
        now()[3] === before[1] &&
        before[0]!.shadowRoot!.querySelector('button.question')!.ariaExpanded === 'true'
      );
    },
    'object, element defined later': async () => {
      await import('patient-guide/guide-section');
      return becomes(() => textOf('later').includes('Defined later.'));
    },
    'object set manually, element defined later': () =>
      becomes(() => textOf('later-by-hand').includes('Defined later.')),
    unmount: async () => {
      page.unmount();
      return becomes(() => !box.querySelector('guide-faq, guide-cta, guide-summary'));
    },
  };
}

/** Exposes the checks to the driver. */
export const open = (page: Page) => Object.assign(window, { behaviours: behavioursOf(page) });
