import { expect } from '@open-wc/testing';
import { version } from '../src/page/version.js';
import {
  BODY,
  FILE,
  type Report,
  TAGS,
  USED,
  attribute,
  expectAtWork,
  expectTexts,
  expectUsed,
  guide,
  inject,
  inline,
  load,
  otherOrigin,
  otherVersion,
  pageOf,
  pageWith,
  script,
  serve,
} from './pages.js';

const stay = (list: string, by = version) => `warn: patient-guide ${by}: these stay as they are: ${list}`;
const list = (tags: string[], what: string) => tags.map((tag) => `<${tag}> (${what})`).join(', ');
const allBut = (tag: string) => TAGS.filter((other) => other !== tag);

/** Inserts tags between two elements of the page. */
const amid = (tags: string) => BODY.replace('<guide-contents>', `${tags}<guide-contents>`);
const written = (tags: string) => inline(`document.write(${JSON.stringify(tags).replaceAll('</', '<\\/')})`);

describe('the script-tag file, anywhere and more than once,', () => {
  for (const [how, page] of [
    ['in the head and at the end of the body', pageOf(script(), script())],
    ['twice in the head', pageOf(script() + script())],
    ['between the elements', pageOf('', '', amid(script()))],
    ['before the elements and between them', pageOf(script('async'), '', amid(script()))],
    ['as a classic script and as a module', pageOf(script(), script('type="module"'))],
    ['as a module and as a classic script', pageOf(script('type="module"') + script())],
    ['as a module, and as `nomodule` for old browsers', pageOf(script('type="module"') + script('nomodule'))],
    ['as two modules', pageOf(script('type="module"') + script('type="module"', `${FILE}?again`))],
    ['deferred and async', pageOf(script('defer') + script('async'))],
    ['three times, once added later', pageOf(script() + inject('body'), script())],
    ['once at first and as a module later', pageOf(script() + inject('head', `type: 'module'`))],
    ['with two URLs', pageOf(script(), script('', `${FILE}?again`))],
    ['written by a script', pageOf(written(script()))],
    [
      'written by a script, twice, in the middle of the page',
      pageOf('', '', amid(written(script()) + written(script('defer')))),
    ],
    ['also in a template, where it does not run', pageOf(`<template>${script()}</template>`, script())],
    ['in a shadow tree', pageOf('', `<div><template shadowrootmode="open">${script()}</template></div>`)],
    [
      'in a shadow tree and in the head',
      pageOf(script(), `<p><template shadowrootmode="open">${script()}</template></p>`),
    ],
  ])
    it(`works ${how}, and logs nothing`, async () => {
      expectAtWork(await load(page));
    });

  it('does nothing when it is only in a template', async () => {
    const { texts, lines, requests } = await load(pageOf(`<template>${script()}</template>`));
    expect(Object.values(texts).filter((text) => text !== undefined)).to.deep.equal([]);
    expect([lines, requests]).to.deep.equal([[], []]);
  });

  for (const [how, head] of [
    ['one after the other', (older: string) => script('', older) + script()],
    ['deferred', (older: string) => script('defer', older) + script('defer')],
    ['as a script and a module', (older: string) => script('', older) + script('type="module"')],
    ['the second one added later', (older: string) => script('', older) + inject('body')],
    ['each of them twice', (older: string) => script('', older).repeat(2) + script().repeat(2)],
  ] as [string, (older: string) => string][])
    it(`in two versions, ${how}, uses the first and says so in one line`, async () => {
      expectAtWork(await load(pageOf(head(await otherVersion('0.0.9')))), [stay(list(TAGS, '0.0.9'))]);
    });

  it('in two versions, the other way around, uses the first too', async () => {
    const older = await otherVersion('0.0.9');
    expectAtWork(await load(pageOf(script() + script('', older))), [stay(list(TAGS, version), '0.0.9')]);
  });

  it('in two versions, whichever loads first, works and says so in one line', async () => {
    const older = await otherVersion('0.0.9');
    const report = await load(pageOf(script('async', older) + script('async')));
    expectAtWork(report, [report.lines[0]]);
    expect(report.lines[0]).to.match(/^warn: patient-guide \S+: these stay as they are: /);
  });

  it('in three versions uses the first, and only one of the others says so', async () => {
    const versions = await Promise.all(['0.0.7', '0.0.8'].map((name) => otherVersion(name)));
    const head = versions.map((address) => script('', address)).join('') + script();
    expectAtWork(await load(pageOf(head)), [stay(list(TAGS, '0.0.7'), '0.0.8')]);
  });
});

