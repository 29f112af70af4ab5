import { expect } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import type { GuideActionEvent } from '../../src/elements/guide-cta/action-event.js';
import type { GuideCta } from '../../src/elements/guide-cta/guide-cta.js';
import {
  consoleOf,
  emulate,
  expectAccessible,
  find,
  findAll,
  inChromium,
  inChromiumAndFirefox,
  settled,
  show,
  showHtml,
  textOf,
} from '../helpers.js';

const LONG_WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);
const label = 'Schedule a consultation';
const href = 'https://example.org/schedule';
const phone = '+1 (555) 010-0199';
const few = { label, href };
const all = { title: 'Is it right for you?', text: 'Bring **your** report.', label, href, phone };

interface Told {
  role: string;
  name?: string;
  level?: number;
  children?: Told[];
}

const actionOf = (cta: GuideCta) => find<HTMLAnchorElement>(cta, '[part=button]');
const callOf = (cta: GuideCta) => find<HTMLAnchorElement>(cta, '.actions [part=link]');

const told = async (): Promise<string> => JSON.stringify(await a11ySnapshot({ selector: 'guide-cta' }));

/** In a place that is light or dark as the machine is. */
async function place(cta: GuideCta, style = ''): Promise<HTMLElement> {
  const box = cta.parentElement!;
  box.style.cssText = `color-scheme: light dark; background: canvas; color: canvastext; ${style}`;
  await settled();
  return box;
}

/** What the page hears of presses; it stays where it is. */
function actionsOf(cta: GuideCta): string[] {
  const actions: string[] = [];
  cta.parentElement!.addEventListener('click', (event) => event.preventDefault());
  cta.parentElement!.addEventListener('guide-action', ({ action }: GuideActionEvent) => actions.push(action));
  return actions;
}

