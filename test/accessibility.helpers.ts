import { guides } from './examples.js';
import { addKit, closeFrames, openFrame, pressAll, rootsIn, styleOf } from './frames.js';
import type { PatientGuide } from '../src/elements/patient-guide/patient-guide.js';
import { settled } from './helpers.js';

const whole = {
  ...guides[0].content,
  note: { body: 'A [link](https://example.org/) in a note.', tone: 'caution', author: { name: 'The clinic' } },
  cta: { label: 'Schedule', href: '/schedule', phone: '+1 555 010 0199', text: 'Bring your report.' },
  disclaimer: { dismissible: true },
};

interface Look {
  readonly width?: number;
  readonly height?: number;
  /** The page’s CSS. */
  readonly css?: string;
  /** Also shows disclaimers fixed to the top and bottom of the window. */
  readonly bars?: boolean;
  /** Leaves the guide as it loads: nothing is pressed. */
  readonly untouched?: boolean;
}

/** Opens every question, checks every finding and adds a question of the reader’s own. */
export async function useAll(guide: Element): Promise<void> {
  const own = rootsIn(guide).flatMap((root) => [...root.querySelectorAll<HTMLInputElement>('.own input')])[0];
  own.value = 'How long will I be in hospital?';
  own.form!.querySelector('button')!.click();
  await pressAll([guide]);
}

/** Opens a page with a whole guide that a reader has used. */
export async function openGuide({
  width = 1000,
  height = 800,
  css = '',
  bars = false,
  untouched,
}: Look = {}): Promise<Document> {
  const barsOf = (placement: string) =>
    bars
      ? `<guide-disclaimer content='{"text":"Text.","dismissible":true,"placement":"${placement}"}'></guide-disclaimer>`
      : '';
  const page = await openFrame(
    `<!doctype html><html lang="en"><style>body { margin: 8px; background: #fff; color: #222 } ${css}</style><title>Guide</title>
    ${barsOf('top')}<a href="#before">Before</a><patient-guide></patient-guide><a href="#after">After</a>${barsOf('bottom')}`,
    width,
    height,
  );
  // Focus can move here from the frame, so it doesn’t leave the page.
  for (const place of ['prepend', 'append'] as const) {
    const button = document.createElement('button');
    button.className = 'outside';
    document.body[place](button);
  }
  await addKit(page);
  const guide = page.querySelector<PatientGuide>('patient-guide')!;
  guide.content = whole as never;
  await settled();
  await settled();
  if (!untouched) await useAll(guide);
  (page.activeElement as HTMLElement | null)?.blur();
  return page;
}

export const everything = (page: Document): Element[] =>
  [...page.querySelectorAll('body *')].flatMap((element) => [
    element,
    ...rootsIn(element).flatMap((root) => [...root.querySelectorAll('*')]),
  ]);

export const insideKit = (page: Document): Element[] =>
  everything(page).filter((element) => element.getRootNode() !== page && element.checkVisibility());

/** The tab stops in reading order, including those in shadow trees. */
export function stopsIn(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const isStop = element.matches('a[href], button, input, textarea, [tabindex="0"]') && element.checkVisibility();
    return [...(isStop ? [element] : []), ...(element.shadowRoot ? stopsIn(element.shadowRoot) : [])];
  });
}

export const nameOf = (element: Element | null | undefined): string =>
  element
    ? `${element.localName} ${element.getAttribute('aria-label') ?? (element.textContent.trim() || element.id)}`.slice(
        0,
        60,
      )
    : 'nothing';

/** Boxes that cut off their text or scroll sideways. */
export const lostIn = (page: Document): string[] =>
  insideKit(page)
    .filter((element) => styleOf(element).clipPath === 'none' && !element.closest('svg, .visually-hidden'))
    .flatMap((element) => {
      const { overflowX, overflowY, position } = styleOf(element);
      const isCut = (overflow: string, size: number, room: number) => !/visible/.test(overflow) && size > room + 1;
      const scrolls = overflowY === 'auto' && position === 'fixed';
      return isCut(overflowX, element.scrollWidth, element.clientWidth) ||
        (isCut(overflowY, element.scrollHeight, element.clientHeight) && !scrolls)
        ? `${nameOf(element)} ${element.className}: ${element.scrollWidth} × ${element.scrollHeight} in ${element.clientWidth} × ${element.clientHeight}`
        : [];
    });

/** Controls whose text overflows their box. */
export function collisionsIn(page: Document): string[] {
  const range = page.createRange();
  return stopsIn(page)
    .filter((stop) => stop.matches('button, .actions a') && stop.textContent.trim())
    .filter((stop) => {
      range.selectNodeContents(stop);
      const [words, box] = [range.getBoundingClientRect(), stop.getBoundingClientRect()];
      return (
        words.left < box.left - 1 ||
        words.right > box.right + 1 ||
        words.top < box.top - 1 ||
        words.bottom > box.bottom + 1
      );
    })
    .map(nameOf);
}

export const isSidewaysFree = ({ documentElement: root }: Document): boolean => root.scrollWidth <= root.clientWidth;

/** The space between two fixed bars. */
export function openRoom(page: Document): { top: number; bottom: number } {
  const [top, bottom] = [...page.querySelectorAll('guide-disclaimer')].map((bar) =>
    bar.shadowRoot!.querySelector('.bar')!,
  );
  const isFixed = (bar: Element) => styleOf(bar).position === 'fixed';
  return {
    top: isFixed(top) ? top.getBoundingClientRect().bottom : 0,
    bottom: isFixed(bottom) ? bottom.getBoundingClientRect().top : page.defaultView!.innerHeight,
  };
}

export function close(): void {
  closeFrames();
  document.querySelectorAll('.outside').forEach((button) => button.remove());
}
