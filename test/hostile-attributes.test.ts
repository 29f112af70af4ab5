import { expect, waitUntil } from '@open-wc/testing';
import { type Tag, tags } from './examples.js';
import { examplesOf, expectInert, expectNoHarm, useAll } from './every-field.js';
import { consoleOf, find, findAll, show, showHtml } from './helpers.js';
import { share } from './depth.js';

const HOSTILE = [
  'javascript:trap()',
  '"><img src=x onerror=trap()>',
  '${trap()}',
  '__proto__',
  'constructor',
  'a\u0000\u202E\uD800',
  '-1',
  '1e999',
  '0x2',
  '',
  ' ',
  'x'.repeat(100_000),
];

describe('hostile attributes', () => {
  expectNoHarm();

  for (const name of [
    'heading-level',
    'lang',
    'item',
    'forward-params',
    'debug',
    'dir',
    'red-flags',
    'single',
    'share',
  ])
    it(`have no side effects on any element: ${name}`, async () => {
      for (const [turn, tag] of tags.entries())
        for (const value of share(HOSTILE, turn)) {
          const [{ content }] = examplesOf(tag);
          const { errors } = await consoleOf(async () => {
            const element = await show(tag, content, { [name]: value });
            expectInert(element, `${tag} ${value.slice(0, 40)}`);
            expect(element.content, tag).not.to.equal(undefined);
            for (const heading of findAll(element, 'h1, h2, h3, h4, h5, h6'))
              expect(heading.textContent).not.to.equal('');
            if (name !== 'share') useAll(element);
            element.parentElement!.remove();
          });
          expect(errors, tag).to.deep.equal([]);
        }
    });

  it('select no part of a guide when item is invalid', async () => {
    for (const item of HOSTILE) {
      const guide =
        await showHtml(`<patient-guide content='{"title": "T", "sections": [{"id": "a", "heading": "H", "body": "B"}]}'>
        <guide-section><p>Call us.</p></guide-section></patient-guide>`);
      const part = guide.querySelector('guide-section')!;
      part.setAttribute('item', item);
      await part.updateComplete;
      expect(part.content, item.slice(0, 40)).to.equal(undefined);
      expect(part.firstElementChild!.checkVisibility()).to.equal(true);
      guide.remove();
    }
  });

  it('do no harm as lang or ids in content', async () => {
    for (const text of HOSTILE.filter((text) => text.trim())) {
      const id = text.replace(/\s/g, '');
      const sections = [{ id, heading: 'Why?', body: 'Because.' }];
      const guide = await show('patient-guide', { title: 'T', lang: text, sections });
      expectInert(guide, text.slice(0, 40));
      await find<HTMLElementTagNameMap['guide-section']>(guide, 'guide-section').updateComplete;
      expect(find<HTMLElementTagNameMap['guide-section']>(guide, 'guide-section').anchor).to.equal(id);
      expect(find<HTMLElementTagNameMap['guide-disclaimer']>(guide, 'guide-disclaimer').checkVisibility()).to.equal(
        true,
      );
      guide.parentElement!.remove();
    }
  });

  it('forward no parameter that changes where an action leads', async () => {
    const { href } = location;
    history.replaceState(
      null,
      '',
      `?utm_a=%26x%3D1%23y&utm_b=javascript:trap()&b=%22%3E%3Cimg%20src%3Dx%3E&${location.search.slice(1)}`,
    );
    try {
      for (const names of ['*', 'utm_*,b', '*,*,__proto__', 'utm_a,utm_b']) {
        const content = { label: 'Call', href: 'https://example.org/a?b=own#c' };
        const element = await show('guide-cta', content, { 'forward-params': names });
        const { origin, pathname, searchParams, hash } = new URL(find<HTMLAnchorElement>(element, 'a').href);
        expect([origin, pathname, searchParams.get('b'), hash]).to.deep.equal([
          'https://example.org',
          '/a',
          'own',
          '#c',
        ]);
        expect([searchParams.get('utm_a'), searchParams.get('x')]).to.deep.equal(['&x=1#y', null]);
      }
    } finally {
      history.replaceState(null, '', href);
    }
  });

  describe('src', () => {
    const REFUSED = [
      'javascript:trap()',
      'vbscript:trap()',
      'about:blank',
      'http://[',
      'https://a:b@localhost/x.json',
      'blob:null/x',
      'mailto:a@example.org',
    ];

    for (const src of REFUSED)
      it(`reports an error and keeps the fallback for a URL that cannot be fetched: ${src}`, async () => {
        const { errors } = await consoleOf(async () => {
          const reported = new Promise((done) => addEventListener('guide-error', done, { once: true }));
          const element = await showHtml(`<guide-faq src="${src}"><p>Call us.</p></guide-faq>`);
          await reported;
          expect(element.firstElementChild!.checkVisibility()).to.equal(true);
          element.remove();
        });
        expect(errors).to.have.length(1);
        expect(errors[0]).to.match(/^<guide-faq> src ".*": found .*, expected a JSON file\. Fix: /);
      });

    it('accepts JSON in a data: or blob: URL like any other content', async () => {
      const json = JSON.stringify({ items: ['<img src=x onerror=trap()>'] });
      const blob = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
      for (const src of [`data:application/json,${encodeURIComponent(json)}`, blob]) {
        const element = await show('guide-takeaways' satisfies Tag, undefined, { src });
        await waitUntil(() => element.content, 'the content did not load');
        await element.updateComplete;
        expectInert(element, src);
        expect(find(element, 'li').textContent).to.include('<img src=x onerror=trap()>');
      }
      URL.revokeObjectURL(blob);
    });
  });
});
