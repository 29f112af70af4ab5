import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/core/guide-element.js';
import { elements } from '../src/register.js';
import { type Tag, guideParts } from './examples.js';
import { consoleOf, findAll, settled, show, showHtml } from './helpers.js';

type Path = (string | number)[];
interface Example {
  readonly tag: Tag;
  readonly content: Record<string, unknown>;
}

/** Every one of these runs where it gets into the page as markup, code or a template. */
const PAYLOADS = {
  'an image with a handler': '<img src=x onerror="trap()">',
  'a handler without a space': '<img/src=x/onerror=trap()>',
  'a script': '<script>trap()</script>',
  'an svg': '<svg onload=trap()>',
  'the end of an attribute': '" onmouseover="trap()" x="',
  'the end of a raw text': '</script></style></textarea></title><img src=x onerror=trap()>',
  'a comment': '<!--><img src=x onerror=trap()>-->',
  'entities of markup': '&lt;img src=x onerror=trap()&gt; &#60;script&#62;trap()&#60;/script&#62; &amp;amp;',
  'a template literal': '${trap()}',
  'a mustache': '{{trap()}} {{constructor.constructor("trap()")()}}',
  'a placeholder of Lit': '<!--?lit$123456789$--><?lit$123456789$> lit$123456789$',
  'characters that end or turn a line': 'a\u0000b\u2028c\u202Ed',
};

const TRAP = 'trap';
let trapped = 0;
let thrown: unknown[] = [];
const onError = (event: ErrorEvent) => void thrown.push(event.error ?? event.message);
const onRejection = (event: PromiseRejectionEvent) => void thrown.push(event.reason);

/** What lies in the content, every value by its path. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (!value || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))].filter(
    ({ length }) => length,
  );
}

const valueAt = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], content);

/** A copy in which one value is another, or, with `undefined`, left out. */
function withValue<Content>(content: Content, path: Path, value: unknown): Content {
  const copy = structuredClone(content);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
  const key = String(path.at(-1));
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy;
}

/** Two of each list are enough to break. */
const shortened = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.slice(0, 2).map(shortened)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shortened(child)]))
      : value;

/** Every field that a guide can have beside its parts, and a few of those: each part has its own turn. */
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

