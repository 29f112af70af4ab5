import { expect } from '@open-wc/testing';
import type { GuideChecklist } from '../../src/elements/guide-checklist/guide-checklist.js';
import { emulate, find, findAll, inChromiumAndFirefox, settled, show } from '../helpers.js';
import { print, buttonNamed, type, OWN, addOwn, boxOf, noteOf, TEAR, DISC } from './guide-checklist.helpers.js';

const words = (page: Document) => page.body.innerText.replace(/\s+/g, ' ').trim();

describe('<guide-checklist>', () => {
  afterEach(() => emulate({}));

  describe('when printed', () => {
    it('prints the heading, the date, every question with its box and note or line, and the disclaimer, but not the page', async () => {
      const list = await show('guide-checklist', { title: 'Ask these', intro: 'Not this.', items: [DISC, TEAR] });
      boxOf(list, DISC).click();
      await type(list, noteOf(list, DISC), 'Yes, it is.');
      await addOwn(list, OWN);
      const date = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format();
      const events: Event[] = [];
      list.parentElement!.addEventListener('guide-print', (event) => events.push(event));
      await print(list, (page) => {
        expect(words(page)).to.include(`Ask these Date: ${date} ${DISC} Yes, it is. ${TEAR} ${OWN} This is general`);
        expect([page.title, page.documentElement.lang, page.body.dir]).to.deep.equal(['Ask these', 'en', 'ltr']);
        expect([...page.querySelectorAll('input')].map(({ checked }) => checked)).to.deep.equal([true, false, false]);
        expect(page.querySelectorAll('button, textarea, script, style, [style*=":"]:not(body)')).to.have.length(0);
        for (const line of page.querySelectorAll('li p')) {
          expect(page.defaultView!.getComputedStyle(line).borderBottomStyle).to.equal('dotted');
          expect(line.getBoundingClientRect().height).to.be.greaterThan(20);
        }
      });
      // The event says that the list was printed, but not what was on it.
      const saying = events.map((event) => [
        event.composed,
        ...Object.keys(event).filter((key) => key !== 'isTrusted'),
      ]);
      expect(saying).to.deep.equal([[true]]);
    });

    it('uses the page’s language and direction, and the title and disclaimer of the guide around it', async () => {
      const guide = await show(
        'patient-guide',
        { title: '¿Fusión?', checklist: { items: ['¿Por qué?'] }, disclaimer: { text: 'Pregunte **siempre**.' } },
        { lang: 'es', dir: 'rtl', style: 'font-family: Georgia, serif' },
      );
      await settled();
      const list = find<GuideChecklist>(guide, 'guide-checklist');
      await print(list, (page) => {
        expect([page.documentElement.lang, page.body.dir]).to.deep.equal(['es', 'rtl']);
        expect(page.body.style.fontFamily).to.equal('Georgia, serif');
        expect(words(page)).to.match(
          /^¿Fusión\? Preguntas para una segunda opinión Fecha: \d+ de .* ¿Por qué\? Pregunte siempre\.$/,
        );
      });
    });

    it('fits ten questions on one page', async () => {
      const items = [...'0123456789'].map((digit) => `${digit}: which alternatives were looked at for me?`);
      const list = await show('guide-checklist', { items });
      await print(list, (page) => {
        const frame = page.defaultView!.frameElement as HTMLElement;
        frame.style.inlineSize = '180mm';
        // A Letter page is 279 mm high; browsers use about 20 mm for margins.
        expect(page.body.scrollHeight).to.be.lessThan((259 / 25.4) * 96);
      });
    });
  });

  it('leaves at most one iframe when the browser does not print or never fires afterprint', async () => {
    const list = await show('guide-checklist', { items: [DISC] });
    for (let press = 0; press < 3; press++) buttonNamed(list, 'Print').click();
    expect(findAll(list, 'iframe').length).to.be.at.most(1);
    await print(list);
  });

  inChromiumAndFirefox.it('prints with the page: check marks and notes, but no screen-only controls', async () => {
    const list = await show('guide-checklist', { items: [DISC] });
    await type(list, noteOf(list, DISC), 'Yes');
    await addOwn(list, OWN);
    await emulate({ media: 'print' });
    const seen = findAll(list, 'li label, textarea, button, .own').filter((element) => element.checkVisibility());
    expect(seen.map(({ localName }) => localName)).to.deep.equal(['label', 'textarea', 'label', 'textarea']);
    expect(getComputedStyle(noteOf(list, OWN), '::placeholder').color).to.equal('rgba(0, 0, 0, 0)');
  });
});
