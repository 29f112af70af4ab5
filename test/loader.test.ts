import { expect } from '@open-wc/testing';
import {
  BODY,
  FILE,
  NONCE,
  TAGS,
  attribute,
  expectAtWork,
  inline,
  load,
  otherOrigin,
  pageOf,
  script,
  serve,
} from './pages.js';

const LOADER = '/dist/loader.js';
const FAQ = `<guide-faq content="${attribute({ items: [{ question: 'Q?', answer: 'A.' }] })}">Call us.</guide-faq>`;

/** Makes the page report when these elements are defined and its own scripts are done. */
const waitFor = (tags: readonly string[]) =>
  inline(`addEventListener('load', async () => {
    for (const tag of ${JSON.stringify(tags)}) await customElements.whenDefined(tag);
    setTimeout(() => document.dispatchEvent(new Event('late')), 100);
  })`) + '<i data-late></i>';

/** Makes the page report this many milliseconds after it has loaded. */
const late = (delay: number) =>
  inline(`addEventListener('load', () => setTimeout(() => document.dispatchEvent(new Event('late')), ${delay}))`) +
  '<i data-late></i>';

const loaded = ({ requests }: { requests: string[] }) =>
  requests.map((address) => new URL(address).pathname.replace('/dist/', '').replace(/-\w{8}(?=\.js$)/, '')).sort();

