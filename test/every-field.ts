import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/base/guide-element.js';
import { elements } from '../src/entries/register.js';
import { type Tag, guideParts } from './examples.js';
import { findAll, settled } from './helpers.js';

export type Path = (string | number)[];
export interface FieldExample {
  readonly tag: Tag;
  readonly content: Record<string, unknown>;
}

/** The paths of all values in the content. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (!value || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))].filter(
    ({ length }) => length,
  );
}

export const valueAt = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], content);

/** A copy with one value replaced, or removed if it is `undefined`. */
export function withValue<Content>(content: Content, path: Path, value: unknown): Content {
  const copy = structuredClone(content);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
  const key = String(path.at(-1));
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy;
}

/** Keeps two entries of each list: that is enough to break. */
const shortened = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.slice(0, 2).map(shortened)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shortened(child)]))
      : value;

/** Every field of a guide besides its parts, and a few parts; each part is also tested on its own. */
const GUIDE = {
  title: 'Is it overused?',
  lang: 'en',
  summary: { text: 'In short.' },
  redFlags: { body: 'Call at once.', tone: 'caution' },
  sections: [{ id: 'why', heading: 'Why?', body: 'Because.' }],
  statistics: [{ label: 'say so', value: 10, population: 'Adults', source: { title: 'S', url: '#s' }, section: 'why' }],
  faq: { items: [{ question: 'When?', answer: 'Now.' }] },
  cta: { label: 'Call', href: '#call', phone: '555 0100' },
  disclaimer: { text: 'No advice.' },
};

/** Fields that the demo's guide does not use. */
const MORE: Partial<Record<Tag, object>> = {
  'guide-checklist': { title: 'Ask' },
  'guide-cta': { phone: '555 0100' },
  'guide-matcher': {
    title: 'Match',
    findings: [{ id: 'tear', label: 'A tear', explanation: 'In the disc.', options: ['a', 'b'], why: 'It fits.' }],
    options: [
      { id: 'a', name: 'A', href: '#a' },
      { id: 'b', name: 'B' },
    ],
    note: 'Ask.',
  },
  'guide-note': { title: 'Red flags', tone: 'urgent' },
  'guide-sources': { title: 'From', review: { by: 'Us', on: '2026-01-02', due: '2099-01-02' } },
  'guide-statistic': { period: 'A year' },
  'guide-summary': { title: 'In short' },
};

/** Every field of each element. */
export const EXAMPLES: FieldExample[] = [
  ...(Object.keys(elements) as Tag[]).flatMap((tag) => {
    const part = guideParts.find(({ element }) => element === tag);
    return part ? { tag, content: { ...(shortened(part.content) as Record<string, unknown>), ...MORE[tag] } } : [];
  }),
  {
    tag: 'guide-contents',
    content: { title: 'What is here', items: ['a', 'b'].map((text) => ({ text, href: `/${text}` })) },
  },
  { tag: 'guide-disclaimer', content: { placement: 'inline', dismissible: true } },
  { tag: 'patient-guide', content: GUIDE },
];

export const examplesOf = (tag: Tag): FieldExample[] => EXAMPLES.filter((example) => example.tag === tag);

/** URLs, and phone numbers, which become URLs. */
export const isAddress = (path: Path): boolean => /^(?:href|url|phone)$/.test(String(path.at(-1)));

/** Whether people read the value; ids, dates and choices are for the kit. */
export const isText = (content: unknown, path: Path): boolean =>
  typeof valueAt(content, path) === 'string' &&
  !isAddress(path) &&
  !/^(?:id|placement|tone|section|lang|on|due)$/.test(String(path.at(-1))) &&
  path.at(-2) !== 'options';

/** Whether the text is Markdown, which can have links; other text is plain. */
export const isMarkdown = (tag: Tag, path: Path): boolean =>
  (/^(?:text|body|answer|why|explanation|mixed|note|caveat|intro|summary)$/.test(String(path.at(-1))) &&
    tag !== 'guide-contents') ||
  path.at(-2) === 'answers' ||
  (tag === 'guide-takeaways' && path.at(-2) === 'items');

