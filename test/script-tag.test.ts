import { expect } from '@open-wc/testing';
import { elements } from '../src/register.js';
import { showHtml } from './helpers.js';

const FILE = '/dist/patient-guide.js';
const TAGS = Object.keys(elements);

/** What a page tells of itself when it is there and the elements are at work. */
interface Report {
  /** Of each element in the page, by its tag; of those of one tag the first, in whatever shadow tree. */
  readonly texts: Record<string, string>;
  /** Properties of `window` and `Symbol`, and children of `<head>`, that were not there before. */
  readonly added: string[];
  /** Whatever was written to the console or thrown. */
  readonly lines: string[];
  readonly requests: string[];
  readonly stored: string[];
  readonly hasStorage: boolean;
}

/** Runs in the page before anything else. */
const PROBE = `<script>
  (() => {
    const names = () => [...Reflect.ownKeys(window), ...Reflect.ownKeys(Symbol), ...Reflect.ownKeys(Object.prototype)].map(String);
    const before = new Set(names());
    const lines = [];
    for (const kind of ['log', 'info', 'debug', 'warn', 'error'])
      console[kind] = (...words) => void lines.push(kind + ': ' + words[0]);
    addEventListener('error', ({ message }) => lines.push('thrown: ' + message));
    addEventListener('unhandledrejection', ({ reason }) => lines.push('rejected: ' + reason));
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => lines.push('violated: ' + violatedDirective));
    const stored = () => {
      try {
        return [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie];
      } catch {
        return undefined;
      }
    };
    const storedBefore = String(stored());
    const tell = async () => {
      const inside = (root) => [...root.querySelectorAll(${JSON.stringify(TAGS.join())})].flatMap((element) => [element, ...(element.shadowRoot ? inside(element.shadowRoot) : [])]);
      for (const { localName } of inside(document.body)) await customElements.whenDefined(localName);
      // A guide's parts come with it, and contents with the sections.
      for (let round = 0; round < 3; round++)
        for (const element of inside(document.body)) await element.updateComplete;
      const deepText = (node) => node.nodeType === Node.COMMENT_NODE || node.localName === 'style' ? '' : node.data ?? [...(node.shadowRoot ?? node).childNodes].map(deepText).join('');
      const textOf = (element) => [element.localName, element.shadowRoot.querySelector('.base') ? deepText(element).replace(/\\s+/g, ' ').trim() : undefined];
      parent.postMessage({
        texts: Object.fromEntries(inside(document.body).reverse().map(textOf)),
        added: names().filter((name) => !before.has(name)),
        lines,
        requests: performance.getEntriesByType('resource').map(({ name }) => name),
        stored: String(stored()) === storedBefore ? [] : stored(),
        hasStorage: !!stored(),
      }, '*');
    };
    addEventListener('load', () => document.querySelector('[data-late]')?.addEventListener('load', tell) ?? tell());
  })();
</script>`;

const attribute = (content: object) => JSON.stringify(content).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const options = [
  { id: 'a', name: 'Fusion' },
  { id: 'b', name: 'Fibrin' },
];
const rows = [{ question: 'Does it last?', answers: { a: 'It does.' } }];
const items = [{ question: 'Is it “safe”?', answer: 'As *a rule*.' }];

