import { expect } from '@open-wc/testing';
import { consoleOf, find, settled, showHtml } from '../helpers.js';

const TAKEAWAYS = `<guide-takeaways content='{"items":["One"]}'></guide-takeaways>`;
const ENGLISH = 'Key takeaways';
const SPANISH = 'Puntos clave';

/** The default heading of the one element in this HTML. */
async function headingIn(markup: string): Promise<string> {
  const place = await showHtml(`<div>${markup}</div>`);
  const element = place.querySelector('guide-takeaways')!;
  await element.updateComplete;
  return headingOf(element);
}

const headingOf = (element: Element): string => find(element, 'h2').textContent.trim();

describe('Built-in text', () => {
  const page = document.documentElement;
  const language = page.getAttribute('lang');

  afterEach(() => {
    if (language === null) page.removeAttribute('lang');
    else page.setAttribute('lang', language);
  });

  it('is English when the page has no language, whatever the browser’s language is', async () => {
    page.removeAttribute('lang');
    Object.defineProperty(navigator, 'language', { value: 'es-ES', configurable: true });
    try {
      expect(await headingIn(TAKEAWAYS)).to.equal(ENGLISH);
    } finally {
      Reflect.deleteProperty(navigator, 'language');
    }
  });

  it('is in the page’s language', async () => {
    page.lang = 'es';
    expect(await headingIn(TAKEAWAYS)).to.equal(SPANISH);
    page.lang = 'en';
    expect(await headingIn(TAKEAWAYS)).to.equal(ENGLISH);
  });

  it('is in the language of the nearest ancestor with one', async () => {
    page.lang = 'en';
    expect(await headingIn(`<main lang="es"><p>${TAKEAWAYS}</p></main>`)).to.equal(SPANISH);
    expect(await headingIn(`<main lang="es"><div lang="en">${TAKEAWAYS}</div></main>`)).to.equal(ENGLISH);
  });

  it('is in the element’s own language', async () => {
    page.lang = 'en';
    expect(await headingIn(`<main lang="en">${TAKEAWAYS.replace(' ', ' lang="es" ')}</main>`)).to.equal(SPANISH);
  });

  it('is in the language around another element’s shadow tree', async () => {
    page.lang = 'en';
    const outer = await showHtml('<div lang="es"><p></p></div>');
    let shadow = outer.querySelector('p')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<section></section>';
    shadow = shadow.querySelector('section')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = TAKEAWAYS;
    const element = shadow.querySelector('guide-takeaways')!;
    await element.updateComplete;
    expect(headingOf(element)).to.equal(SPANISH);
  });

  it('is Spanish for every country, however the country is written', async () => {
    for (const lang of ['es', 'ES', 'es-MX', 'es_MX', 'es-419', 'ES-us', 'es-Latn-MX', 'es-MX-x-clinic']) {
      expect(await headingIn(`<div lang="${lang}">${TAKEAWAYS}</div>`), lang).to.equal(SPANISH);
    }
  });

  it('is English for an unsupported language', async () => {
    page.lang = 'es';
    for (const lang of ['fr', 'de-AT', 'ar', 'zh-Hant-TW', 'est', 'x-es', 'en-ES', 'tlh', 'und']) {
      expect(await headingIn(`<div lang="${lang}">${TAKEAWAYS}</div>`), lang).to.equal(ENGLISH);
    }
  });

  it('is English for an invalid language, without errors', async () => {
    for (const lang of ['e', ' es', 'español', 'es MX', 'es-', '-', '*', '{{lang}}', 'i-klingon', 'en--US', '🙂']) {
      const written = await consoleOf(async () => {
        expect(await headingIn(`<div lang="${lang}">${TAKEAWAYS}</div>`), lang).to.equal(ENGLISH);
      });
      expect(written, lang).to.deep.equal({ errors: [], warnings: [] });
    }
  });

  it('changes with the element’s language', async () => {
    page.lang = 'en';
    const element = await showHtml<HTMLElementTagNameMap['guide-takeaways']>(TAKEAWAYS);
    expect(headingOf(element)).to.equal(ENGLISH);
    element.lang = 'es';
    await element.updateComplete;
    expect(headingOf(element)).to.equal(SPANISH);
    element.removeAttribute('lang');
    await element.updateComplete;
    expect(headingOf(element)).to.equal(ENGLISH);
  });

  it('changes with the page’s language', async () => {
    page.lang = 'en';
    const element = await showHtml(TAKEAWAYS);
    expect(headingOf(element)).to.equal(ENGLISH);
    page.lang = 'es';
    await settled();
    expect(headingOf(element)).to.equal(SPANISH);
  });

  it('does not replace the author’s title in any language', async () => {
    const titled = TAKEAWAYS.replace('{', '{"title":"Remember",');
    expect(await headingIn(`<div lang="es">${titled}</div>`)).to.equal('Remember');
  });
});