export const CLEAR_ERROR =
  /^<(?:guide-\w+|patient-guide)> (?:content property|content of the guide)[^]*: found [^]+, expected [^]+\. Fix: [^]+\.$/;

/** Every element in the shadow tree and in nested shadow trees. */
export const allIn = (element: Element): HTMLElement[] =>
  findAll(element, '*').flatMap((inner) => [inner, ...(inner.shadowRoot ? allIn(inner) : [])]);

/** Everything that a visitor may read or hear. */
export const shownBy = (element: Element): string =>
  [
    element.shadowRoot!.textContent,
    ...allIn(element).flatMap((inner) => [
      inner.shadowRoot?.textContent,
      inner.ariaLabel,
      inner.getAttribute('abbr'),
      inner.getAttribute('placeholder'),
    ]),
  ].join('\n');

/** The elements that the kit's templates use. */
export const KNOWN =
  'div, section, h1, h2, h3, h4, h5, h6, p, ul, ol, li, strong, em, a, button, span, svg, path, table, caption, thead, tbody, tr, th, td, slot, style, nav, article, figure, figcaption, bdi, dl, dt, dd, time, fieldset, form, legend, label, input, textarea, footer';
/** Only a guide contains other kit elements. */
const KNOWN_IN_GUIDE = `${KNOWN}, ${Object.keys(elements).join()}`;

/** Expects nothing in the shadow trees but what the kit's templates render. */
export function expectInert(element: Element, what: string): void {
  const all = allIn(element);
  const known = element.localName === 'patient-guide' ? KNOWN_IN_GUIDE : KNOWN;
  const strange = all.filter((inner) => !inner.matches(known));
  expect(
    strange.map((inner) => inner.outerHTML),
    what,
  ).to.deep.equal([]);
  const running = all.flatMap((inner) =>
    inner
      .getAttributeNames()
      .filter((name) => /^on|^(?:style|src|srcset|srcdoc|action|formaction|is|target)$/i.test(name)),
  );
  expect(running, what).to.deep.equal([]);
  for (const inner of all)
    if (inner.hasAttribute('href'))
      expect((inner as HTMLAnchorElement).protocol, what).to.match(/^(?:https?|mailto|tel|sms):$/);
}

const boxes: Element[] = [];

/** Like `show`, but without waiting for a frame, because this runs thousands of times. */
export async function showAtOnce(tag: Tag, content: unknown): Promise<GuideElement<object>> {
  const element = document.createElement(tag) as GuideElement<object>;
  element.content = content as object;
  const box = document.createElement('div');
  boxes.push(box);
  document.body.append(box);
  box.append(element);
  await element.updateComplete;
  return element;
}

/** Shows content with a fallback and expects either the fallback or the content to be visible, never both. */
export async function showSafely(tag: Tag, content: unknown, what: string): Promise<GuideElement<object>> {
  const element = await showAtOnce(tag, content);
  element.innerHTML = '<p>Call us.</p>';
  for (const inner of allIn(element)) await (inner as Partial<GuideElement<object>>).updateComplete;
  expectInert(element, what);
  const isFallback = element.firstElementChild!.checkVisibility();
  const isContent = findAll(element, '.base').some((base) => base.getBoundingClientRect().height > 0);
  // Contents with fewer than two entries are valid and show nothing.
  if (tag === 'guide-contents' && element.content && !findAll(element, 'li').length)
    expect(isFallback || isContent, what).to.equal(false);
  else expect([isFallback, isContent].filter(Boolean), `${what}: either fallback or content`).to.have.length(1);
  if (tag === 'patient-guide') expect(findAll(element, 'guide-disclaimer'), `${what}: a disclaimer`).to.have.length(1);
  return element;
}

