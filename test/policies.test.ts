import { expect } from '@open-wc/testing';
import { pageRegistry } from '../src/page/page-registry.js';
import { trustedTypesPolicy } from '../src/page/trusted-types.js';
import { version } from '../src/page/version.js';
import { edges, guides } from './examples.js';
import {
  FILE,
  NONCE,
  type Report,
  TAGS,
  attribute,
  expectAtWork,
  expectUsed,
  USED,
  inline,
  load,
  otherOrigin,
  otherVersion,
  pageWith,
  script,
  serve,
} from './pages.js';

const readme = await (await fetch('/README.md')).text();
/** The line that the README offers to paste. */
const PASTED = /^Content-Security-Policy: (.*)$/m.exec(readme)?.[1] ?? '';

const NONE = `default-src 'none'; script-src 'nonce-${NONCE}'`;
const TYPES = `${NONE}; require-trusted-types-for 'script'`;
const STRICTEST = `${TYPES}; trusted-types patient-guide`;

const WITH_NONCE = `nonce="${NONCE}"`;
const KIT = script(WITH_NONCE);
const WARNING = `warn: patient-guide ${version}: add to the Content-Security-Policy: trusted-types patient-guide`;

type Parts = Parameters<typeof pageWith>[0];
const withMeta = (policy: string, parts: Parts) =>
  pageWith(parts).replace('<title>', `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>`);

const withHeader = async (policy: string, parts: Parts) =>
  load('', { src: await serve(pageWith(parts), { 'content-security-policy': policy }) });

/** How a policy is set. Everything here means the same both ways, except for `'self'` in a frame without a URL. */
const WAYS: [string, (policy: string, parts: Parts) => Promise<Report>][] = [
  ['a header', withHeader],
  ['a <meta>', (policy, parts) => load(withMeta(policy, parts))],
];

/** Expects every element to stay as it is without the kit. */
const expectFallbacks = ({ texts }: Report) => {
  expect(Object.keys(texts)).to.have.length(8);
  for (const [tag, text] of Object.entries(texts)) expect(text, tag).to.equal(undefined);
};

/** Without them, the tests below would pass for the wrong reason. */
it('this browser supports Trusted Types', () => {
  expect(window).to.have.property('trustedTypes');
});

describe('a page’s policy, with everything that a reader can do,', () => {
  for (const [way, open] of WAYS) {
    for (const [rule, head] of [
      [NONE, KIT],
      [`${NONE} 'strict-dynamic'`, KIT],
      [TYPES, KIT],
      [STRICTEST, KIT],
      [PASTED, KIT],
    ])
      it(`is not violated, set by ${way}: ${rule}`, async () => {
        expectUsed(await open(rule, { head, body: USED, isUsed: true }));
        expectAtWork(await open(rule, { head }));
      });

    for (const [how, head] of [
      ['the same file three times', KIT + KIT + KIT],
      ['a classic script and a module', KIT + script(`${WITH_NONCE} type="module"`)],
    ])
      it(`is not violated, set by ${way}, with ${how}: ${STRICTEST}`, async () => {
        expectUsed(await open(STRICTEST, { head, body: USED, isUsed: true }));
        expectAtWork(await open(STRICTEST, { head }));
      });

    it(`is not violated, set by ${way}, with another version that lacks an element: ${STRICTEST}`, async () => {
      const head = script(WITH_NONCE, await otherVersion('0.0.9', 'guide-note')) + KIT;
      const { lines, texts } = await open(STRICTEST, { head, body: USED });
      expect(texts['guide-note']).to.include('Numb?');
      expect(texts['patient-guide']).to.include('Numb?').and.to.include('Because.');
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(/^warn: patient-guide .* these stay as they are: .*<guide-faq> \(0\.0\.9\)/);
    });
  }

  it('is not violated by any example', async () => {
    const body = [...guides, ...edges]
      .map(({ element, content }) => `<${element} content="${attribute(content)}">Call us.</${element}>`)
      .join('');
    const { lines, texts, used } = await load(withMeta(STRICTEST, { head: KIT, body, isUsed: true }));
    expect(Object.keys(texts).sort()).to.deep.equal([...TAGS].sort());
    expect(used['opened']).to.be.greaterThan(20);
    expect(lines.filter((line) => !line.startsWith('warn: <'))).to.deep.equal([]);
  });

  it('is not violated in a sandbox, where printing the checklist prints the page', async () => {
    const address = await serve(pageWith({ head: KIT, body: USED, isUsed: true }), {
      'content-security-policy': `${STRICTEST}; sandbox allow-scripts`,
    });
    const report = await load('', { src: address });
    expect(report.hasStorage).to.equal(false);
    expectUsed(report, ['the page', 'the page']);
  });

  it('is not violated when the page has a default Trusted Types policy that refuses everything', async () => {
    const refuse = inline(`trustedTypes.createPolicy('default', { createHTML: () => null, createScript: () => null })`);
    const parts = { head: refuse + KIT, body: USED, isUsed: true };
    expectUsed(await load(withMeta(`${TYPES}; trusted-types default patient-guide`, parts)));
  });

  it('would fail these tests if even the last action violated it', async () => {
    const body = `${USED}<script ${WITH_NONCE}>addEventListener('guide-dismiss', () => document.body.setAttribute('style', 'color: red'))</script>`;
    const { lines } = await load(withMeta(STRICTEST, { head: KIT, body, isUsed: true }));
    expect(lines).to.deep.equal(['violated: style-src-attr']);
  });
});