describe('a guide with parts from two versions', () => {
  for (const tag of TAGS)
    it(`is complete when the first version lacks <${tag}>`, async () => {
      const older = await otherVersion('0.0.9', tag);
      expectAtWork(await load(pageOf(script('', older) + script())), [stay(list(allBut(tag), '0.0.9'))]);
    });

  it('can be used like any other', async () => {
    const older = await otherVersion('0.0.9', 'guide-faq');
    const report = await load(pageWith({ head: script('', older) + script(), body: USED, isUsed: true }));
    expect(report.lines).to.deep.equal([stay(list(allBut('guide-faq'), '0.0.9'))]);
    expectUsed({ ...report, lines: [] });
  });

  it('links to each section once, whichever version defined it', async () => {
    const older = await otherVersion('0.0.9', 'guide-section');
    const body = `<guide-contents>C</guide-contents><guide-faq content='{"items": [{"question": "Why?", "answer": "A."}]}'>F</guide-faq>
      <guide-section content='{"heading": "Why?", "body": "A."}'>S</guide-section>
      <guide-section content='{"heading": "Why?", "body": "B."}'>S</guide-section>`;
    // The ids tell where the links lead.
    const { texts, used } = await load(pageWith({ head: script('', older) + script(), body, isUsed: true }));
    expect(texts['guide-contents']).to.match(/Why\?\s*Why\?$/);
    expect(used['links']).to.deep.equal(['#why-2', '#why-3']);
  });
});

describe('the script-tag file in a frame', () => {
  const used = pageWith({ head: script(), body: USED, isUsed: true });

  it('works in every state on a page of another site', async () => {
    expectUsed(await load('', { src: await serve(used) }));
  });

  it('works in every state in `srcdoc`', async () => {
    expectUsed(await load(used));
  });

  for (const sandbox of ['allow-scripts', 'allow-scripts allow-modals allow-forms'])
    it(`works in every state in a sandbox (${sandbox}), where printing the checklist prints the page`, async () => {
      const page = pageWith({ head: script('', (await otherOrigin()) + FILE), body: USED, isUsed: true });
      expectUsed(await load(page, { sandbox }), ['the page', 'the page']);
    });

  it('works in every state on a page from a data: URL', async () => {
    const page = pageWith({ head: script('', (await otherOrigin()) + FILE), body: USED, isUsed: true });
    expectUsed(await load('', { src: `data:text/html;charset=utf-8,${encodeURIComponent(page)}` }));
  });

  it('works on a page and in a frame on that page, independently', async () => {
    const inner = attribute({ items: ['Inside.'] }).replaceAll('&', '&amp;');
    const frame = `<iframe title="Inside" srcdoc="<script src='${FILE}'></script><guide-takeaways content='${inner}'></guide-takeaways>"></iframe>
      <script>addEventListener('load', () => console.log(document.querySelector('iframe').contentDocument.querySelector('guide-takeaways').shadowRoot.textContent.replace(/\\s+/g, ' ').trim()))</script>`;
    const report = await load(pageOf(script(), frame));
    const { lines } = report;
    expectTexts(report);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^log: .*Inside\.$/);
  });
});

/** The elements that are on the page themselves; a guide's parts exist only with the guide. */
const OWN = TAGS.filter((tag) => BODY.includes(`<${tag}`));
const stranger = (tag: string, body = '') =>
  inline(`customElements.define('${tag}', class Stranger extends HTMLElement { ${body} })`);

/** Expects the kit's elements to work, except for the foreign one and the parts that it would have. */
function expectOthersAtWork(report: Report, tag: string): void {
  if (tag === 'patient-guide') expect(Object.keys(report.texts).sort()).to.deep.equal([...OWN].sort());
  for (const other of OWN.filter((own) => own !== tag)) expect(report.texts[other], other).to.be.a('string');
  expect(report.texts[tag], tag).to.equal(undefined);
}

