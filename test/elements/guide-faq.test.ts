import { expect, waitUntil } from '@open-wc/testing';
import { a11ySnapshot, sendKeys, setViewport } from '@web/test-runner-commands';
import type { GuideToggleEvent } from '../../src/elements/guide-faq/toggle-event.js';
import type { GuideFaq } from '../../src/elements/guide-faq/guide-faq.js';
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
  SPACE_BAR,
  textOf,
} from '../helpers.js';

/** What a screen reader is told of one thing on the page. */
interface Told {
  role: string;
  name?: string;
  level?: number;
  expanded?: boolean;
  children?: Told[];
}

const cost = { id: 'cost', question: 'What does it cost?', answer: 'Ask for a **written** estimate.' };
const pain = { id: 'pain', question: 'Will it hurt?', answer: 'Less than before, [as a rule](https://example.org/).' };
const work = { id: 'work', question: 'When can I work again?', answer: 'After six weeks.' };
const long = { id: 'long', question: 'What is a fusion?', answer: 'Two bones grow into one. '.repeat(200) };

const accessibilityTree = async (selector: string): Promise<Told> =>
  (await a11ySnapshot({ selector })) as unknown as Told;

/** The button that has this name, as a person would look for it. */
function buttonNamed(faq: GuideFaq, name: string): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(faq, 'button').find((button) => nameOf(button) === name);
  if (!found) throw new Error(`no button is named "${name}"`);
  return found;
}

const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent.trim();

/** The panel that a question's button says it controls. */
const panelOf = (faq: GuideFaq, question: string) =>
  find(faq, `#${buttonNamed(faq, question).getAttribute('aria-controls')}`);

const isAnswerSeen = (faq: GuideFaq, question: string): boolean => {
  const text = panelOf(faq, question).querySelector('p')!;
  return text.checkVisibility({ visibilityProperty: true }) && text.getBoundingClientRect().height > 0;
};

const seenAnswers = (faq: GuideFaq) =>
  findAll(faq, '[aria-expanded]')
    .map(nameOf)
    .filter((question) => isAnswerSeen(faq, question));

const outlineOf = (faq: GuideFaq) =>
  findAll(faq, 'h1, h2, h3, h4, h5, h6').map(({ localName, textContent }) => `${localName} ${textContent.trim()}`);

async function press(faq: GuideFaq, name: string): Promise<void> {
  buttonNamed(faq, name).click();
  await faq.updateComplete;
}

/** What the keyboard is on. */
const focusedIn = (faq: GuideFaq) => {
  const focused = faq.shadowRoot!.activeElement;
  return focused ? nameOf(focused) : undefined;
};

/** A page that begins and ends far outside of the window. */
function makeTall(faq: GuideFaq): void {
  faq.parentElement!.style.paddingBlock = '2000px';
}

const scrollToTop = (element: Element, distance: number) =>
  scrollTo(0, scrollY + element.getBoundingClientRect().top - distance);

/** As a link to a text does. The browser follows it only when a person did something on the page, and some frames later. */
async function followTextFragment(text: string): Promise<void> {
  await sendKeys({ press: 'Tab' });
  location.hash = `#:~:text=${text}`;
  for (let turn = 0; turn < 10; turn++) await settled();
}

