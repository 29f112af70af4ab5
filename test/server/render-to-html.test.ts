import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { type Example, edges, guideParts, guides } from '../examples.js';
import { show, textOf } from '../helpers.js';
import { writesNumbersAlike } from './numbers.js';

/** Renders with the built file, in Node. */
const render = (tag: string, content: unknown, options = {}): Promise<{ html: string }> =>
  executeServerCommand<{ html: string }, object>('render', { tag, content, options });

const parse = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;
const words = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

const FAQ = {
  items: [
    { question: 'Is it safe?', answer: 'As **a rule**, [see](/more).' },
    { id: 'two', question: 'When?', answer: 'Soon.' },
  ],
};

describe('renderToHtml', () => {
  it('returns a shadow tree for the first paint, followed by the plain form', async () => {
    const { html } = await render('guide-faq', FAQ);
    const faq = parse(html).querySelector('guide-faq')!;
    expect(faq.querySelectorAll(':scope > template[shadowrootmode=open]')).to.have.length(1);
    expect([...faq.children].map(({ localName }) => localName)).to.deep.equal(['template', 'h2', 'h3', 'p', 'h3', 'p']);
    expect(JSON.parse(faq.getAttribute('content')!)).to.deep.equal(FAQ);
  });

  it('gives questions the ids that links to them use', async () => {
    const { html } = await render('guide-faq', FAQ, { form: 'plain' });
    expect([...parse(html).querySelectorAll('h3')].map(({ id }) => id)).to.deep.equal(['is-it-safe', 'two']);
  });

  it('returns each form on its own', async () => {
    const { html: shadow } = await render('guide-faq', FAQ, { form: 'shadow' });
    expect(parse(shadow).querySelectorAll('guide-faq > :not(template)')).to.have.length(0);
    const { html: plain } = await render('guide-faq', FAQ, { form: 'plain' });
    expect(plain).not.to.contain('<template');
    const { html: mount } = await render('guide-faq', FAQ, {
      form: 'mount',
      headingLevel: 3,
      attributes: { single: '' },
    });
    const div = parse(mount).querySelector('div')!;
    expect(div.dataset['guide']).to.equal('faq');
    expect(JSON.parse(atob(div.dataset['content']!))).to.deep.equal(FAQ);
    expect(div.dataset['headingLevel']).to.equal('3');
    expect(div.dataset['single']).to.equal('');
    expect(div.querySelector('h3')!.textContent).to.equal('Common questions');
  });

  // What these show depends on the rest of the page, or on the reader.
  const isAlone = ({ element }: Example) => !/^guide-(?:contents|matcher|checklist)$/.test(element);
  for (const { name, element, content, lang } of [...guideParts, ...edges].filter(
    (example) => isAlone(example) && writesNumbersAlike(example),
  ))
    it(`has every word of the element, in order, without a shadow tree: ${element}, ${name}`, async () => {
      const { html } = await render(element, content, { form: 'plain', lang: lang ?? 'en' });
      const live = await show(element, content, { lang: lang ?? 'en' });
      const shown = live.shadowRoot!.querySelector('.base')!.cloneNode(true) as HTMLElement;
      for (const hidden of shown.querySelectorAll('svg, [aria-hidden=true], [role=status], .all, .share'))
        hidden.remove();
      const spaceless = (text: string) => text.replace(/\s+/g, '');
      const isDismissible = element === 'guide-disclaimer';
      if (isDismissible) for (const button of shown.querySelectorAll('button')) button.remove();
      expect(spaceless(parse(html).textContent)).to.equal(spaceless(shown.textContent));
      expect(textOf(live)).not.to.equal('');
    });

  it('shows the whole guide in its language, with one title and a disclaimer', async () => {
    for (const { content } of guides) {
      const { html } = await render('patient-guide', content, { form: 'plain' });
      const body = parse(html);
      const { title } = content as { title: string };
      expect([...body.querySelectorAll('h2')].map((heading) => words(heading.textContent))).to.deep.equal([title]);
      const levels = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => +localName[1]);
      expect(levels.filter((level, index) => index && level > levels[index - 1] + 1)).to.deep.equal([]);
    }
    const { html } = await render('patient-guide', guides[1].content, { form: 'plain' });
    expect(html).to.contain('La respuesta breve').and.not.contain('The short answer');
  });

  it('has a target in its plain form for every link within the guide', async () => {
    for (const { content } of guides) {
      const { html } = await render('patient-guide', content, { form: 'plain' });
      const body = parse(html);
      const dead = [...body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].filter(
        (link) => !body.querySelector(`[id="${decodeURIComponent(link.hash.slice(1))}"]`),
      );
      // The demo’s call to action links to a section of the clinic’s page.
      expect(dead.map((link) => link.hash).filter((hash) => hash !== '#schedule')).to.deep.equal([]);
    }
  });

  it('shows HTML in the content as plain text, in both forms', async () => {
    const evil = '<img src=x onerror=alert(1)></template></script>"\'&amp;<!--lit-part-->';
    const { html } = await render('guide-faq', { title: evil, items: [{ question: evil, answer: evil }] });
    const body = parse(html);
    const roots = [body, ...[...body.querySelectorAll('template')].map(({ content }) => content)];
    for (const root of roots) expect(root.querySelectorAll('img, script')).to.have.length(0);
    expect(words(body.querySelector('h2')!.textContent)).to.equal(evil);
  });

  it('accepts a heading level, a nonce, tokens and structured data', async () => {
    const { html } = await render('patient-guide', guides[0].content, {
      headingLevel: 1,
      nonce: 'abc"d',
      tokens: { accent: '#036' },
      structuredData: true,
    });
    const body = parse(html);
    expect(body.querySelector('patient-guide > h1')).not.to.equal(null);
    const styles = html.match(/<style[^>]*>/g)!;
    expect(styles.length).to.be.greaterThan(14);
    expect(new Set(styles)).to.deep.equal(new Set(['<style nonce="abc&quot;d">']));
    expect(html).to.contain('patient-guide{--guide-accent:#036}');
    const data = JSON.parse(body.parentElement!.querySelector('script[type="application/ld+json"]')!.textContent) as {
      '@graph': { '@type': string }[];
    };
    expect(data['@graph'].map((page) => page['@type'])).to.deep.equal(['MedicalWebPage', 'FAQPage']);
  });
});