let trapped = 0;
let thrown: unknown[] = [];
let moves: string[] = [];
let asked: string[] = [];
const onError = (event: ErrorEvent) => void thrown.push(event.error ?? event.message);
const onRejection = (event: PromiseRejectionEvent) => void thrown.push(event.reason);
const onMove = (event: Event) => void moves.push(event.type);
const observer = new PerformanceObserver((list) => asked.push(...list.getEntries().map(({ name }) => name)));

/** Code that ran, requests and navigation since the test began or since the last call. */
export function harmDone(): { ran: number; asked: string[]; moves: string[] } {
  asked.push(...observer.takeRecords().map(({ name }) => name));
  const harm = { ran: trapped, asked, moves };
  trapped = 0;
  asked = [];
  moves = [];
  return harm;
}

/** Records in each test if content calls `trap()`, makes a request or navigates; `harmDone` returns the record. */
export function watchForHarm(): void {
  const own = Object.getOwnPropertyDescriptors(window);
  const types = ['hashchange', 'popstate', 'beforeunload'];

  beforeEach(() => {
    Object.assign(window, { trap: () => ++trapped, open: () => void moves.push('open'), print: () => undefined });
    for (const type of types) addEventListener(type, onMove);
    observer.observe({ type: 'resource' });
  });

  afterEach(async () => {
    await settled();
    for (const box of boxes.splice(0)) box.remove();
    for (const type of types) removeEventListener(type, onMove);
    Object.defineProperties(window, { open: own.open, print: own.print });
    // Late harm, such as the error of a missing image, doesn't count for the next test.
    Object.assign(window, { trap: () => undefined });
  });

  after(() => {
    harmDone();
    observer.disconnect();
  });
}

/** Expects after each test that none of that happened and nothing was thrown. */
export function expectNoHarm(): void {
  watchForHarm();

  beforeEach(() => {
    thrown = [];
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
  });

  afterEach(() => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
    expect(harmDone(), 'what content did').to.deep.equal({ ran: 0, asked: [], moves: [] });
    expect(thrown, 'what was thrown').to.deep.equal([]);
    expect(Object.keys(Object.prototype), 'properties added to every object').to.deep.equal([]);
  });
}

/** The events that a reader's actions can cause. */
const DEEDS: [new (type: string, init: EventInit) => Event, string][] = [
  [PointerEvent, 'pointerover pointerenter pointermove pointerdown pointerup'],
  [MouseEvent, 'mouseover mouseenter mousemove mousedown mouseup contextmenu dblclick'],
  [KeyboardEvent, 'keydown keypress keyup'],
  [FocusEvent, 'focus focusin blur focusout'],
  [Event, 'input change submit toggle beforematch load error animationstart transitionend scroll'],
  [DragEvent, 'dragstart dragover drop'],
];

/**
 * Sends every event to everything in the element, focuses it and clicks it, except for safe links. One after the other:
 * focus needs a layout, which a click before it would have undone.
 */
export function useAll(element: Element): void {
  const all = [element as HTMLElement, ...allIn(element)];
  for (const inner of all)
    for (const [Type, types] of DEEDS)
      for (const type of types.split(' '))
        inner.dispatchEvent(
          new Type(type, { bubbles: !/^(?:load|error)$/.test(type), composed: true, cancelable: true }),
        );
  for (const inner of all) if (inner.tabIndex >= 0 || inner.hasAttribute('tabindex')) inner.focus();
  for (const inner of all) {
    const isSafe = /^(?:https?|mailto|tel|sms):$/.test(inner.closest('a')?.protocol ?? '');
    // Printing opens a frame, and has its own test.
    const prints = inner.closest('button') && (inner.getRootNode() as ShadowRoot).host?.localName === 'guide-checklist';
    if (isSafe || prints) continue;
    // SVG shapes have no click method.
    inner.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
  }
  for (const type of ['beforeprint', 'afterprint']) dispatchEvent(new Event(type));
}