describe('<guide-faq>', () => {
  beforeEach(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    await emulate({});
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  describe('its headings', () => {
    for (const level of [1, 2, 3, 4, 5, 6]) {
      const below = Math.min(level + 1, 6);
      it(`are the title at level ${level} and each question at level ${below}, with heading-level ${level}`, async () => {
        const faq = await show(
          'guide-faq',
          { title: 'Money', items: [cost, pain] },
          { 'heading-level': String(level) },
        );
        expect(outlineOf(faq)).to.deep.equal([
          `h${level} Money`,
          `h${below} What does it cost?`,
          `h${below} Will it hurt?`,
        ]);
        await expectAccessible(faq);
      });

      it(`are the questions alone, at level ${level}, without a title and with heading-level ${level}`, async () => {
        const faq = await show('guide-faq', { title: '', items: [cost, pain] }, { 'heading-level': String(level) });
        expect(outlineOf(faq)).to.deep.equal([`h${level} What does it cost?`, `h${level} Will it hurt?`]);
        await expectAccessible(faq);
      });
    }

    it('start at level 2 when nothing is said', async () => {
      const faq = await show('guide-faq', { title: 'Money', items: [cost] });
      expect(outlineOf(faq)).to.deep.equal(['h2 Money', 'h3 What does it cost?']);
    });

    for (const wrong of ['', '0', 'two']) {
      it(`start at level 2 with heading-level "${wrong}", which is no level`, async () => {
        const faq = await show('guide-faq', { title: 'Money', items: [cost] }, { 'heading-level': wrong });
        expect(outlineOf(faq)).to.deep.equal(['h2 Money', 'h3 What does it cost?']);
      });
    }

    it('follow a heading-level that is changed later', async () => {
      const faq = await show('guide-faq', { title: 'Money', items: [cost] });
      faq.headingLevel = 4;
      await faq.updateComplete;
      expect(outlineOf(faq)).to.deep.equal(['h4 Money', 'h5 What does it cost?']);
    });

    it('begin with the kit’s own words when the title is left out', async () => {
      const faq = await show('guide-faq', { items: [cost] });
      expect(outlineOf(faq)[0]).to.equal('h2 Common questions');
    });

    it('begin with the kit’s own words in the language of the page', async () => {
      const faq = await show('guide-faq', { items: [cost] }, { lang: 'es' });
      expect(outlineOf(faq)[0]).to.equal('h2 Preguntas frecuentes');
    });
  });

  describe('to a screen reader', () => {
    inChromium.it(
      'is a region named by its title, with headings, and buttons that say whether they are open',
      async () => {
        const faq = await show('guide-faq', { title: 'Money', items: [cost, pain, work] });
        await press(faq, 'Will it hurt?');
        const region = await accessibilityTree('guide-faq');
        expect(region).to.include({ role: 'region', name: 'Money' });
        const [title, ...others] = region.children!;
        expect(title).to.include({ role: 'heading', name: 'Money', level: 2 });
        const buttons = others.filter(({ role }) => role === 'button');
        expect(buttons.map(({ name, expanded }) => [name, expanded])).to.deep.equal([
          ['Open all', undefined],
          ['What does it cost?', false],
          ['Will it hurt?', true],
          ['When can I work again?', false],
        ]);
      },
    );

    inChromium.it('has a heading around the button of each question', async () => {
      await show('guide-faq', { items: [cost, pain] });
      for (const name of ['What does it cost?', 'Will it hurt?']) {
        const inHeading = await accessibilityTree(`aria/${name}[role="heading"]`);
        expect(inHeading).to.include({ role: 'button', name });
      }
    });

    inChromium.it('is a region named by the kit’s own words when no title is shown', async () => {
      await show('guide-faq', { title: '', items: [cost] });
      const region = await accessibilityTree('guide-faq');
      expect(region).to.include({ role: 'region', name: 'Common questions' });
    });

    inChromium.it('reads an answer only while it is open', async () => {
      const faq = await show('guide-faq', { items: [work] });
      const isAnswerRead = async () =>
        JSON.stringify(await accessibilityTree('guide-faq')).includes('"After six weeks."');
      expect(await isAnswerRead()).to.equal(false);
      await press(faq, 'When can I work again?');
      expect(await isAnswerRead()).to.equal(true);
    });
  });

  describe('by keyboard alone', () => {
    /** The keyboard stands just before the element. Past the page's last stop it would leave the page. */
    async function showAfterFocus(content: object, attributes: Record<string, string> = {}): Promise<GuideFaq> {
      const faq = await show('guide-faq', content, attributes);
      const [before, after] = [document.createElement('button'), document.createElement('button')];
      before.textContent = 'before';
      after.textContent = 'after';
      faq.before(before);
      faq.after(after);
      before.focus();
      return faq;
    }

    it('Tab reaches every question in order', async () => {
      const faq = await showAfterFocus({ items: [cost, pain, work] });
      const reached = [];
      for (let presses = 0; presses < 5; presses++) {
        await sendKeys({ press: 'Tab' });
        reached.push(focusedIn(faq));
      }
      expect(reached).to.deep.equal([
        'Open all',
        'What does it cost?',
        'Will it hurt?',
        'When can I work again?',
        undefined,
      ]);
    });

    it('Tab passes over a link in a closed answer and stops at it in an open one', async () => {
      const faq = await showAfterFocus({ items: [pain, work] });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      expect(focusedIn(faq)).to.equal('When can I work again?');
      await press(faq, 'Will it hurt?');
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      expect(focusedIn(faq)).to.equal('as a rule');
    });

    for (const key of ['Enter', SPACE_BAR]) {
      it(`${key === SPACE_BAR ? 'Space' : key} opens a question and closes it again, and the keyboard stays on it`, async () => {
        const faq = await showAfterFocus({ items: [cost, pain] });
        await sendKeys({ press: 'Tab' });
        await sendKeys({ press: key });
        await faq.updateComplete;
        expect(seenAnswers(faq)).to.deep.equal(['What does it cost?']);
        expect(focusedIn(faq)).to.equal('What does it cost?');
        await sendKeys({ press: key });
        await faq.updateComplete;
        expect(seenAnswers(faq)).to.deep.equal([]);
        expect(focusedIn(faq)).to.equal('What does it cost?');
      });

      it(`${key === SPACE_BAR ? 'Space' : key} opens all questions and closes them again`, async () => {
        const faq = await showAfterFocus({ items: [cost, pain, work] });
        await sendKeys({ press: 'Tab' });
        await sendKeys({ press: key });
        await faq.updateComplete;
        expect(seenAnswers(faq)).to.have.length(3);
        expect(focusedIn(faq)).to.equal('Close all');
        await sendKeys({ press: key });
        await faq.updateComplete;
        expect(seenAnswers(faq)).to.deep.equal([]);
      });
    }

    it('the question the keyboard is on has an outline', async () => {
      const faq = await showAfterFocus({ items: [cost] });
      expect(getComputedStyle(buttonNamed(faq, 'What does it cost?')).outlineStyle).to.equal('none');
      await sendKeys({ press: 'Tab' });
      expect(getComputedStyle(buttonNamed(faq, 'What does it cost?')).outlineStyle).to.equal('solid');
    });
  });

  describe('a question', () => {
    it('is closed at first, each of them', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      expect(findAll(faq, '[aria-expanded="false"]')).to.have.length(3);
      expect(seenAnswers(faq)).to.deep.equal([]);
    });

    it('shows its answer when pressed and hides it when pressed again', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      await press(faq, 'What does it cost?');
      expect(seenAnswers(faq)).to.deep.equal(['What does it cost?']);
      expect(panelOf(faq, 'What does it cost?').innerText.trim()).to.equal('Ask for a written estimate.');
      await press(faq, 'What does it cost?');
      expect(seenAnswers(faq)).to.deep.equal([]);
    });

    it('leaves the others open', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'What does it cost?');
      await press(faq, 'When can I work again?');
      expect(seenAnswers(faq)).to.deep.equal(['What does it cost?', 'When can I work again?']);
    });

    it('takes a thumb: its button is 44 px high and as wide as the list', async () => {
      await setViewport({ width: 320, height: 600 });
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      for (const button of findAll(faq, 'button')) {
        const { height, width } = button.getBoundingClientRect();
        expect(Math.min(height, width)).to.be.at.least(44);
        if (button.ariaExpanded) expect(width).to.equal(faq.getBoundingClientRect().width);
      }
    });

    for (const [dir, side] of [
      ['ltr', 'left'],
      ['rtl', 'right'],
    ] as const) {
      it(`has its icon at the start, on the ${side} in ${dir}`, async () => {
        const faq = await show('guide-faq', { items: [cost] }, { dir });
        const button = buttonNamed(faq, 'What does it cost?');
        const text = document.createRange();
        text.selectNodeContents(button);
        text.setStartAfter(button.querySelector('[part=icon]')!);
        const icon = button.querySelector('[part=icon]')!.getBoundingClientRect();
        const words = text.getBoundingClientRect();
        if (dir === 'ltr') expect(icon.right).to.be.below(words.left);
        else expect(icon.left).to.be.above(words.right);
      });
    }

    inChromiumAndFirefox.it('changes its icon from plus to minus', async () => {
      const faq = await show('guide-faq', { items: [cost] });
      await emulate({ 'prefers-reduced-motion': 'reduce' });
      const upright = () => getComputedStyle(find(faq, '[part=icon]'), '::after').content;
      expect(upright()).to.equal('""');
      await press(faq, 'What does it cost?');
      expect(upright()).to.equal('none');
    });

    inChromiumAndFirefox.it('moves for less than 200 ms, and not at all for a reader who wants no motion', async () => {
      const faq = await show('guide-faq', { items: [cost] });
      const seconds = () =>
        findAll(faq, '*').flatMap((part) => {
          const { animationDuration, transitionDuration } = getComputedStyle(part);
          return [animationDuration, transitionDuration].map((duration) => parseFloat(duration) || 0);
        });
      expect(Math.max(...seconds())).to.be.below(0.2);
      await emulate({ 'prefers-reduced-motion': 'reduce' });
      expect(Math.max(...seconds())).to.equal(0);
    });

    it('fits a narrow phone, whatever the length of its words', async () => {
      await setViewport({ width: 320, height: 600 });
      const word = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3);
      const faq = await show('guide-faq', { title: word, items: [{ question: word, answer: word }] }, { share: '' });
      await press(faq, word);
      expect(document.documentElement.scrollWidth).to.equal(320);
    });
  });

  describe('found by the browser’s own search', () => {
    it('a closed answer stays where the search looks: hidden, but only until found', async () => {
      const faq = await show('guide-faq', { items: [cost] });
      expect(panelOf(faq, 'What does it cost?').getAttribute('hidden')).to.equal('until-found');
      await press(faq, 'What does it cost?');
      expect(panelOf(faq, 'What does it cost?').hasAttribute('hidden')).to.equal(false);
      await press(faq, 'What does it cost?');
      expect(panelOf(faq, 'What does it cost?').getAttribute('hidden')).to.equal('until-found');
    });

    it('a text fragment in the address opens the question whose answer has the text', async () => {
      // Not every build of Chromium follows text fragments: the browser's own element shows whether this one does.
      const control = await showHtml('<p hidden="until-found">Swimming in a lake.</p>');
      await followTextFragment('in%20a%20lake');
      const faq = await show('guide-faq', {
        items: [cost, { id: 'found', question: 'And after that?', answer: 'Physiotherapy in a swimming pool.' }, work],
      });
      const toggles: GuideToggleEvent[] = [];
      faq.addEventListener('guide-toggle', (event) => toggles.push(event));
      await followTextFragment('in%20a%20swimming%20pool');
      await faq.updateComplete;
      const isFollowed = !control.hidden;
      expect(toggles.map(({ id, index, open }) => [id, index, open])).to.deep.equal(
        isFollowed ? [['found', 1, true]] : [],
      );
      expect(seenAnswers(faq)).to.deep.equal(isFollowed ? ['And after that?'] : []);
    });

    it('a match opens the question, and the question can be closed again', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      panelOf(faq, 'Will it hurt?').dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
      await press(faq, 'Will it hurt?');
      expect(seenAnswers(faq)).to.deep.equal([]);
    });

    it('a match closes the question that was open, with `single`', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] }, { single: '' });
      await press(faq, 'What does it cost?');
      panelOf(faq, 'Will it hurt?').dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
    });
  });

  describe('on paper', () => {
    inChromiumAndFirefox.it('all answers are there, also the closed ones', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'Will it hurt?');
      await emulate({ media: 'print' });
      expect(seenAnswers(faq)).to.deep.equal(['What does it cost?', 'Will it hurt?', 'When can I work again?']);
    });

    inChromiumAndFirefox.it('all questions are there, and none of the buttons that only a screen has', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] }, { share: '' });
      await emulate({ media: 'print' });
      const printed = findAll(faq, 'button').filter((button) => button.checkVisibility());
      expect(printed.map(nameOf)).to.deep.equal(['What does it cost?', 'Will it hurt?', 'When can I work again?']);
    });

    inChromiumAndFirefox.it('the answers are closed again on the screen', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      await emulate({ media: 'print' });
      expect(seenAnswers(faq)).to.have.length(2);
      await emulate({});
      expect(seenAnswers(faq)).to.deep.equal([]);
    });
  });

  describe('the button for all', () => {
    it('is not there for one or two questions', async () => {
      for (const items of [[cost], [cost, pain]]) {
        const faq = await show('guide-faq', { items });
        expect(findAll(faq, 'button').map(nameOf)).to.deep.equal(items.map(({ question }) => question));
      }
    });

    it('opens three questions, then says that it closes them, and does', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'Open all');
      expect(seenAnswers(faq)).to.have.length(3);
      await press(faq, 'Close all');
      expect(seenAnswers(faq)).to.deep.equal([]);
      expect(buttonNamed(faq, 'Open all').checkVisibility()).to.equal(true);
    });

    it('opens the rest when some are open already', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'What does it cost?');
      await press(faq, 'Open all');
      expect(seenAnswers(faq)).to.have.length(3);
    });

    it('says what it will do when the questions were opened and closed one by one', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      for (const { question } of [cost, pain, work]) await press(faq, question);
      expect(buttonNamed(faq, 'Close all').checkVisibility()).to.equal(true);
      await press(faq, 'Will it hurt?');
      expect(buttonNamed(faq, 'Open all').checkVisibility()).to.equal(true);
    });

    it('is not there with `single`, and comes back without it', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] }, { single: '' });
      expect(textOf(faq)).not.to.include('Open all');
      faq.single = false;
      await faq.updateComplete;
      expect(textOf(faq)).to.include('Open all');
    });

    it('speaks the language of the page', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] }, { lang: 'es' });
      await press(faq, 'Abrir todo');
      await press(faq, 'Cerrar todo');
      expect(seenAnswers(faq)).to.deep.equal([]);
    });
  });

  describe('with more questions than any guide has', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      id: `many-${index}`,
      question: `Question ${index}?`,
      answer: `Answer ${index}.`,
    }));

    it('a link to the last one brings it into view, open, and the keyboard to it', async () => {
      const faq = await show('guide-faq', { items: many });
      location.hash = '#many-119';
      await waitUntil(() => isAnswerSeen(faq, 'Question 119?'));
      const { top, bottom } = buttonNamed(faq, 'Question 119?').getBoundingClientRect();
      expect([top >= 0, bottom <= innerHeight]).to.deep.equal([true, true]);
      expect(focusedIn(faq)).to.equal('Question 119?');
    });

    inChromium.it('a screen reader is told all of them', async () => {
      await show('guide-faq', { items: many });
      const told = JSON.stringify(await accessibilityTree('guide-faq'));
      for (const { question } of many) expect(told).to.include(`"${question}"`);
    });

    inChromiumAndFirefox.it('all of them are printed', async () => {
      const faq = await show('guide-faq', { items: many });
      await emulate({ media: 'print' });
      expect(seenAnswers(faq)).to.have.length(many.length);
    });
  });

  describe('with `single`', () => {
    it('opening a question closes the one that was open', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] }, { single: '' });
      await press(faq, 'What does it cost?');
      await press(faq, 'Will it hurt?');
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
    });

    it('the open question can be closed too', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] }, { single: '' });
      await press(faq, 'What does it cost?');
      await press(faq, 'What does it cost?');
      expect(seenAnswers(faq)).to.deep.equal([]);
    });

    it('two elements on a page leave each other alone', async () => {
      const one = await show('guide-faq', { items: [cost] }, { single: '' });
      const other = await show('guide-faq', { items: [pain] }, { single: '' });
      await press(one, 'What does it cost?');
      await press(other, 'Will it hurt?');
      expect(seenAnswers(one)).to.deep.equal(['What does it cost?']);
    });

    for (const [what, above, distance] of [
      ['in the window', cost, 300],
      ['that ends in the window', long, 200],
      ['that is out of the window', long, 1],
    ] as const) {
      it(`the pressed question stays where it is when an answer above it ${what} is closed`, async () => {
        const faq = await show('guide-faq', { items: [work, above, pain] }, { single: '' });
        makeTall(faq);
        await press(faq, above.question);
        const pressed = buttonNamed(faq, 'Will it hurt?');
        scrollToTop(pressed, distance);
        await settled();
        const { top } = pressed.getBoundingClientRect();
        pressed.click();
        await faq.updateComplete;
        await settled();
        expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
        expect(pressed.getBoundingClientRect().top).to.be.closeTo(top, 1);
      });
    }
  });

  describe('with `single`, in a box of the page that scrolls by itself', () => {
    for (const [what, padding, doesBoxMove] of [
      ['the box scrolls, and the page around it stays where it is', '500px', false],
      ['the page scrolls where the box is too short to', '0px', true],
    ] as const)
      it(`the pressed question stays where it is: ${what}`, async () => {
        const faq = await show('guide-faq', { items: [work, long, pain] }, { single: '' });
        makeTall(faq);
        const box = await showHtml('<div style="block-size: 300px; overflow: auto"></div>');
        faq.parentElement!.append(box);
        box.append(faq);
        faq.style.paddingBlock = padding;
        await press(faq, 'What is a fusion?');
        const pressed = buttonNamed(faq, 'Will it hurt?');
        scrollToTop(box, 100);
        box.scrollTop += pressed.getBoundingClientRect().top - 200;
        await settled();
        const before = [pressed, box].map((element) => element.getBoundingClientRect().top);
        pressed.click();
        await faq.updateComplete;
        await settled();
        const moved = [pressed, box].map((element, index) => element.getBoundingClientRect().top - before[index]);
        expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
        expect(moved[0]).to.be.closeTo(0, 1);
        expect(Math.abs(moved[1]) > 1).to.equal(doesBoxMove);
      });
  });

  describe('opening', () => {
    for (const [where, distance] of [
      ['in the middle of the window', 250],
      ['at its lower edge', 590],
      ['half above its upper edge', -20],
    ] as const) {
      it(`does not scroll the page: a question ${where} stays there`, async () => {
        const faq = await show('guide-faq', { items: [cost, long, pain] });
        makeTall(faq);
        const pressed = buttonNamed(faq, 'What is a fusion?');
        scrollToTop(pressed, distance);
        await settled();
        const before = [scrollY, pressed.getBoundingClientRect().top];
        pressed.click();
        await faq.updateComplete;
        await settled();
        expect(seenAnswers(faq)).to.deep.equal(['What is a fusion?']);
        expect([scrollY, pressed.getBoundingClientRect().top]).to.deep.equal(before);
      });
    }

    it('by keyboard does not scroll the page either', async () => {
      const faq = await show('guide-faq', { items: [cost, long, pain] });
      makeTall(faq);
      const pressed = buttonNamed(faq, 'What is a fusion?');
      scrollToTop(pressed, 400);
      pressed.focus({ preventScroll: true });
      const before = [scrollY, pressed.getBoundingClientRect().top];
      for (const key of ['Enter', 'Enter', SPACE_BAR]) {
        await sendKeys({ press: key });
        await faq.updateComplete;
        await settled();
        expect([scrollY, pressed.getBoundingClientRect().top]).to.deep.equal(before);
      }
      expect(seenAnswers(faq)).to.deep.equal(['What is a fusion?']);
    });

    it('takes no focus and does not scroll when a script changes the content', async () => {
      const faq = await show('guide-faq', { items: [cost, long] });
      makeTall(faq);
      const before = scrollY;
      faq.content = { items: [long, cost, pain] };
      await faq.updateComplete;
      await settled();
      expect(document.activeElement?.localName).to.equal('body');
      expect(scrollY).to.equal(before);
    });
  });

  describe('guide-toggle', () => {
    /** Every `guide-toggle` that reaches the page while `action` runs. */
    async function togglesOf(action: () => Promise<unknown>): Promise<GuideToggleEvent[]> {
      const toggles: GuideToggleEvent[] = [];
      const note = (event: GuideToggleEvent) => void toggles.push(event);
      document.body.addEventListener('guide-toggle', note);
      await action();
      document.body.removeEventListener('guide-toggle', note);
      return toggles;
    }

    it('tells the page id, position and state of what a person opened and closed', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      const toggles = await togglesOf(async () => {
        await press(faq, 'Will it hurt?');
        await press(faq, 'Will it hurt?');
      });
      expect(toggles.map(({ id, index, open }) => [id, index, open])).to.deep.equal([
        ['pain', 1, true],
        ['pain', 1, false],
      ]);
      for (const toggle of toggles) expect(toggle).to.include({ bubbles: true, composed: true, type: 'guide-toggle' });
      expect(toggles.every(({ target }) => target === faq)).to.equal(true);
    });

    it('never carries the text of a question or an answer', async () => {
      const faq = await show('guide-faq', {
        items: [{ id: 'q1', question: 'Is my scoliosis severe?', answer: 'Scoliosis above 50° is.' }],
      });
      const [toggle] = await togglesOf(() => press(faq, 'Is my scoliosis severe?'));
      const texts = Object.values(toggle).filter((value) => typeof value === 'string');
      expect(texts).to.deep.equal(['q1']);
    });

    it('comes once for each question that the button for all opens', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'Will it hurt?');
      const toggles = await togglesOf(() => press(faq, 'Open all'));
      expect(toggles.map(({ id, open }) => [id, open])).to.deep.equal([
        ['cost', true],
        ['work', true],
      ]);
    });

    it('comes for the question that `single` closes, too', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] }, { single: '' });
      await press(faq, 'What does it cost?');
      const toggles = await togglesOf(() => press(faq, 'Will it hurt?'));
      expect(toggles.map(({ id, open }) => [id, open])).to.deep.equal([
        ['cost', false],
        ['pain', true],
      ]);
    });

    it('does not come for what nobody pressed', async () => {
      const toggles = await togglesOf(async () => {
        const faq = await show('guide-faq', { items: [cost, pain] });
        faq.content = { items: [pain, work] };
        await faq.updateComplete;
      });
      expect(toggles).to.deep.equal([]);
    });
  });

  describe('what is open', () => {
    it('stays open when the content changes around it', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      await press(faq, 'Will it hurt?');
      faq.content = { items: [work, cost, { ...pain, answer: 'Hardly.' }] };
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
      expect(panelOf(faq, 'Will it hurt?').innerText.trim()).to.equal('Hardly.');
    });

    it('stays open when the content changes and the ids come from the questions', async () => {
      const faq = await show('guide-faq', {
        items: [
          { question: 'How long?', answer: 'Two hours.' },
          { question: 'How often?', answer: 'Once.' },
        ],
      });
      await press(faq, 'How often?');
      faq.content = { items: [{ question: 'How often?', answer: 'Twice.' }] };
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal(['How often?']);
    });

    it('is not handed on to another question that comes in the same place', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      await press(faq, 'What does it cost?');
      faq.content = { items: [work, pain] };
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal([]);
    });

    it('stays open when the new content is wrong', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      await press(faq, 'Will it hurt?');
      const { errors } = await consoleOf(async () => {
        faq.setAttribute('content', 'not used: the property counts first');
        (faq as { content: unknown }).content = { items: 'none' };
        await faq.updateComplete;
      });
      expect(errors).to.have.length(1);
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
    });

    it('is kept in no storage and no address, and a new element knows nothing of it', async () => {
      localStorage.clear();
      sessionStorage.clear();
      const kept = () => [
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        location.href,
        history.length,
        history.state as unknown,
      ];
      const before = kept();
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'Open all');
      expect(kept()).to.deep.equal(before);
      faq.remove();
      const again = await show('guide-faq', { items: [cost, pain, work] });
      expect(seenAnswers(again)).to.deep.equal([]);
    });
  });

  describe('is free of faults that axe knows', () => {
    const states: Record<string, (faq: GuideFaq) => unknown> = {
      closed: () => undefined,
      'one open': (faq) => press(faq, 'Will it hurt?'),
      'all open': (faq) => press(faq, 'Open all'),
      'one open, with `single`': (faq) => {
        faq.single = true;
        return press(faq, 'Will it hurt?');
      },
      'one open, with `share`': (faq) => {
        faq.share = true;
        return press(faq, 'Will it hurt?');
      },
      'one open, without a title': (faq) => {
        faq.content = { ...faq.content!, title: '' };
        return press(faq, 'Will it hurt?');
      },
    };
    const looks: Record<string, (faq: GuideFaq) => unknown> = {
      light: () => undefined,
      dark: (faq) => {
        // axe takes a page without a background for white.
        faq.parentElement!.style.cssText = 'color-scheme: dark; background: canvas; color: canvastext';
        expect(getComputedStyle(faq.parentElement!).backgroundColor).not.to.equal('rgb(255, 255, 255)');
      },
      'forced colours': async () => {
        await emulate({ 'forced-colors': 'active' });
        expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      },
      'right to left': (faq) => {
        faq.parentElement!.dir = 'rtl';
      },
      '320 px wide': async () => {
        await setViewport({ width: 320, height: 600 });
        expect(document.documentElement.scrollWidth).to.equal(320);
      },
    };
    for (const [state, bring] of Object.entries(states)) {
      for (const [look, put] of Object.entries(looks)) {
        (look === 'forced colours' ? inChromiumAndFirefox.it : it)(`${state}, ${look}`, async () => {
          const faq = await show('guide-faq', { items: [cost, pain, work] });
          await put(faq);
          await bring(faq);
          await faq.updateComplete;
          await expectAccessible(faq);
        });
      }
    }
  });
});