describe('a page’s policy that allows the file by its origin', () => {
  it('is not violated: the page’s own server', async () => {
    const rule = `default-src 'none'; script-src 'self' 'nonce-${NONCE}'`;
    expectAtWork(await withHeader(rule, { head: script('defer') }));
  });

  it('is not violated: another server, with `integrity`', async () => {
    const other = await otherOrigin();
    const file = await (await fetch(other + FILE)).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', file));
    const integrity = `sha384-${btoa(String.fromCharCode(...hash))}`;
    const rule = `default-src 'none'; script-src ${other} 'nonce-${NONCE}'`;
    const attributes = (sum: string) => `integrity="${sum}" crossorigin`;
    expectAtWork(await load(withMeta(rule, { head: script(attributes(integrity), other + FILE) })));
    const changed = integrity.replace(/-.{4}/, '-AAAA');
    expectFallbacks(await load(withMeta(rule, { head: script(attributes(changed), other + FILE) })));
  });
});

describe('a page’s policy that does not allow the kit’s policy name', () => {
  for (const [rule, refusals] of [
    [`${TYPES}; trusted-types 'none'`, 1],
    [`${TYPES}; trusted-types dompurify lit-html`, 1],
    [`${NONE}; trusted-types dompurify`, 1],
    [`${TYPES}; trusted-types 'none'`, 3],
  ] as const)
    for (const [way, open] of WAYS)
      it(`keeps every fallback, defines nothing and says once what to add, set by ${way}, with ${refusals} script(s): ${rule}`, async () => {
        const report = await open(rule, { head: KIT.repeat(refusals) });
        const { lines, added, data } = report;
        expectFallbacks(report);
        expect(lines.filter((line) => line !== 'violated: trusted-types')).to.deep.equal([WARNING]);
        expect(lines).to.have.length(1 + refusals);
        expect([added, data]).to.deep.equal([[], []]);
      });

  it('works once the line from the warning is added', async () => {
    const [, directive] = /Policy: (.*)$/.exec(WARNING)!;
    expectAtWork(await load(withMeta(`${TYPES}; ${directive}`, { head: KIT })));
  });
});

describe('a page’s policy for the npm modules', () => {
  /** Written by the test, because only this server has the modules. */
  const modules = `<script type="module" ${WITH_NONCE}>
    import { register } from '${location.origin}/src/entries/register.ts';
    register();
  </script>`;
  const SELF = `default-src 'none'; script-src 'self' 'nonce-${NONCE}'; require-trusted-types-for 'script'`;

  it('is not violated if it allows the policy names of Lit and the kit', async () => {
    const rule = `${SELF}; trusted-types lit-html patient-guide`;
    expect(readme).to.include('trusted-types lit-html patient-guide');
    expectUsed(await load(withMeta(rule, { head: modules, body: USED, isUsed: true })));
  });

  it('causes one warning without the kit’s name, and leaves out only structured data', async () => {
    const rule = `${SELF}; trusted-types lit-html`;
    const { data, lines, texts } = await load(withMeta(rule, { head: modules, body: USED, isUsed: true }));
    expect(data).to.deep.equal([]);
    expect(texts['patient-guide']).to.include('Because.');
    expect(lines.filter((line) => line !== 'violated: trusted-types')).to.deep.equal([WARNING]);
  });
});

describe('a page’s policy and the file in `src`', () => {
  const body = '<patient-guide src="/demo/content/first-visit.json">Call us.</patient-guide>';

  it('allows it with `connect-src`', async () => {
    const { texts, lines } = await withHeader(`${STRICTEST}; connect-src 'self'`, { head: KIT, body });
    expect(lines).to.deep.equal([]);
    expect(texts['patient-guide']).to.be.a('string').and.not.to.equal('');
  });

  it('keeps the fallback otherwise, and the console error mentions `connect-src`', async () => {
    const { texts, lines } = await withHeader(STRICTEST, { head: KIT, body });
    expect(texts['patient-guide']).to.equal(undefined);
    expect(lines).to.have.length(2);
    expect(lines).to.include('violated: connect-src');
    expect(lines.find((line) => line.startsWith('error'))).to.include('by connect-src and CORS');
  });
});

describe('the kit’s Trusted Types policy', () => {
  it('creates scripts only from JSON', () => {
    expect(trustedTypesPolicy()!.createScript('{"a": 1}').toString()).to.equal('{"a": 1}');
    for (const code of ['alert(1)', '{"a": 1}; alert(1)', '[alert(1)]', ''])
      expect(() => trustedTypesPolicy()!.createScript(code), code).to.throw();
  });

  it('is shared by all copies', () => {
    const question = Object.assign(new Event('guide-registry'), { answer: undefined });
    document.dispatchEvent(question);
    expect(question.answer).to.equal(pageRegistry());
    expect(pageRegistry().policy).to.equal(trustedTypesPolicy());
  });
});
