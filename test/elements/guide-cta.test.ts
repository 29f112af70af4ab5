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

interface AxNode {
  role: string;
  name?: string;
  level?: number;
  children?: AxNode[];
}

const actionOf = (cta: GuideCta) => find<HTMLAnchorElement>(cta, '[part=button]');
const callOf = (cta: GuideCta) => find<HTMLAnchorElement>(cta, '.actions [part=link]');

const axTree = async (): Promise<string> => JSON.stringify(await a11ySnapshot({ selector: 'guide-cta' }));

/** Puts the element in a container that follows the system’s color scheme. */
async function place(cta: GuideCta, style = ''): Promise<HTMLElement> {
  const box = cta.parentElement!;
  box.style.cssText = `color-scheme: light dark; background: canvas; color: canvastext; ${style}`;
  await settled();
  return box;
}

/** Records the actions that the page hears about, and keeps the page from navigating. */
function actionsOf(cta: GuideCta): string[] {
  const actions: string[] = [];
  cta.parentElement!.addEventListener('click', (event) => event.preventDefault());
  cta.parentElement!.addEventListener('guide-action', ({ action }: GuideActionEvent) => actions.push(action));
  return actions;
}

/** The luminance of an opaque CSS color. */
function luminanceOf(color: string): number {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = color;
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

  inChromium.it('is a single link, and not a landmark, with only the required fields', async () => {
    const cta = await show('guide-cta', few);
    await expectAccessible(cta);
    expect(textOf(cta)).to.equal(label);
    expect(findAll(cta, 'a')).to.deep.equal([actionOf(cta)]);
    expect(actionOf(cta).href).to.equal(href);
    expect(await axTree())
      .to.match(/^\{"role":"link"/)
      .and.not.include('region');
  });

  inChromium.it(
    'is a region named by its heading, with text, action and phone number in that order, when all fields are set',
    async () => {
      const cta = await show('guide-cta', all, { 'heading-level': '3' });
      await expectAccessible(cta);
      const region = JSON.parse(await axTree()) as AxNode;
      expect(region).to.include({ role: 'region', name: all.title });
      expect(region.children![0]).to.include({ role: 'heading', name: all.title, level: 3 });
      expect(find(cta, 'strong').textContent).to.equal('your');
      const links = findAll(cta, 'a').map(({ innerText }) => innerText);
      expect(links).to.deep.equal([label, `Call ${phone}`]);
    },
  );

  for (const title of ['', ' '])
    it(`shows no heading and is not a landmark with the title "${title}"`, async () => {
      const cta = await show('guide-cta', { ...all, title });
      await expectAccessible(cta);
      expect(findAll(cta, 'section, h1, h2, h3, h4, h5, h6')).to.deep.equal([]);
    });

  describe('phone number', () => {
    for (const [written, dialed] of [
      [phone, 'tel:+15550100199'],
      ['555.010.0199', 'tel:5550100199'],
      ['+44 (0)20 7946 0000', 'tel:+442079460000'],
      ['020 7946/0000', 'tel:02079460000'],
    ])
      it(`dials ${dialed} for ${written}`, async () => {
        const cta = await show('guide-cta', { ...few, phone: written });
        expect(callOf(cta).href).to.equal(dialed);
        expect(callOf(cta).innerText).to.equal(`Call ${written}`);
      });

    it('has its label in the page’s language', async () => {
      const cta = await show('guide-cta', { ...few, phone }, { lang: 'es' });
      expect(callOf(cta).innerText).to.equal(`Llamar al ${phone}`);
    });
  });

  describe('label', () => {
    const accents = ['#000', '#fff', '#777', '#767676', '#808080', '#c00', '#e0201b', '#e8590c', '#ffd400', '#7fd1ae'];
    accents.push('rebeccapurple', '#8a2be2', '#0af', '#00f', '#0f0', 'magenta', '#0b6e79', 'oklch(62% 0.2 25)');
    accents.push('hsl(210 90% 45%)', 'color(display-p3 0.9 0.2 0.1)', 'color-mix(in srgb, red, blue)');
    for (const accent of accents)
      it(`is readable on ${accent}`, async () => {
        const cta = await show('guide-cta', few);
        await place(cta, `--guide-accent: ${accent}`);
        expect(contrastOf(actionOf(cta))).to.be.at.least(4.5);
        const luminance = luminanceOf(getComputedStyle(actionOf(cta)).color);
        expect(Math.min(luminance, 1 - luminance), 'white or black').to.be.below(0.001);
      });

    it('is readable on every gray and every hue, where the text switches from white to black', async () => {
      const cta = await show('guide-cta', few);
      const grays = Array.from(
        { length: 40 },
        (_, step) =>
          `rgb(${Array(3)
            .fill(100 + step)
            .join()})`,
      );
      const hues = Array.from({ length: 36 }, (_, step) => `lch(49.6 60 ${step * 10})`);
      for (const accent of [...grays, ...hues]) {
        cta.style.setProperty('--guide-accent', accent);
        expect(contrastOf(actionOf(cta)), accent).to.be.at.least(4.5);
      }
    });

    for (const scheme of ['light', 'dark'])
      it(`is readable on the default accent, ${scheme}`, async () => {
        const cta = await show('guide-cta', all);
        await place(cta, `color-scheme: ${scheme}`);
        await expectAccessible(cta);
        expect(contrastOf(actionOf(cta))).to.be.at.least(4.5);
      });
  });

  describe('by keyboard and touch', () => {
    it('tabs to the action and then the phone number, each with a visible focus outline', async () => {
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

    it('draws the action’s focus outline on the accent, so that it shows on any page', async () => {
      const { outlineOffset, outlineWidth, borderTopWidth } = getComputedStyle(actionOf(await show('guide-cta', few)));
      expect(parseFloat(outlineOffset)).to.be.at.most(-parseFloat(outlineWidth) - parseFloat(borderTopWidth));
    });

    it('tells the page which one was pressed, but not its text or URL', async () => {
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

    it('makes each link large enough for a thumb', async () => {
      const cta = await show('guide-cta', { ...few, label: 'Go', phone: '555' });
      for (const link of findAll(cta, '.actions a')) {
        const { width, height } = link.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    });
  });

  describe('URL', () => {
    /** The action’s URL on a page with this query string. */
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
      ['forwards nothing by default', href, undefined, href],
      ['forwards nothing for an empty list', href, ' , ', href],
      ['forwards a named parameter', href, 'gclid', `${href}?gclid=1`],
      [
        'forwards parameters that match a wildcard',
        href,
        'utm_*, gclid',
        `${href}?utm_source=mail&utm_medium=a+b&gclid=1`,
      ],
      ['matches whole names only', href, 'utm,clid,session_', href],
      ['keeps its fragment at the end', `${href}#times`, 'gclid', `${href}?gclid=1#times`],
      [
        'does not overwrite its own parameters',
        `${href}?gclid=own&q=a%20b&flag`,
        'gclid',
        `${href}?gclid=own&q=a%20b&flag`,
      ],
      ['adds to its own parameters', `${href}?q=a%20b&flag`, 'gclid', `${href}?q=a%20b&flag&gclid=1`],
      ['adds nothing to a mailto link', 'mailto:clinic@example.org', '*', 'mailto:clinic@example.org'],
      ['adds nothing to a tel link', 'tel:+15550100', '*', 'tel:+15550100'],
      ['adds nothing to a link within the page', '#times', '*', '#times'],
    ] as const)
      it(`${what}: ${to}, ${names}`, async () => {
        expect(await leadsTo(to, QUERY, names)).to.equal(expected);
      });

    it('forwards every value of a parameter, and only the listed ones, even within this site', async () => {
      const expected = `${location.origin}/book?utm_term=a&utm_term=b`;
      expect(await leadsTo('/book', '?utm_term=a&utm_term=b&c=d', 'utm_*')).to.equal(expected);
    });

    it('updates when the list changes or is removed', async () => {
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

    it('gives other sites no access to this window', async () => {
      expect(actionOf(await show('guide-cta', few)).rel).to.equal('noopener');
      expect(actionOf(await show('guide-cta', { label, href: '/book' })).rel).to.equal('');
    });
  });

  inChromiumAndFirefox.it('is a button with a border and link color in forced colors', async () => {
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
    it(`wraps long words at 320 px and 200% zoom, ${dir}`, async () => {
      const cta = await show('guide-cta', { ...all, title: LONG_WORD, text: LONG_WORD, label: LONG_WORD }, { dir });
      const box = await place(cta, 'inline-size: 320px; font-size: 32px');
      await expectAccessible(cta);
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    });

  inChromiumAndFirefox.it('prints as text, with the author’s URL but no forwarded parameters', async () => {
    history.replaceState(null, '', `${location.pathname}?gclid=1`);
    const cta = await show('guide-cta', all, { 'forward-params': 'gclid' });
    // Some engines return the declared value, others the computed one.
    const printed = () =>
      getComputedStyle(actionOf(cta), '::after')
        .content.replace('attr(data-address)', `"${actionOf(cta).dataset['address']}"`)
        .replaceAll('" "', '');
    expect(printed()).to.equal('none');
    await emulate({ media: 'print' });
    expect(printed()).to.equal(`" (${href})"`);
    const { color, backgroundColor } = getComputedStyle(actionOf(cta));
    expect(color).to.equal(getComputedStyle(find(cta, 'p')).color);
    expect(backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    expect(actionOf(cta).href).to.equal(`${href}?gclid=1`);
  });

  inChromiumAndFirefox.it('prints no URL for a link within the page or a phone link', async () => {
    await emulate({ media: 'print' });
    for (const href of ['#times', 'tel:+15550100'])
      expect(getComputedStyle(actionOf(await show('guide-cta', { label, href })), '::after').content).to.equal('none');
  });

  for (const [content, expected] of [
    ['{"label":"Go","href":"javascript:alert(1)"}', 'href: found "javascript:alert(1)", expected an address'],
    ['{"label":"Go","href":" java\\tscript:alert(1)"}', 'href: found'],
    ['{"label":"Go","href":"tel:*21*5#"}', 'href: found'],
    ['{"label":"Go","href":"/a","phone":"call us"}', 'phone: found "call us", expected a telephone number'],
    ['{"label":"Go"}', 'href: found nothing'],
    ['{"href":"/a"}', 'label: found nothing'],
  ])
    it(`keeps its fallback with ${content}, and logs one error with a fix`, async () => {
      const { errors } = await consoleOf(async () => {
        const cta = await showHtml(`<guide-cta content='${content}'><a href="/book">Book</a></guide-cta>`);
        await settled();
        expect(cta.innerText).to.equal('Book');
        expect(findAll(cta, 'a')).to.deep.equal([]);
      });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include('<guide-cta>').and.include(expected);
    });
});