/** Of each element every field. */
const EXAMPLES: Example[] = [
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

const examplesOf = (tag: Tag): Example[] => EXAMPLES.filter((example) => example.tag === tag);

/** Addresses, and a number that becomes one. */
const isAddress = (path: Path): boolean => /^(?:href|url|phone)$/.test(String(path.at(-1)));

/** Whether it is for people to read; ids, days and choices are for the kit. */
const isText = (content: unknown, path: Path): boolean =>
  typeof valueAt(content, path) === 'string' &&
  !isAddress(path) &&
  !/^(?:id|placement|tone|section|lang|on|due)$/.test(String(path.at(-1))) &&
  path.at(-2) !== 'options';

/** Whether the text takes links; others are plain. */
const isProse = (tag: Tag, path: Path): boolean =>
  (/^(?:text|body|answer|why|explanation|mixed|note|caveat|intro|summary)$/.test(String(path.at(-1))) &&
    tag !== 'guide-contents') ||
  path.at(-2) === 'answers' ||
  (tag === 'guide-takeaways' && path.at(-2) === 'items');

const CLEAR_FAULT =
  /^<(?:guide-\w+|patient-guide)> (?:content property|content of the guide)[^]*: found [^]+, expected [^]+\. Fix: [^]+\.$/;

/** Every element in the shadow tree, and in the shadow trees of those. */
const allIn = (element: Element): HTMLElement[] =>
  findAll(element, '*').flatMap((inner) => [inner, ...(inner.shadowRoot ? allIn(inner) : [])]);

/** What a visitor may read, hear or be led to. */
const shownBy = (element: Element): string =>
  [
    element.shadowRoot!.textContent,
    ...allIn(element).flatMap((inner) => [
      inner.shadowRoot?.textContent,
      inner.ariaLabel,
      inner.getAttribute('abbr'),
      inner.getAttribute('placeholder'),
    ]),
  ].join('\n');

const KNOWN =
  'div, section, h1, h2, h3, h4, h5, h6, p, ul, ol, li, strong, em, a, button, span, svg, path, table, caption, thead, tbody, tr, th, td, slot, style, nav, article, figure, figcaption, bdi, dl, dt, dd, time, fieldset, form, legend, label, input, textarea, footer';
/** A guide is made of the kit's own elements; nothing else is. */
const KNOWN_IN_GUIDE = `${KNOWN}, ${Object.keys(elements).join()}`;

/** Nothing in the shadow trees but what the kit's templates make. */
function expectInert(element: Element, what: string): void {
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

/** As `show` does it, which would wait for a frame each of these thousands of times. */
async function showAtOnce(tag: Tag, content: unknown): Promise<GuideElement<object>> {
  const element = document.createElement(tag) as GuideElement<object>;
  element.content = content as object;
  const box = document.createElement('div');
  boxes.push(box);
  document.body.append(box);
  box.append(element);
  await element.updateComplete;
  return element;
}

/** Shows it with a fallback; whatever it is, there is the fallback or something of the kit to be seen, and never both. */
async function showSafely(tag: Tag, content: unknown, what: string): Promise<GuideElement<object>> {
  const element = await showAtOnce(tag, content);
  element.innerHTML = '<p>Call us.</p>';
  for (const inner of allIn(element)) await (inner as Partial<GuideElement<object>>).updateComplete;
  expectInert(element, what);
  const isFallback = element.firstElementChild!.checkVisibility();
  const isContent = findAll(element, '.base').some((base) => base.getBoundingClientRect().height > 0);
  // Contents of fewer than two entries are right, and nothing to be seen.
  if (tag === 'guide-contents' && element.content && !findAll(element, 'li').length)
    expect(isFallback || isContent, what).to.equal(false);
  else expect([isFallback, isContent].filter(Boolean), `${what}: one of fallback and content`).to.have.length(1);
  if (tag === 'patient-guide') expect(findAll(element, 'guide-disclaimer'), `${what}: a disclaimer`).to.have.length(1);
  return element;
}

describe('hostile content', () => {
  beforeEach(() => {
    trapped = 0;
    thrown = [];
    Object.defineProperty(window, TRAP, { value: () => ++trapped, configurable: true });
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
  });

  afterEach(async () => {
    await settled();
    for (const box of boxes.splice(0)) box.remove();
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
    Reflect.deleteProperty(window, TRAP);
    expect(trapped, 'code in content that ran').to.equal(0);
    expect(thrown, 'what was thrown into the page').to.deep.equal([]);
    expect(Object.keys(Object.prototype), 'what was added to every object').to.deep.equal([]);
  });

  it('that runs is caught by these tests', async () => {
    const box = await showHtml('<div></div>');
    box.innerHTML = '<img src="data:," onerror="trap()">';
    await new Promise((done) => box.firstElementChild!.addEventListener('error', done));
    expect(trapped).to.equal(1);
    trapped = 0;
  });

  describe('markup and code in a text', () => {
    /** How many there are to try. */
    const TEXTS: Record<Tag, number> = {
      'guide-checklist': 4,
      'guide-comparison': 13,
      'guide-contents': 3,
      'guide-cta': 3,
      'guide-disclaimer': 2,
      'guide-faq': 5,
      'guide-matcher': 9,
      'guide-note': 4,
      'guide-section': 2,
      'guide-sources': 6,
      'guide-statistic': 5,
      'guide-summary': 2,
      'guide-takeaways': 3,
      'patient-guide': 12,
    };

    for (const tag of Object.keys(elements) as Tag[])
      for (const [name, payload] of Object.entries(PAYLOADS))
        it(`is shown as its characters in every text of <${tag}>: ${name}`, async () => {
          let texts = 0;
          for (const { content } of examplesOf(tag))
            for (const path of pathsOf(content).filter((path) => typeof valueAt(content, path) === 'string')) {
              const what = `${path.join('.')}: ${payload}`;
              let element: GuideElement<object> | undefined;
              const { errors } = await consoleOf(async () => {
                element = await showSafely(tag, withValue(content, path, payload), what);
              });
              if (isText(content, path)) {
                expect(errors, what).to.deep.equal([]);
                expect(shownBy(element!), what).to.include(payload);
                texts++;
              } else {
                expect(errors.length, what).to.be.at.most(1);
                for (const line of errors) expect(line, what).to.match(CLEAR_FAULT);
              }
              element!.parentElement!.remove();
            }
          expect(texts).to.equal(TEXTS[tag]);
        });

    it('is shown as its characters within stress, lists and links', async () => {
      const payload = PAYLOADS['an image with a handler'];
      const items = [
        `**${payload}** *${payload}*`,
        `[${payload}](https://example.org)`,
        `1. ${payload}\n2. ${payload}`,
      ];
      const element = await showSafely('guide-takeaways', { items }, 'prose');
      expect(shownBy(element).split(payload)).to.have.length(6);
      expect(findAll(element, 'strong, em, a, ol li').map((inner) => inner.textContent.trim())).to.deep.equal(
        Array.from({ length: 5 }, () => payload),
      );
    });

    it('is shown as its characters when it comes by attribute or script', async () => {
      const payload = PAYLOADS['an image with a handler'];
      const json = JSON.stringify({ items: [payload] })
        .replaceAll('<', '\\u003c')
        .replaceAll("'", '&#39;');
      for (const markup of [
        `<guide-takeaways content='${json}'></guide-takeaways>`,
        `<guide-takeaways data-content="${btoa(json)}"></guide-takeaways>`,
        `<guide-takeaways><script type="application/json">${json}</script></guide-takeaways>`,
      ]) {
        const element = await showHtml(markup);
        expectInert(element, markup);
        expect(shownBy(element)).to.include(payload);
      }
    });

    it('is shown as its characters in the fault that an editor sees', async () => {
      for (const payload of Object.values(PAYLOADS)) {
        await consoleOf(async () => {
          const element = await show('guide-takeaways', { items: payload }, { debug: '' });
          expectInert(element, payload);
          expect(shownBy(element)).to.include(payload.slice(0, 40));
        });
        await consoleOf(async () => {
          const element = await show('guide-takeaways', { items: ['One'], [payload]: 1 }, { debug: '' });
          expectInert(element, payload);
          expect(shownBy(element)).to.include(payload);
        });
      }
    });
  });

  describe('a link', () => {
    const ADDRESSES = [
      'javascript:trap()',
      'JaVaScRiPt:trap()',
      'javascript\\:trap()',
      '\u0001javascript:trap()',
      'java\u00ADscript:trap()',
      '&#106;avascript:trap()',
      'javascript&colon;trap()',
      '%6Aavascript:trap()',
      'javascript://example.org/%0Atrap()',
      'data:text/html,<script>trap()</script>',
      'vbscript:trap()',
      'blob:https://example.org/trap',
      'file:///etc/passwd',
      'view-source:javascript:trap()',
      'tel:*21*5550100%23',
    ];

    for (const address of ADDRESSES)
      it(`to ${JSON.stringify(address)} leads nowhere but to the web, and keeps its text`, async () => {
        const element = await showSafely('guide-takeaways', { items: [`See [the text](${address}).`] }, address);
        expect(shownBy(element)).to.include('the text');
        for (const link of findAll<HTMLAnchorElement>(element, 'a')) {
          expect(link.protocol).to.match(/^https?:$/);
          link.addEventListener('click', (event) => event.preventDefault());
          link.click();
        }
      });

    /** To a browser these are places on this site: what is before the colon is no scheme. */
    const RELATIVE = [
      'javascript\\:trap()',
      'java\u00ADscript:trap()',
      '&#106;avascript:trap()',
      'javascript&colon;trap()',
      '%6Aavascript:trap()',
    ];

    for (const address of ADDRESSES)
      it(`of its own to ${JSON.stringify(address)} is refused with a clear fault, or leads to this site, in every element`, async () => {
        const fields: string[] = [];
        for (const { tag, content } of EXAMPLES)
          for (const path of pathsOf(content).filter(isAddress)) {
            const what = `${tag} ${path.join('.')}`;
            let element: GuideElement<object> | undefined;
            const { errors } = await consoleOf(async () => {
              element = await showSafely(tag, withValue(content, path, address), what);
            });
            const isPhone = path.at(-1) === 'phone';
            if (isPhone || !RELATIVE.includes(address)) {
              expect(errors, what).to.have.length(1);
              expect(errors[0], what).to.match(CLEAR_FAULT);
              expect(errors[0], what).to.include(
                isPhone ? 'expected a telephone number' : 'expected an address: https:',
              );
              expect(element!.firstElementChild!.checkVisibility(), what).to.equal(true);
              expect(
                allIn(element!).filter((inner) => inner.hasAttribute('href')),
                what,
              ).to.deep.equal([]);
            } else {
              expect(errors, what).to.deep.equal([]);
              for (const link of allIn(element!).filter((inner) => inner instanceof HTMLAnchorElement))
                expect(link.href, what).to.match(/^(?:https?:\/\/|tel:[+\d])/);
            }
            fields.push(what.replace(/\.\d+/g, ''));
            element!.parentElement!.remove();
          }
        expect([...new Set(fields)].sort()).to.deep.equal([
          'guide-contents items.href',
          'guide-cta href',
          'guide-cta phone',
          'guide-matcher options.href',
          'guide-sources items.url',
          'guide-statistic source.url',
          'patient-guide cta.href',
          'patient-guide cta.phone',
          'patient-guide statistics.source.url',
        ]);
      });

    it('to javascript: has no href in any text of any element, and in prose its words stay', async () => {
      const dangerous = '[bad](javascript:trap()) [good](https://example.org/)';
      let links = 0;
      for (const { tag, content } of EXAMPLES)
        for (const path of pathsOf(content).filter((path) => isText(content, path))) {
          const what = `${tag} ${path.join('.')}`;
          const element = await showSafely(tag, withValue(content, path, dangerous), what);
          const addresses = allIn(element).flatMap((inner) => (inner as HTMLAnchorElement).href ?? []);
          expect(addresses.join(' '), what).not.to.include('trap');
          if (isProse(tag, path)) {
            expect(addresses, what).to.include('https://example.org/');
            expect(shownBy(element), what).to.include('bad good');
            links++;
          } else expect(shownBy(element), what).to.include(dangerous);
          element.parentElement!.remove();
        }
      expect(links).to.equal(29);
    });
  });
});
