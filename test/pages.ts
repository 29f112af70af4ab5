import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { GuideElement } from '../src/base/guide-element.js';
import { version } from '../src/page/version.js';
import { elements } from '../src/entries/register.js';
import { showHtml } from './helpers.js';

/** The script-tag file. */
export const FILE = '/dist/patient-guide.js';
export const TAGS = Object.keys(elements);
/** The nonce of inline scripts, for policies that ask for one. */
export const NONCE = 'R4nd0m';

/** What a page reports once it has loaded and its elements work. */
export interface Report {
  /** The text of the first element with each tag, including those in shadow trees. */
  readonly texts: Record<string, string | undefined>;
  /** Properties of `window`, `Symbol` and `Object.prototype` that were not there before. */
  readonly added: string[];
  /** Everything logged or thrown, and every policy violation. */
  readonly lines: string[];
  readonly requests: string[];
  readonly stored: string[];
  readonly hasStorage: boolean;
  /** The page's structured data. */
  readonly data: string[];
  /** The result of each thing that a reader does, if the page was used. */
  readonly used: Record<string, unknown>;
}

/** Runs in the page before anything else, so it must not use anything from this file. */
function probe(tags: string, isUsed: boolean): void {
  type Part = GuideElement<object>;
  const names = () =>
    [...Reflect.ownKeys(window), ...Reflect.ownKeys(Symbol), ...Reflect.ownKeys(Object.prototype)].map(String);
  const before = new Set(names());
  const lines: string[] = [];
  for (const kind of ['log', 'info', 'debug', 'warn', 'error'] as const)
    console[kind] = (...words: unknown[]) => void lines.push(`${kind}: ${String(words[0])}`);
  addEventListener('error', ({ message }) => lines.push(`thrown: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => lines.push(`rejected: ${String(reason)}`));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
    lines.push(`violated: ${effectiveDirective}`),
  );
  const stored = () => {
    try {
      return [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie];
    } catch {
      return undefined;
    }
  };
  const storedBefore = String(stored());
  const inside = (root: ParentNode): Part[] =>
    [...root.querySelectorAll<Part>(tags)].flatMap((element) => [
      element,
      ...(element.shadowRoot ? inside(element.shadowRoot) : []),
    ]);
  const deepText = (node: Node): string => {
    if (node.nodeType === Node.COMMENT_NODE || (node as Element).localName === 'style') return '';
    if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
    return [...((node as Element).shadowRoot ?? node).childNodes].map(deepText).join('');
  };
  const textOf = (element: Part) => {
    const isAtWork = element.shadowRoot?.querySelector('.base');
    return [element.localName, isAtWork ? deepText(element).replace(/\s+/g, ' ').trim() : undefined];
  };
  const updated = async () => {
    // Parts update after their guide, and contents after the sections.
    for (let round = 0; round < 3; round++) for (const element of inside(document.body)) await element.updateComplete;
  };

  /** Does everything a reader can do: opens, checks, types, adds, prints, copies, dismisses. */
  const use = async () => {
    const prints: string[] = [];
    window.print = () => prints.push('the page');
    const original = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get(this: HTMLIFrameElement) {
        const view = original.get!.call(this) as Window;
        if (this.contentDocument)
          view.print = () => {
            const { body, adoptedStyleSheets } = view.document;
            const text = body.textContent.replace(/\s+/g, ' ');
            prints.push(`${text} ${body.style.fontFamily} ${adoptedStyleSheets.length}`);
            view.dispatchEvent(new Event('afterprint'));
          };
        return view;
      },
    });
    const findAll = <Type extends Element = HTMLElement>(tag: string, selector: string) =>
      inside(document.body).flatMap((element) =>
        element.localName === tag ? [...element.shadowRoot!.querySelectorAll<Type>(selector)] : [],
      );
    const press = (tag: string, selector: string) => findAll(tag, selector).forEach((button) => button.click());
    const write = (tag: string, selector: string, text: string) => {
      for (const field of findAll<HTMLInputElement>(tag, selector)) {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    };
    const count = (tag: string, selector: string) => findAll(tag, selector).length;

    press('guide-faq', '.question');
    press('guide-faq', '.share');
    press('guide-matcher', 'input');
    press('guide-checklist', 'input[type=checkbox]');
    write('guide-checklist', 'textarea', 'A note');
    write('guide-checklist', '.own input', 'Mine?');
    press('guide-checklist', '.own button');
    await updated();
    const matched = count('guide-matcher', '[part=panel]:not([hidden])');
    press('guide-matcher', '[part=panel] button');
    press('guide-checklist', 'div > button');
    press('guide-disclaimer', 'button');
    await updated();
    await tasks();
    return {
      opened: count('guide-faq', '[aria-expanded=true]'),
      copied: findAll('guide-faq', '[role=status]').map(({ textContent }) => textContent.trim()),
      matched,
      questions: findAll('guide-checklist', 'li label').map(({ textContent }) => textContent),
      prints,
      links: findAll<HTMLAnchorElement>('guide-contents', 'a').map(({ hash }) => hash),
      dismissed: count('guide-disclaimer', '[data-dismissible]') === 0,
    };
  };

  /** Frames load and violations are reported in tasks of their own. */
  const isLits = /^(?:lit(?:Element|Html)Versions|litPropertyMetadata|reactiveElementVersions|metadata)$/;
  const tasks = async () => {
    for (let task = 0; task < 3; task++) await new Promise((done) => setTimeout(done));
  };
  const answered = new Set<EventTarget | null>();
  for (const type of ['guide-ready', 'guide-error'])
    document.addEventListener(type, ({ target }) => answered.add(target), true);
  const tell = async () => {
    const files = document.querySelectorAll(`:is(${tags})[src]:defined`);
    while ([...files].some((element) => !answered.has(element))) await new Promise((done) => setTimeout(done));
    await updated();
    await tasks();
    // Structured data comes with code that is loaded on demand: half a second is for a page that never gets any.
    for (let task = 0; task < 50 && document.querySelector('[structured-data]:defined'); task++) {
      if (document.querySelector('[type="application/ld+json"]')) break;
      await new Promise((done) => setTimeout(done, 10));
    }
    const report = {
      texts: Object.fromEntries(inside(document.body).reverse().map(textOf)) as Report['texts'],
      requests: performance.getEntriesByType('resource').map(({ name }) => name),
      data: [...document.querySelectorAll('[type="application/ld+json"]')].map(({ textContent }) => textContent),
      // Always report: a test that times out waiting for the report does not say why.
      used: isUsed ? await use().catch((error: unknown) => ({ failed: String(error) })) : {},
      // Lit’s own version markers, and what its decorators keep, are all that the kit may add.
      added: names().filter((name) => !before.has(name) && !isLits.test(name) && name !== 'print'),
      lines,
      stored: String(stored()) === storedBefore ? [] : stored()!,
      hasStorage: !!stored(),
    } satisfies Report;
    parent.postMessage(report, '*');
  };
  // By then all scripts have run, except one that is only added then.
  addEventListener('load', () => {
    if (document.querySelector('[data-late]')) document.addEventListener('late', () => void tell());
    else void tell();
  });
}

export const attribute = (content: object) =>
  JSON.stringify(content).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const options = [
  { id: 'a', name: 'Fusion' },
  { id: 'b', name: 'Fibrin' },
];
const rows = [{ question: 'Does it last?', answers: { a: 'It does.' } }];
const items = [{ question: 'Is it “safe”?', answer: 'As *a rule*.' }];

const finding = { id: 'tear', label: 'A tear', options: ['b'], why: 'It is in the disc.' };
/** A guide with the parts that are not on the page themselves. */
export const guide = {
  title: 'Is it “overused”?',
  redFlags: { title: '', body: 'Numb? **Call** at once.' },
  sections: [{ id: 'why', heading: 'Why?', body: 'Because.' }],
  statistics: [{ label: 'had pain', value: 10, population: 'Adults', source: { title: 'A study', year: 2013 } }],
  matcher: { title: 'Match', findings: [finding], options, mixed: 'Ask again.' },
  checklist: { title: 'Ask', items: ['What if I wait?'] },
  sources: { items: [{ title: 'A study', year: 2013 }], review: { by: 'A doctor', on: '2026-11-22' } },
  cta: { label: 'Call us', href: '#call' },
  disclaimer: { title: 'Note', text: 'Not advice.' },
};
const base64 = (content: object) =>
  btoa(JSON.stringify(content).replace(/[“”]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`));

/** Every element as a web team pastes it, each with its content passed in differently. */
export const BODY = `
  <h1>A clinic</h1>
  <guide-takeaways content="${attribute({ title: 'Remember', items: ['One & **all**', 'Two'] })}"><p>Call us.</p></guide-takeaways>
  <guide-summary content='{"title": "In short", "text": "It is *mixed*."}'></guide-summary>
  <guide-contents></guide-contents>
  <guide-section content="${encodeURIComponent(JSON.stringify({ id: 'when', heading: 'When?', body: 'Now.' }))}"></guide-section>
  <guide-comparison><script type="application/json">${JSON.stringify({ title: 'Compare', options, rows })}</script></guide-comparison>
  <guide-faq data-content="${base64({ items })}"></guide-faq>
  <guide-disclaimer content="{}"></guide-disclaimer>
  <patient-guide data-content="${base64(guide)}"></patient-guide>`;

const TEXTS: Record<string, string | RegExp> = {
  'guide-takeaways': 'Remember One & all Two',
  'guide-summary': 'In short It is mixed.',
  'guide-contents': 'What this guide covers When? Why?',
  'guide-section': 'When? Now.',
  'guide-comparison':
    'Compare Compare Question Fusion Fibrin Does it last? Does it last? It does. Does it last? Not stated',
  'guide-faq': 'Common questions Is it “safe”? As a rule.',
  'guide-disclaimer': /^Medical disclaimer This is general information, not medical advice/,
};
/** The guide's parts, in order. */
const GUIDE_TEXTS: Record<string, string> = {
  'guide-note': 'Numb? Call at once.',
  'guide-statistic': '10 of 100 people had pain Who was counted Adults Source A study (2013)',
  'guide-matcher':
    'Match What does your imaging report say? What you tick stays on this page. It is not sent or stored. A tear None of these, or I don’t know What your findings are matched to This is not clear-cut Ask again. A tear Matched to Fibrin It is in the disc. Print Start again This informs you. It does not diagnose. It does not take the place of an evaluation by a qualified physician.',
  'guide-checklist': 'Ask What if I wait? Your own question Add Print',
  'guide-sources': 'Sources and review A study 2013 Reviewed by A doctor Reviewed on November 22, 2026',
  'guide-cta': 'Call us',
};
const GUIDE_TEXT = [
  'Is it “overused”?',
  GUIDE_TEXTS['guide-note'],
  'Why? Because.',
  ...Object.values(GUIDE_TEXTS).slice(1),
  'Note Not advice.',
].join(' ');

/** An inline script that a policy with a nonce allows. */
export const inline = (code: string) => `<script nonce="${NONCE}">${code}</script>`;

interface PageParts {
  readonly head?: string;
  readonly body?: string;
  readonly end?: string;
  /** Whether to do everything that a reader can do. */
  readonly isUsed?: boolean;
}

export function pageWith({ head = '', body = BODY, end = '', isUsed = false }: PageParts): string {
  const start = inline(`(${String(probe)})(${JSON.stringify(TAGS.join())}, ${isUsed})`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A clinic</title>${start}${head}</head><body>${body}${end}</body></html>`;
}

export const pageOf = (head: string, end = '', body = BODY) => pageWith({ head, end, body });

/** Loads the page in a frame and waits for its report. */
export async function load(page: string, attributes: Record<string, string> = {}): Promise<Report> {
  const frame = document.createElement('iframe');
  for (const [name, value] of Object.entries({ srcdoc: page, ...attributes }))
    if (value) frame.setAttribute(name, value);
  const report = new Promise<Report>((resolve) => {
    const hear = ({ source, data }: MessageEvent<Report>) => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', hear);
      resolve(data);
    };
    addEventListener('message', hear);
  });
  (await showHtml('<div></div>')).append(frame);
  return report;
}

/** Serves a page on another origin with these headers, and returns its URL. */
export const serve = (page: string, headers: Record<string, string> = {}): Promise<string> =>
  executeServerCommand<string, { page: string; headers: Record<string, string> }>('serve-page', { page, headers });

/** Another origin that serves the same files unchanged. */
export const otherOrigin = async (): Promise<string> => (await fetch('/__other-origin')).text();

/** The URL of the file as another version, optionally without one of the elements. */
export async function otherVersion(name: string, without = ''): Promise<string> {
  let code = await (await fetch((await otherOrigin()) + FILE)).text();
  const replace = (pattern: RegExp, replacement: string) => {
    expect([...code.matchAll(pattern)], `${pattern} in the file`).to.have.length(1);
    code = code.replace(pattern, replacement);
  };
  replace(new RegExp(`"${version}"`, 'g'), `"${name}"`);
  if (without) replace(new RegExp(`"${without}":[$\\w]+,?`, 'g'), '');
  return serve(code, { 'content-type': 'text/javascript; charset=utf-8' });
}

/** Expects every element to show its text, except for `others`. */
export function expectTexts({ texts }: Report, others: string[] = []): void {
  const spaced = (text = '') => text.replace(/\s+/g, '');
  const expected = { ...TEXTS, ...GUIDE_TEXTS, 'patient-guide': GUIDE_TEXT };
  expect(Object.keys(expected).sort()).to.deep.equal([...TAGS].sort());
  for (const [tag, text] of Object.entries(expected))
    if (others.includes(tag)) expect(texts[tag], tag).to.equal(undefined);
    else if (typeof text === 'string') expect(spaced(texts[tag]), tag).to.equal(spaced(text));
    else expect(texts[tag]!.replace(/(disclaimer)\s*(This)/, '$1 $2'), tag).to.match(text);
}

/** Expects every element to show its text and the page to be otherwise unchanged, except for these console lines. */
export function expectAtWork(report: Report, expectedLines: string[] = []): void {
  expectTexts(report);
  const { added, lines, stored } = report;
  expect(added, 'what was added to the page').to.deep.equal([]);
  expect(lines, 'what was written to the console').to.deep.equal(expectedLines);
  expect(stored, 'what was stored').to.deep.equal([]);
}

/** A guide, an FAQ and a disclaimer with all of their features on. */
export const USED = `
  <patient-guide structured-data content="${attribute(guide)}">Call us.</patient-guide>
  <guide-faq share content="${attribute({ items: [{ question: 'Q?', answer: 'A.' }] })}">Call us.</guide-faq>
  <guide-disclaimer content='{"placement": "bottom", "dismissible": true}'></guide-disclaimer>`;

/** Expects that everything a reader does worked on the page above, and that nothing was logged or blocked. */
export function expectUsed({ used, data, lines }: Report, expectedPrints: unknown[] = []): void {
  expect(lines).to.deep.equal([]);
  const { prints, questions, copied, ...rest } = used as Record<string, string[]>;
  expect(rest).to.deep.equal({ opened: 1, matched: 1, dismissed: true, links: [] });
  expect(questions).to.deep.equal(['What if I wait?', 'Mine?']);
  expect(copied.join()).to.match(/copied|address/);
  if (expectedPrints.length) expect(prints).to.deep.equal(expectedPrints);
  else {
    expect(prints).to.have.length(2);
    // Its text, its font, its style sheets.
    expect(prints[1]).to.match(/wait\? ?A note ?Mine\?.* \S+ [1-9]\d*$/);
  }
  expect(data).to.have.length(1);
  expect(JSON.parse(data[0])).to.have.nested.property('@graph[1].mainEntity[0].name', 'Q?');
}

/** Expects requests for the file itself only. A browser may answer a second one from its cache. */
export function expectOneRequest({ requests }: Report, address: string): void {
  expect([...new Set(requests)]).to.deep.equal([new URL(address, location.href).href]);
}

export const script = (attributes = '', address = FILE) => `<script src="${address}" ${attributes}></script>`;
export const inject = (place: string, properties = '', address = FILE) =>
  inline(`
  addEventListener('load', () => {
    const script = Object.assign(document.createElement('script'), { ${properties} });
    script.onload = () => document.dispatchEvent(new Event('late'));
    script.src = '${address}';
    document.${place}.append(script);
  });`).replace('<script', '<script data-late');
