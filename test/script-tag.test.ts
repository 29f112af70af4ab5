import { expect } from '@open-wc/testing';
import { BODY, FILE, expectAtWork, expectOneRequest, inject, load, otherOrigin, pageOf, script } from './pages.js';

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
      it(`works as a ${how} that another script adds to the ${place} after the page has loaded`, async () => {
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

  it('is ASCII only, so that pages in other encodings cannot mangle it', async () => {
    const code = await (await fetch(FILE)).text();
    expect(code.match(/[^\t\n\x20-\x7e]/g)).to.equal(null);
  });

  it('works from another origin, with and without CORS', async () => {
    const other = await otherOrigin();
    expect(new URL(other).origin).not.to.equal(location.origin);
    for (const attributes of ['', 'defer', 'type="module"', 'crossorigin', 'crossorigin="anonymous" async']) {
      const report = await load(pageOf(script(attributes, other + FILE)));
      expectAtWork(report);
      expectOneRequest(report, other + FILE);
    }
  });

  it('works without an origin and without storage, in a sandboxed frame', async () => {
    const other = await otherOrigin();
    for (const attributes of ['', 'type="module"']) {
      const report = await load(pageOf(script(attributes, other + FILE)), { sandbox: 'allow-scripts' });
      expect(report.hasStorage, 'the storage of a frame without an origin').to.equal(false);
      expectAtWork(report);
      expectOneRequest(report, other + FILE);
    }
  });

  it('works on a page from a data: URL', async () => {
    const other = await otherOrigin();
    const page = pageOf(script('', other + FILE));
    const report = await load('', { src: `data:text/html;charset=utf-8,${encodeURIComponent(page)}` });
    expect(report.hasStorage).to.equal(false);
    expectAtWork(report);
    expectOneRequest(report, other + FILE);
  });

  it('works on a page from a blob: URL', async () => {
    const page = new Blob([pageOf(script('', new URL(FILE, location.href).href))], { type: 'text/html' });
    const address = URL.createObjectURL(page);
    expectAtWork(await load('', { src: address }));
    URL.revokeObjectURL(address);
  });

  it('works on a page without a doctype', async () => {
    expectAtWork(await load(pageOf(script()).replace('<!doctype html>', '')));
  });

  it('works under a content security policy without inline styles, and violates nothing', async () => {
    // Not 'self', which matches nothing in a srcdoc frame in Firefox.
    const policy = `default-src 'none'; script-src ${location.origin} 'unsafe-inline'; style-src 'none'`;
    expectAtWork(
      await load(
        pageOf(script()).replace('<title>', `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>`),
      ),
    );
  });

  it('keeps the fallback and reports the error in one line if content is invalid; the rest works', async () => {
    const body = BODY.replace('&quot;items&quot;', '&quot;itmes&quot;');
    const { texts, lines, added } = await load(pageOf(script(), '', body));
    expect(texts['guide-takeaways']).to.equal(undefined);
    expect(texts['guide-faq']).to.include('As a rule.');
    expect(lines).to.deep.equal([
      'error: <guide-takeaways> content attribute, items: found nothing, expected a list. Fix: rename "itmes" to "items".',
    ]);
    expect(added).to.deep.equal([]);
  });

  it('would fail these tests if it left a global, wrote to the console or requested anything', async () => {
    const head = `<script>leak = 1; console.warn('loud')</script><img src="${FILE}?asked" alt="">`;
    const { lines, requests, added } = await load(pageOf(head, '', '<p>Nothing else.</p>'));
    expect(added).to.deep.equal(['leak']);
    expect(lines).to.deep.equal(['warn: loud']);
    expect(requests).to.deep.equal([new URL(`${FILE}?asked`, location.href).href]);
  });
});