const finding = { id: 'tear', label: 'A tear', options: ['b'], why: 'It is in the disc.' };
/** With those parts that are not on the page by themselves. */
const guide = {
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

/** Every element as a web team pastes them, each with its content in another way. */
const BODY = `
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
/** Parts of the guide, in its order. */
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

const pageOf = (head: string, end = '', body = BODY) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A clinic</title>${PROBE}${head}</head><body>${body}${end}</body></html>`;

/** Loads the page in a frame and waits for its report. */
async function load(page: string, attributes: Record<string, string> = {}): Promise<Report> {
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

/** Every element shows its text, and the page is otherwise what it was. */
function expectAtWork({ texts, added, lines, stored }: Report): void {
  const spaced = (text: string) => text.replace(/\s+/g, '');

  expect(Object.keys(texts).sort()).to.deep.equal([...TAGS].sort());
  const expected = { ...TEXTS, ...GUIDE_TEXTS, 'patient-guide': GUIDE_TEXT };
  expect(Object.keys(expected).sort()).to.deep.equal([...TAGS].sort());
  for (const [tag, text] of Object.entries(expected))
    if (typeof text === 'string') expect(spaced(texts[tag]), tag).to.equal(spaced(text));
    else expect(texts[tag].replace(/(disclaimer)\s*(This)/, '$1 $2'), tag).to.match(text);
  expect(added, 'what was added to the page').to.deep.equal([]);
  expect(lines, 'what was written to the console').to.deep.equal([]);
  expect(stored, 'what was stored').to.deep.equal([]);
}

/** Only the file itself was asked for, so many times at most: a browser may take the second from its memory. */
function expectOneRequest({ requests }: Report, address: string): void {
  expect([...new Set(requests)]).to.deep.equal([new URL(address, location.href).href]);
}

const script = (attributes = '', address = FILE) => `<script src="${address}" ${attributes}></script>`;
const inject = (place: string, properties = '', address = FILE) => `<script>
  addEventListener('load', () => {
    const script = Object.assign(document.createElement('script'), { ${properties} });
    script.dataset.late = '';
    script.src = '${address}';
    document.${place}.append(script);
  }, { capture: true, once: true });
</script>`;

describe('the script-tag file', () => {
  for (const [how, attributes] of [
    ['a classic script', ''],
    ['a deferred script', 'defer'],
    ['an async script', 'async'],
    ['a module', 'type="module"'],
    ['an async module', 'type="module" async'],
    ['a script with the wrong charset', 'charset="iso-8859-1"'],
  ]) {
    it(`works as ${how} in the head`, async () => {
      const report = await load(pageOf(script(attributes)));
      expectAtWork(report);
      expectOneRequest(report, FILE);
    });

    it(`works as ${how} at the end of the body`, async () => {
      const report = await load(pageOf('', script(attributes)));
      expectAtWork(report);
      expectOneRequest(report, FILE);
    });
  }

  for (const [how, properties] of [
    ['script', ''],
    ['module', `type: 'module'`],
  ])
    for (const place of ['head', 'body'])
      it(`works as a ${how} that another script adds to the ${place} when all is loaded`, async () => {
        const report = await load(pageOf(inject(place, properties)));
        expectAtWork(report);
        expectOneRequest(report, FILE);
      });

  it('works when its text is pasted into the page', async () => {
    const code = await (await fetch(FILE)).text();
    const report = await load(pageOf('', `<script>${code}</script>`));
    expectAtWork(report);
    expect(report.requests).to.deep.equal([]);
  });

  it('can be pasted into a page: nothing in it ends a script element', async () => {
    const code = await (await fetch(FILE)).text();
    expect(code).not.to.match(/<\/script|<!--\s*<script/i);
  });

  for (const [how, head, end] of [
    ['in the head and at the end of the body', script(), script()],
    ['twice in the head', script() + script(), ''],
    ['as a classic script and as a module', script(), script('type="module"')],
    ['deferred and async', script('defer') + script('async'), ''],
    ['three times, once added later', script() + inject('body'), script()],
    ['with two addresses', script(), script('', `${FILE}?again`)],
  ])
    it(`works when it is there ${how}, and says nothing`, async () => {
      expectAtWork(await load(pageOf(head, end)));
    });

  it('works in a page of another origin’s script, with and without CORS', async () => {
    const other = await (await fetch('/__other-origin')).text();
    expect(new URL(other).origin).not.to.equal(location.origin);
    for (const attributes of ['', 'defer', 'type="module"', 'crossorigin', 'crossorigin="anonymous" async']) {
      const report = await load(pageOf(script(attributes, other + FILE)));
      expectAtWork(report);
      expectOneRequest(report, other + FILE);
    }
  });

  it('works where the page has no origin and no storage: a sandboxed frame', async () => {
    const other = await (await fetch('/__other-origin')).text();
    for (const attributes of ['', 'type="module"']) {
      const report = await load(pageOf(script(attributes, other + FILE)), { sandbox: 'allow-scripts' });
      expect(report.hasStorage, 'the storage of a frame without an origin').to.equal(false);
      expectAtWork(report);
      expectOneRequest(report, other + FILE);
    }
  });

  it('works in a page from a data: address', async () => {
    const other = await (await fetch('/__other-origin')).text();
    const page = pageOf(script('', other + FILE));
    const report = await load('', { src: `data:text/html;charset=utf-8,${encodeURIComponent(page)}` });
    expect(report.hasStorage).to.equal(false);
    expectAtWork(report);
    expectOneRequest(report, other + FILE);
  });

  it('works in a page from a blob: address', async () => {
    const page = new Blob([pageOf(script('', new URL(FILE, location.href).href))], { type: 'text/html' });
    const address = URL.createObjectURL(page);
    expectAtWork(await load('', { src: address }));
    URL.revokeObjectURL(address);
  });

  it('works in a page without a doctype', async () => {
    expectAtWork(await load(pageOf(script()).replace('<!doctype html>', '')));
  });

  it('works under a content security policy without inline styles, and reports nothing', async () => {
    // By its name: to Firefox 'self' is nothing in a frame whose page is in an attribute.
    const policy = `default-src 'none'; script-src ${location.origin} 'unsafe-inline'; style-src 'none'`;
    expectAtWork(
      await load(
        pageOf(script()).replace('<title>', `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>`),
      ),
    );
  });

  it('leaves the fallback and says what is wrong in one line where content is wrong; the rest works', async () => {
    const body = BODY.replace('&quot;items&quot;', '&quot;itmes&quot;');
    const { texts, lines, added } = await load(pageOf(script(), '', body));
    expect(texts['guide-takeaways']).to.equal(undefined);
    expect(texts['guide-faq']).to.include('As a rule.');
    expect(lines).to.deep.equal([
      'error: <guide-takeaways> content attribute, items: found nothing, expected a list. Fix: rename "itmes" to "items".',
    ]);
    expect(added).to.deep.equal([]);
  });

  it('would not pass these tests if it left a global, wrote to the console or asked for anything', async () => {
    const head = `<script>leak = 1; console.warn('loud')</script><img src="${FILE}?asked" alt="">`;
    const { lines, requests, added } = await load(pageOf(head, '', '<p>Nothing else.</p>'));
    expect(added).to.deep.equal(['leak']);
    expect(lines).to.deep.equal(['warn: loud']);
    expect(requests).to.deep.equal([new URL(`${FILE}?asked`, location.href).href]);
  });
});