/** The luminance of an opaque CSS colour. */
function luminanceOf(colour: string): number {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(element: Element): number {
  const { color, backgroundColor } = getComputedStyle(element);
  const [dark, light] = [color, backgroundColor].map(luminanceOf).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('<guide-cta>', () => {
  const address = location.pathname + location.search;
  afterEach(async () => {
    await emulate({});
    history.replaceState(null, '', address);
  });

  inChromium.it('is one link, and no landmark, with few fields', async () => {
    const cta = await show('guide-cta', few);
    await expectAccessible(cta);
    expect(textOf(cta)).to.equal(label);
    expect(findAll(cta, 'a')).to.deep.equal([actionOf(cta)]);
    expect(actionOf(cta).href).to.equal(href);
    expect(await told())
      .to.match(/^\{"role":"link"/)
      .and.not.include('region');
  });

  inChromium.it(
    'with all fields is a region named by its heading, with text, action and telephone number in this order',
    async () => {
      const cta = await show('guide-cta', all, { 'heading-level': '3' });
      await expectAccessible(cta);
      const region = JSON.parse(await told()) as Told;
      expect(region).to.include({ role: 'region', name: all.title });
      expect(region.children![0]).to.include({ role: 'heading', name: all.title, level: 3 });
      expect(find(cta, 'strong').textContent).to.equal('your');
      const links = findAll(cta, 'a').map(({ innerText }) => innerText);
      expect(links).to.deep.equal([label, `Call ${phone}`]);
    },
  );

  for (const title of ['', ' '])
    it(`shows no heading and is no landmark with the title "${title}"`, async () => {
      const cta = await show('guide-cta', { ...all, title });
      await expectAccessible(cta);
      expect(findAll(cta, 'section, h1, h2, h3, h4, h5, h6')).to.deep.equal([]);
    });

  describe('its telephone number', () => {
    for (const [written, dialled] of [
      [phone, 'tel:+15550100199'],
      ['555.010.0199', 'tel:5550100199'],
      ['+44 (0)20 7946 0000', 'tel:+442079460000'],
      ['020 7946/0000', 'tel:02079460000'],
    ])
      it(`${written} is called as ${dialled}`, async () => {
        const cta = await show('guide-cta', { ...few, phone: written });
        expect(callOf(cta).href).to.equal(dialled);
        expect(callOf(cta).innerText).to.equal(`Call ${written}`);
      });

    it('is offered in the page’s language', async () => {
      const cta = await show('guide-cta', { ...few, phone }, { lang: 'es' });
      expect(callOf(cta).innerText).to.equal(`Llamar al ${phone}`);
    });
  });

  describe('its label', () => {
    const accents = ['#000', '#fff', '#777', '#767676', '#808080', '#c00', '#e0201b', '#e8590c', '#ffd400', '#7fd1ae'];
    accents.push('rebeccapurple', '#8a2be2', '#0af', '#00f', '#0f0', 'magenta', '#0b6e79', 'oklch(62% 0.2 25)');
    accents.push('hsl(210 90% 45%)', 'color(display-p3 0.9 0.2 0.1)', 'color-mix(in srgb, red, blue)');
    for (const accent of accents)
      it(`can be read on ${accent}`, async () => {
        const cta = await show('guide-cta', few);
        await place(cta, `--guide-accent: ${accent}`);
        expect(contrastOf(actionOf(cta))).to.be.at.least(4.5);
        const luminance = luminanceOf(getComputedStyle(actionOf(cta)).color);
        expect(Math.min(luminance, 1 - luminance), 'white or black').to.be.below(0.001);
      });

    it('can be read on every grey and on every hue, where white gives way to black', async () => {
      const cta = await show('guide-cta', few);
      const greys = Array.from(
        { length: 40 },
        (_, step) =>
          `rgb(${Array(3)
            .fill(100 + step)
            .join()})`,
      );
      const hues = Array.from({ length: 36 }, (_, step) => `lch(49.6 60 ${step * 10})`);
      for (const accent of [...greys, ...hues]) {
        cta.style.setProperty('--guide-accent', accent);
        expect(contrastOf(actionOf(cta)), accent).to.be.at.least(4.5);
      }
    });

    for (const scheme of ['light', 'dark'])
      it(`can be read on the kit’s own accent, ${scheme}`, async () => {
        const cta = await show('guide-cta', all);
        await place(cta, `color-scheme: ${scheme}`);
        await expectAccessible(cta);
        expect(contrastOf(actionOf(cta))).to.be.at.least(4.5);
      });
  });

  describe('by keyboard and thumb', () => {
    it('Tab reaches the action and then the number, each with a focus that is seen', async () => {
      const cta = await show('guide-cta', all);
      const before = document.createElement('button');
      before.textContent = 'Before';
      cta.before(before);
      before.focus();
      for (const link of [actionOf(cta), callOf(cta)]) {
        await sendKeys({ press: 'Tab' });
        expect(cta.shadowRoot!.activeElement).to.equal(link);
        const { outlineStyle, outlineWidth, outlineColor, color } = getComputedStyle(link);
        expect([outlineStyle, outlineColor]).to.deep.equal(['solid', color]);
        expect(parseFloat(outlineWidth)).to.be.at.least(2);
      }
    });

    it('shows the action’s focus on the accent, where its colour can be seen on whatever page', async () => {
      const { outlineOffset, outlineWidth, borderTopWidth } = getComputedStyle(actionOf(await show('guide-cta', few)));
      expect(parseFloat(outlineOffset)).to.be.at.most(-parseFloat(outlineWidth) - parseFloat(borderTopWidth));
    });

    it('tells the page which one was pressed, and neither words nor address', async () => {
      const cta = await show('guide-cta', all);
      const actions = actionsOf(cta);
      actionOf(cta).focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      actionOf(cta).click();
      expect(actions).to.deep.equal(['link', 'phone', 'link']);
      const heard: GuideActionEvent[] = [];
      cta.addEventListener('guide-action', (event) => heard.push(event));
      callOf(cta).click();
      expect(Object.keys(heard[0])).to.deep.equal(['isTrusted', 'action']);
    });

    it('gives each link the size of a thumb', async () => {
      const cta = await show('guide-cta', { ...few, label: 'Go', phone: '555' });
      for (const link of findAll(cta, '.actions a')) {
        const { width, height } = link.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    });
  });

  describe('its address', () => {
    /** Where the action leads from a page with this query. */
    async function leadsTo(href: string, query: string, names?: string): Promise<string | null> {
      history.replaceState(null, '', location.pathname + query);
      const cta = await show(
        'guide-cta',
        { label, href, phone },
        names === undefined ? {} : { 'forward-params': names },
      );
      expect(callOf(cta).href).to.equal('tel:+15550100199');
      return actionOf(cta).getAttribute('href');
    }

    const QUERY = '?utm_source=mail&utm_medium=a%20b&gclid=1&session=secret&UTM_x=1';

    for (const [what, to, names, expected] of [
      ['takes nothing along unless asked to', href, undefined, href],
      ['takes nothing along for no names', href, ' , ', href],
      ['takes along what is named', href, 'gclid', `${href}?gclid=1`],
      ['takes along what begins so', href, 'utm_*, gclid', `${href}?utm_source=mail&utm_medium=a+b&gclid=1`],
      ['takes a name for all of the name', href, 'utm,clid,session_', href],
      ['keeps its fragment last', `${href}#times`, 'gclid', `${href}?gclid=1#times`],
      ['keeps what it says itself', `${href}?gclid=own&q=a%20b&flag`, 'gclid', `${href}?gclid=own&q=a%20b&flag`],
      ['adds to what it says', `${href}?q=a%20b&flag`, 'gclid', `${href}?q=a%20b&flag&gclid=1`],
      ['gives nothing to mail', 'mailto:clinic@example.org', '*', 'mailto:clinic@example.org'],
      ['gives nothing to a call', 'tel:+15550100', '*', 'tel:+15550100'],
      ['stays on this page', '#times', '*', '#times'],
    ] as const)
      it(`${what}: ${to}, ${names}`, async () => {
        expect(await leadsTo(to, QUERY, names)).to.equal(expected);
      });

    it('takes along every value of a name, and no more than the names on this site too', async () => {
      const expected = `${location.origin}/book?utm_term=a&utm_term=b`;
      expect(await leadsTo('/book', '?utm_term=a&utm_term=b&c=d', 'utm_*')).to.equal(expected);
    });

    it('follows when the names change or go', async () => {
      await leadsTo(href, QUERY, 'gclid');
      const cta = document.querySelector('guide-cta')!;
      cta.forwardParams = 'session';
      await cta.updateComplete;
      expect(actionOf(cta).href).to.equal(`${href}?session=secret`);
      cta.removeAttribute('forward-params');
      cta.forwardParams = null;
      await cta.updateComplete;
      expect(actionOf(cta).href).to.equal(href);
    });

    it('on another site gets no hold of this window', async () => {
      expect(actionOf(await show('guide-cta', few)).rel).to.equal('noopener');
      expect(actionOf(await show('guide-cta', { label, href: '/book' })).rel).to.equal('');
    });
  });

  inChromiumAndFirefox.it('is a button with a border and the colour of a link in forced colours', async () => {
    await emulate({ 'forced-colors': 'active' });
    const cta = await show('guide-cta', all);
    const box = await place(cta, '--guide-accent: rgb(4, 5, 6)');
    await expectAccessible(cta);
    box.style.color = 'linktext';
    const { color, backgroundColor, borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(actionOf(cta));
    expect(color).to.equal(getComputedStyle(box).color);
    expect([borderTopColor, borderTopStyle, borderTopWidth]).to.deep.equal([color, 'solid', '1px']);
    expect(backgroundColor).not.to.equal('rgb(4, 5, 6)');
  });

  for (const dir of ['ltr', 'rtl'])
    it(`wraps long words in a place of 320 px at 200% zoom, ${dir}`, async () => {
      const cta = await show('guide-cta', { ...all, title: LONG_WORD, text: LONG_WORD, label: LONG_WORD }, { dir });
      const box = await place(cta, 'inline-size: 320px; font-size: 32px');
      await expectAccessible(cta);
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    });

  inChromiumAndFirefox.it(
    'is printed as text, with an address to type that has only what the author wrote',
    async () => {
      history.replaceState(null, '', `${location.pathname}?gclid=1`);
      const cta = await show('guide-cta', all, { 'forward-params': 'gclid' });
      // Some engines give what is written in the style, others what it comes to.
      const printed = () =>
        getComputedStyle(actionOf(cta), '::after')
          .content.replace('attr(data-address)', `"${actionOf(cta).dataset.address}"`)
          .replaceAll('" "', '');
      expect(printed()).to.equal('none');
      await emulate({ media: 'print' });
      expect(printed()).to.equal(`" (${href})"`);
      const { color, backgroundColor } = getComputedStyle(actionOf(cta));
      expect(color).to.equal(getComputedStyle(find(cta, 'p')).color);
      expect(backgroundColor).to.equal('rgba(0, 0, 0, 0)');
      expect(actionOf(cta).href).to.equal(`${href}?gclid=1`);
    },
  );

  inChromiumAndFirefox.it('is printed without an address that nobody types', async () => {
    await emulate({ media: 'print' });
    for (const href of ['#times', 'tel:+15550100'])
      expect(getComputedStyle(actionOf(await show('guide-cta', { label, href })), '::after').content).to.equal('none');
  });

  for (const [content, told] of [
    ['{"label":"Go","href":"javascript:alert(1)"}', 'href: found "javascript:alert(1)", expected an address'],
    ['{"label":"Go","href":" java\\tscript:alert(1)"}', 'href: found'],
    ['{"label":"Go","href":"tel:*21*5#"}', 'href: found'],
    ['{"label":"Go","href":"/a","phone":"call us"}', 'phone: found "call us", expected a telephone number'],
    ['{"label":"Go"}', 'href: found nothing'],
    ['{"href":"/a"}', 'label: found nothing'],
  ])
    it(`keeps its fallback with ${content}, and tells the author once how to mend it`, async () => {
      const { errors } = await consoleOf(async () => {
        const cta = await showHtml(`<guide-cta content='${content}'><a href="/book">Book</a></guide-cta>`);
        await settled();
        expect(cta.innerText).to.equal('Book');
        expect(findAll(cta, 'a')).to.deep.equal([]);
      });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include('<guide-cta>').and.include(told);
    });
});