describe('the script-tag file on a page that defines one of the tags itself', () => {
  for (const tag of TAGS)
    it(`leaves <${tag}> to the page, and two copies say so in one line`, async () => {
      const report = await load(pageOf(stranger(tag) + script(), script('type="module"')));
      expectOthersAtWork(report, tag);
      expect(report.lines).to.deep.equal([stay(list([tag], 'not of this kit'))]);
    });

  it('works if the page defines its own element too late', async () => {
    const late = `try { customElements.define('guide-faq', class extends HTMLElement {}) } catch { console.log('taken') }`;
    expectAtWork(await load(pageOf(script(), inline(late))), ['log: taken']);
  });

  it('works around a foreign element with a different API, and leaves it alone', async () => {
    const shape = `
      constructor() { super(); this.attachShadow({ mode: 'closed' }).append('A stranger'); }
      get content() { throw new Error('content'); }
      set content(value) { throw new Error('content'); }
      get updateComplete() { return undefined; }
      get version() { throw new Error('version'); }
      connectedCallback() {
        for (const type of ['context-request', 'context-provider', 'guide-registry', 'guide-ready', 'guide-error'])
          this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
        document.dispatchEvent(new Event('guide-registry'));
      }`;
    const content = attribute({ ...guide, faq: { items: [{ question: 'Q?', answer: 'A.' }] } });
    const body = `<patient-guide content="${content}"><guide-section item="1"></guide-section><guide-faq></guide-faq><guide-cta></guide-cta></patient-guide>
      <script>addEventListener('load', () => console.log('seen: ' + document.querySelector('guide-faq').checkVisibility()))</script>`;
    const { texts, lines } = await load(pageOf(stranger('guide-faq', shape) + script(), '', body));
    expect(lines).to.deep.equal([stay('<guide-faq> (not of this kit)'), 'log: seen: true']);
    expect(texts['guide-section']).to.include('Because.');
    expect(texts['guide-cta']).to.equal('Call us');
    expect(texts['guide-disclaimer']).to.include('Not advice.');
  });

  it('says so in one line if the page has a foreign element and three versions', async () => {
    const versions = await Promise.all(['0.0.7', '0.0.8'].map((name) => otherVersion(name)));
    const head = stranger('guide-faq') + versions.map((address) => script('', address)).join('') + script();
    const { lines } = await load(pageOf(head));
    expect(lines).to.deep.equal([stay('<guide-faq> (not of this kit)', '0.0.7')]);
  });

  it('says so once if all tags are taken and there is nothing to do', async () => {
    const { lines } = await load(pageOf(TAGS.map((tag) => stranger(tag)).join('') + script() + script()));
    expect(lines).to.deep.equal([stay(list(TAGS, 'not of this kit'))]);
  });
});

describe('the script-tag file on a page that overrides `customElements.define`', () => {
  const define = (body: string) =>
    inline(
      `{ const define = customElements.define.bind(customElements); customElements.define = (tag, element) => { ${body} } }`,
    );

  it('works if the override throws after it has defined the element', async () => {
    expectAtWork(await load(pageOf(define(`define(tag, element); throw new Error('late')`) + script())));
  });

  it('works except for an element that the override refuses', async () => {
    const report = await load(pageOf(define(`if (tag === 'guide-contents') throw 1; define(tag, element)`) + script()));
    expectTexts({ ...report }, ['guide-contents']);
    expect(report.lines).to.deep.equal([stay('<guide-contents> (refused)')]);
  });

  for (const [how, body] of [
    ['throws', `throw new Error('no')`],
    ['does nothing', ''],
  ])
    it(`keeps every fallback and says so in one line if the override ${how}, with two copies`, async () => {
      const { texts, lines } = await load(pageOf(define(body) + script() + script()));
      expect(Object.values(texts).filter((text) => text !== undefined)).to.deep.equal([]);
      expect(lines).to.deep.equal([stay(list(TAGS, 'refused'))]);
    });

  for (const [how, code] of [
    ['no `customElements`', 'delete window.customElements'],
    ['an empty `customElements`', `Object.defineProperty(window, 'customElements', { value: undefined })`],
  ])
    it(`keeps every fallback and logs nothing in a browser with ${how}`, async () => {
      const { texts, lines, added } = await load(pageOf(inline(code) + script() + script('type="module"')));
      expect(Object.keys(texts)).to.have.length(OWN.length);
      expect(Object.values(texts).filter((text) => text !== undefined)).to.deep.equal([]);
      expect([lines, added]).to.deep.equal([[], []]);
    });
});