describe('the loader', () => {
  for (const [how, attributes] of [
    ['a classic script', ''],
    ['a deferred script', 'defer'],
    ['an async script', 'async'],
    ['a module', 'type="module"'],
  ]) {
    it(`makes every element work as ${how} in the head, and loads each file once`, async () => {
      const report = await load(pageOf(script(attributes, LOADER), waitFor(TAGS)));
      expectAtWork(report);
      const parts = [...TAGS, 'core', 'extras', 'decode.lazy'].map((name) => `chunks/${name}.js`);
      expect(loaded(report)).to.deep.equal([...parts, 'loader.js'].sort());
    });

    it(`makes every element work as ${how} at the end of the body`, async () => {
      expectAtWork(await load(pageOf('', waitFor(TAGS) + script(attributes, LOADER))));
    });
  }

  it('loads nothing on a page without elements', async () => {
    const report = await load(pageOf(script('', LOADER), waitFor([]), '<p>Nothing of ours.</p>'));
    expect(loaded(report)).to.deep.equal(['loader.js']);
    expect([...report.lines, ...report.added]).to.deep.equal([]);
  });

  it('loads three files for a page with an FAQ: itself, the FAQ and the code that all elements share', async () => {
    const report = await load(pageOf(script('', LOADER), waitFor(['guide-faq']), FAQ));
    expect(report.texts['guide-faq']).to.equal('Common questionsQ?A.');
    expect(loaded(report)).to.deep.equal(['chunks/core.js', 'chunks/guide-faq.js', 'loader.js']);
  });

  it('makes a whole guide with its parts work when only the guide is on the page', async () => {
    const guide = /<patient-guide[^]*<\/patient-guide>/.exec(BODY)![0];
    const { texts, lines } = await load(pageOf(script('', LOADER), waitFor(TAGS), guide));
    expect(texts['guide-statistic']).to.include('10 of 100');
    expect(texts['guide-disclaimer']).to.include('Not advice.');
    expect(lines).to.deep.equal([]);
  });

  it('loads the element for a data-guide placeholder', async () => {
    const placeholder = FAQ.replace('<guide-faq', '<div data-guide="faq"').replace('guide-faq>', 'div>');
    const report = await load(pageOf(script('', LOADER), waitFor(['guide-faq']), placeholder));
    expect(report.texts['guide-faq']).to.equal('Common questionsQ?A.');
    expect(loaded(report)).to.deep.equal(['chunks/core.js', 'chunks/guide-faq.js', 'loader.js']);
  });

  for (const [what, content, text, line] of [
    ['encoded', btoa(JSON.stringify({ items: [{ question: 'Q?', answer: 'A.' }] })), 'Common questionsQ?A.', undefined],
    ['invalid', '{&quot;items&quot;: oops}', undefined, /^error: <guide-faq> content attribute, line 1, column 11: /],
  ] as const)
    it(`loads the decoder for ${what} content`, async () => {
      const faq = `<guide-faq content="${content}">Call us.</guide-faq>`;
      const report = await load(pageOf(script('', LOADER), waitFor(['guide-faq']), faq));
      expect(report.texts['guide-faq']).to.equal(text);
      expect(loaded(report)).to.include('chunks/decode.lazy.js');
      expect(report.lines).to.have.length(line ? 1 : 0);
      if (line) expect(report.lines[0]).to.match(line);
    });

  it('loads the code for content files if a page uses one', async () => {
    const faq = `<guide-faq src="/nowhere.json">Call us.</guide-faq>`;
    const report = await load(pageOf(script('', LOADER), waitFor(['guide-faq']), faq));
    expect(loaded(report)).to.include('chunks/fetch.lazy.js');
    expect(report.lines.join()).to.include('found status 404, expected a JSON file. Fix: correct the address.');
  });

  it('loads the code for structured data if a guide asks for it', async () => {
    const guide = `<patient-guide structured-data content="${attribute({ title: 'A guide' })}"></patient-guide>`;
    const report = await load(pageOf(script('', LOADER), waitFor(TAGS), guide));
    expect(loaded(report)).to.include('chunks/write-json-ld.lazy.js');
    expect(report.data).to.have.length(1);
  });

  it('loads elements that are added later, and only once', async () => {
    const later = inline(`addEventListener('load', () => {
      document.body.innerHTML += ${JSON.stringify(FAQ + FAQ)};
      setTimeout(() => document.body.append(document.querySelector('guide-faq').cloneNode()));
    })`);
    const report = await load(
      pageOf(script('', LOADER), later + waitFor(['guide-faq']), '<p>Nothing of ours yet.</p>'),
    );
    expect(report.texts['guide-faq']).to.equal('Common questionsQ?A.');
    expect(loaded(report)).to.deep.equal(['chunks/core.js', 'chunks/guide-faq.js', 'loader.js']);
    expect(report.lines).to.deep.equal([]);
  });

  it('can be pasted twice, or next to the full script', async () => {
    const twice = await load(pageOf(script('', LOADER) + script('type="module"', LOADER), waitFor(TAGS)));
    expectAtWork(twice);
    expect(loaded(twice).filter((file) => file.startsWith('chunks/'))).to.have.length(TAGS.length + 3);
    const after = await load(pageOf(script() + script('', LOADER), waitFor(TAGS)));
    expectAtWork(after);
    expect(loaded(after)).to.deep.equal(['loader.js', 'patient-guide.js']);
    expectAtWork(await load(pageOf(script('', LOADER) + script(), waitFor(TAGS))));
  });

  it('works from another origin with CORS, like a CDN', async () => {
    const other = await otherOrigin();
    const report = await load(pageOf(script('crossorigin', other + LOADER), waitFor(TAGS)));
    expectAtWork(report);
    for (const address of report.requests) expect(address).to.match(new RegExp(`^${other}/dist/`));
  });

  for (const [what, allowed] of [
    ['only a nonce', `'nonce-${NONCE}'`],
    ['a nonce and the kit’s folder', `'nonce-${NONCE}' ORIGIN/dist/`],
  ])
    it(`works under a policy that allows ${what}, with Trusted Types`, async () => {
      const other = await otherOrigin();
      const page = pageOf(`<script nonce="${NONCE}" crossorigin src="${other + LOADER}"></script>`, waitFor(TAGS));
      const policy = `default-src 'none'; script-src ${allowed.replace('ORIGIN', other)}; require-trusted-types-for 'script'; trusted-types patient-guide`;
      expectAtWork(await load('', { src: await serve(page, { 'content-security-policy': policy }) }));
    });

  it('keeps every fallback when a policy blocks the kit, and says once what to add', async () => {
    const other = await otherOrigin();
    const page = pageOf(`<script crossorigin src="${other + LOADER}"></script>`, late(800), FAQ + BODY);
    const policy = `require-trusted-types-for 'script'; trusted-types another`;
    const report = await load('', { src: await serve(page, { 'content-security-policy': policy }) });
    expect(Object.values(report.texts).filter(Boolean)).to.deep.equal([]);
    expect(report.lines.filter((line) => !line.startsWith('violated:')).join()).to.match(
      /^warn: patient-guide [\d.]+: add to the Content-Security-Policy: trusted-types patient-guide$/,
    );
  });

  it('keeps the fallback and says in one line what is missing when an element’s file does not load', async () => {
    const code = await (await fetch(LOADER)).text();
    const alone = await serve(code, { 'content-type': 'text/javascript; charset=utf-8' });
    const { lines, texts } = await load(pageOf(script('', alone), late(500), FAQ + FAQ));
    expect(texts['guide-faq']).to.equal(undefined);
    expect(lines).to.deep.equal([
      'error: <guide-faq> shows its fallback: its file did not load. Fix: put the folder chunks beside loader.js',
    ]);
  });

  it('is one ASCII file without module syntax, and nothing in it ends a script element', async () => {
    const code = await (await fetch(LOADER)).text();
    expect(code).not.to.match(/[^\t\n\x20-\x7e]|<\/script|^import\b|;import[\s{"]/);
    for (const tag of TAGS) expect(code).to.match(new RegExp(`chunks/${tag}-\\w{8}\\.js`));
    expect(await (await fetch(FILE)).text()).not.to.include('import(');
  });
});
