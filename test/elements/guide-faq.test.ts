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

/** A node of the accessibility tree. */
interface AxNode {
  role: string;
  name?: string;
  level?: number;
  expanded?: boolean;
  children?: AxNode[];
}

const cost = { id: 'cost', question: 'What does it cost?', answer: 'Ask for a **written** estimate.' };
const pain = { id: 'pain', question: 'Will it hurt?', answer: 'Less than before, [as a rule](https://example.org/).' };
const work = { id: 'work', question: 'When can I work again?', answer: 'After six weeks.' };
const long = { id: 'long', question: 'What is a fusion?', answer: 'Two bones grow into one. '.repeat(200) };

const accessibilityTree = async (selector: string): Promise<AxNode> =>
  (await a11ySnapshot({ selector })) as unknown as AxNode;

/** The button with this accessible name. */
function buttonNamed(faq: GuideFaq, name: string): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(faq, 'button').find((button) => nameOf(button) === name);
  if (!found) throw new Error(`no button is named "${name}"`);
  return found;
}

const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent.trim();

/** The panel that a question’s button controls. */
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

/** The name of the element that has focus. */
const focusedIn = (faq: GuideFaq) => {
  const focused = faq.shadowRoot!.activeElement;
  return focused ? nameOf(focused) : undefined;
};

/** Makes the page extend far above and below the window. */
function makeTall(faq: GuideFaq): void {
  faq.parentElement!.style.paddingBlock = '2000px';
}

const scrollToTop = (element: Element, distance: number) =>
  scrollTo(0, scrollY + element.getBoundingClientRect().top - distance);

/** Follows a text fragment link. Browsers do so only after user activation, and a few frames later. */
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

  describe('headings', () => {
    for (const level of [1, 2, 3, 4, 5, 6]) {
      const below = Math.min(level + 1, 6);
      it(`put the title at level ${level} and each question at level ${below}, with heading-level ${level}`, async () => {
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

      it(`put the questions at level ${level}, without a title and with heading-level ${level}`, async () => {
        const faq = await show('guide-faq', { title: '', items: [cost, pain] }, { 'heading-level': String(level) });
        expect(outlineOf(faq)).to.deep.equal([`h${level} What does it cost?`, `h${level} Will it hurt?`]);
        await expectAccessible(faq);
      });
    }

    it('start at level 2 by default', async () => {
      const faq = await show('guide-faq', { title: 'Money', items: [cost] });
      expect(outlineOf(faq)).to.deep.equal(['h2 Money', 'h3 What does it cost?']);
    });

    for (const wrong of ['', '0', 'two']) {
      it(`start at level 2 with the invalid heading-level "${wrong}"`, async () => {
        const faq = await show('guide-faq', { title: 'Money', items: [cost] }, { 'heading-level': wrong });
        expect(outlineOf(faq)).to.deep.equal(['h2 Money', 'h3 What does it cost?']);
      });
    }

    it('follow later changes of heading-level', async () => {
      const faq = await show('guide-faq', { title: 'Money', items: [cost] });
      faq.headingLevel = 4;
      await faq.updateComplete;
      expect(outlineOf(faq)).to.deep.equal(['h4 Money', 'h5 What does it cost?']);
    });

    it('start with a default title when the title is omitted', async () => {
      const faq = await show('guide-faq', { items: [cost] });
      expect(outlineOf(faq)[0]).to.equal('h2 Common questions');
    });

    it('start with a default title in the language of the page', async () => {
      const faq = await show('guide-faq', { items: [cost] }, { lang: 'es' });
      expect(outlineOf(faq)[0]).to.equal('h2 Preguntas frecuentes');
    });
  });

  describe('for screen readers', () => {
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

    inChromium.it('has a heading around each question’s button', async () => {
      await show('guide-faq', { items: [cost, pain] });
      for (const name of ['What does it cost?', 'Will it hurt?']) {
        const inHeading = await accessibilityTree(`aria/${name}[role="heading"]`);
        expect(inHeading).to.include({ role: 'button', name });
      }
    });

    inChromium.it('is a region with a default name when no title is shown', async () => {
      await show('guide-faq', { title: '', items: [cost] });
      const region = await accessibilityTree('guide-faq');
      expect(region).to.include({ role: 'region', name: 'Common questions' });
    });

    inChromium.it('exposes an answer only while it is open', async () => {
      const faq = await show('guide-faq', { items: [work] });
      const isAnswerRead = async () =>
        JSON.stringify(await accessibilityTree('guide-faq')).includes('"After six weeks."');
      expect(await isAnswerRead()).to.equal(false);
      await press(faq, 'When can I work again?');
      expect(await isAnswerRead()).to.equal(true);
    });
  });

  describe('by keyboard alone', () => {
    /** Focuses an element right before the FAQ. Tabbing past the last stop would leave the page. */
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

    it('tabs through the questions in order', async () => {
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

    it('skips a link in a closed answer and stops at it in an open one', async () => {
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
      it(`opens and closes a question with ${key === SPACE_BAR ? 'Space' : key}, and keeps focus on it`, async () => {
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

      it(`opens and closes all questions with ${key === SPACE_BAR ? 'Space' : key}`, async () => {
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

    it('outlines the focused question', async () => {
      const faq = await showAfterFocus({ items: [cost] });
      expect(getComputedStyle(buttonNamed(faq, 'What does it cost?')).outlineStyle).to.equal('none');
      await sendKeys({ press: 'Tab' });
      expect(getComputedStyle(buttonNamed(faq, 'What does it cost?')).outlineStyle).to.equal('solid');
    });
  });

  describe('a question', () => {
    it('starts closed', async () => {
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

    it('leaves the other questions open', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'What does it cost?');
      await press(faq, 'When can I work again?');
      expect(seenAnswers(faq)).to.deep.equal(['What does it cost?', 'When can I work again?']);
    });

    it('has a button large enough for a thumb: 44 px high and as wide as the list', async () => {
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

    inChromiumAndFirefox.it('animates for less than 200 ms, and not at all with reduced motion', async () => {
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

    it('fits a narrow phone, however long its words are', async () => {
      await setViewport({ width: 320, height: 600 });
      const word = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3);
      const faq = await show('guide-faq', { title: word, items: [{ question: word, answer: word }] }, { share: '' });
      await press(faq, word);
      expect(document.documentElement.scrollWidth).to.equal(320);
    });
  });

  describe('with find in page', () => {
    it('hides a closed answer with hidden="until-found", so that the browser can find it', async () => {
      const faq = await show('guide-faq', { items: [cost] });
      expect(panelOf(faq, 'What does it cost?').getAttribute('hidden')).to.equal('until-found');
      await press(faq, 'What does it cost?');
      expect(panelOf(faq, 'What does it cost?').hasAttribute('hidden')).to.equal(false);
      await press(faq, 'What does it cost?');
      expect(panelOf(faq, 'What does it cost?').getAttribute('hidden')).to.equal('until-found');
    });

    it('opens the question whose answer has the text from a text fragment', async () => {
      // Not every Chromium build follows text fragments; a plain element shows whether this one does.
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

    it('opens the question on a match, and the reader can close it again', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      panelOf(faq, 'Will it hurt?').dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
      await press(faq, 'Will it hurt?');
      expect(seenAnswers(faq)).to.deep.equal([]);
    });

    it('closes the open question on a match, with `single`', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] }, { single: '' });
      await press(faq, 'What does it cost?');
      panelOf(faq, 'Will it hurt?').dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
    });
  });

  describe('in print', () => {
    inChromiumAndFirefox.it('shows all answers, even closed ones', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'Will it hurt?');
      await emulate({ media: 'print' });
      expect(seenAnswers(faq)).to.deep.equal(['What does it cost?', 'Will it hurt?', 'When can I work again?']);
    });

    inChromiumAndFirefox.it('shows all questions, but not the buttons', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] }, { share: '' });
      await emulate({ media: 'print' });
      const printed = findAll(faq, 'button').filter((button) => button.checkVisibility());
      expect(printed.map(nameOf)).to.deep.equal(['What does it cost?', 'Will it hurt?', 'When can I work again?']);
    });

    inChromiumAndFirefox.it('closes the answers on screen again after printing', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      await emulate({ media: 'print' });
      expect(seenAnswers(faq)).to.have.length(2);
      await emulate({});
      expect(seenAnswers(faq)).to.deep.equal([]);
    });
  });

  describe('the "open all" button', () => {
    it('is missing with one or two questions', async () => {
      for (const items of [[cost], [cost, pain]]) {
        const faq = await show('guide-faq', { items });
        expect(findAll(faq, 'button').map(nameOf)).to.deep.equal(items.map(({ question }) => question));
      }
    });

    it('opens three questions, then offers to close them, and does', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'Open all');
      expect(seenAnswers(faq)).to.have.length(3);
      await press(faq, 'Close all');
      expect(seenAnswers(faq)).to.deep.equal([]);
      expect(buttonNamed(faq, 'Open all').checkVisibility()).to.equal(true);
    });

    it('opens the remaining questions when some are already open', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'What does it cost?');
      await press(faq, 'Open all');
      expect(seenAnswers(faq)).to.have.length(3);
    });

    it('updates its label when the questions are opened and closed one by one', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      for (const { question } of [cost, pain, work]) await press(faq, question);
      expect(buttonNamed(faq, 'Close all').checkVisibility()).to.equal(true);
      await press(faq, 'Will it hurt?');
      expect(buttonNamed(faq, 'Open all').checkVisibility()).to.equal(true);
    });

    it('is missing with `single`, and returns without it', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] }, { single: '' });
      expect(textOf(faq)).not.to.include('Open all');
      faq.single = false;
      await faq.updateComplete;
      expect(textOf(faq)).to.include('Open all');
    });

    it('is in the language of the page', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] }, { lang: 'es' });
      await press(faq, 'Abrir todo');
      await press(faq, 'Cerrar todo');
      expect(seenAnswers(faq)).to.deep.equal([]);
    });
  });

  describe('with a very large number of questions', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      id: `many-${index}`,
      question: `Question ${index}?`,
      answer: `Answer ${index}.`,
    }));

    it('scrolls to the last one, opens it and focuses it when a link leads there', async () => {
      const faq = await show('guide-faq', { items: many });
      location.hash = '#many-119';
      await waitUntil(() => isAnswerSeen(faq, 'Question 119?'));
      const { top, bottom } = buttonNamed(faq, 'Question 119?').getBoundingClientRect();
      expect([top >= 0, bottom <= innerHeight]).to.deep.equal([true, true]);
      expect(focusedIn(faq)).to.equal('Question 119?');
    });

    inChromium.it('exposes all of them to screen readers', async () => {
      await show('guide-faq', { items: many });
      const tree = JSON.stringify(await accessibilityTree('guide-faq'));
      for (const { question } of many) expect(tree).to.include(`"${question}"`);
    });

    inChromiumAndFirefox.it('prints all of them', async () => {
      const faq = await show('guide-faq', { items: many });
      await emulate({ media: 'print' });
      expect(seenAnswers(faq)).to.have.length(many.length);
    });
  });

  describe('with `single`', () => {
    it('closes the open question when another one opens', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] }, { single: '' });
      await press(faq, 'What does it cost?');
      await press(faq, 'Will it hurt?');
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
    });

    it('can close the open question too', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] }, { single: '' });
      await press(faq, 'What does it cost?');
      await press(faq, 'What does it cost?');
      expect(seenAnswers(faq)).to.deep.equal([]);
    });

    it('keeps two elements on a page independent', async () => {
      const one = await show('guide-faq', { items: [cost] }, { single: '' });
      const other = await show('guide-faq', { items: [pain] }, { single: '' });
      await press(one, 'What does it cost?');
      await press(other, 'Will it hurt?');
      expect(seenAnswers(one)).to.deep.equal(['What does it cost?']);
    });

    for (const [what, above, distance] of [
      ['in the window', cost, 300],
      ['that ends inside the window', long, 200],
      ['that is outside the window', long, 1],
    ] as const) {
      it(`keeps the pressed question in place when an answer above it ${what} closes`, async () => {
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

  describe('with `single`, in a scroll container', () => {
    for (const [what, padding, doesBoxMove] of [
      ['the box scrolls and the page does not', '500px', false],
      ['the page scrolls when the box cannot', '0px', true],
    ] as const)
      it(`keeps the pressed question in place: ${what}`, async () => {
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

  describe('opening a question', () => {
    for (const [where, distance] of [
      ['in the middle of the window', 250],
      ['at its bottom edge', 590],
      ['half above its top edge', -20],
    ] as const) {
      it(`does not scroll the page when the question is ${where}`, async () => {
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

    it('does not scroll the page when opened with the keyboard', async () => {
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
    /** Collects every `guide-toggle` event that reaches the page while `action` runs. */
    async function togglesOf(action: () => Promise<unknown>): Promise<GuideToggleEvent[]> {
      const toggles: GuideToggleEvent[] = [];
      const note = (event: GuideToggleEvent) => void toggles.push(event);
      document.body.addEventListener('guide-toggle', note);
      await action();
      document.body.removeEventListener('guide-toggle', note);
      return toggles;
    }

    it('reports the id, position and state of each question the reader opens or closes', async () => {
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

    it('never contains the text of a question or an answer', async () => {
      const faq = await show('guide-faq', {
        items: [{ id: 'q1', question: 'Is my scoliosis severe?', answer: 'Scoliosis above 50° is.' }],
      });
      const [toggle] = await togglesOf(() => press(faq, 'Is my scoliosis severe?'));
      const texts = Object.values(toggle).filter((value) => typeof value === 'string');
      expect(texts).to.deep.equal(['q1']);
    });

    it('fires once for each question that "open all" opens', async () => {
      const faq = await show('guide-faq', { items: [cost, pain, work] });
      await press(faq, 'Will it hurt?');
      const toggles = await togglesOf(() => press(faq, 'Open all'));
      expect(toggles.map(({ id, open }) => [id, open])).to.deep.equal([
        ['cost', true],
        ['work', true],
      ]);
    });

    it('also fires for the question that `single` closes', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] }, { single: '' });
      await press(faq, 'What does it cost?');
      const toggles = await togglesOf(() => press(faq, 'Will it hurt?'));
      expect(toggles.map(({ id, open }) => [id, open])).to.deep.equal([
        ['cost', false],
        ['pain', true],
      ]);
    });

    it('does not fire without a press', async () => {
      const toggles = await togglesOf(async () => {
        const faq = await show('guide-faq', { items: [cost, pain] });
        faq.content = { items: [pain, work] };
        await faq.updateComplete;
      });
      expect(toggles).to.deep.equal([]);
    });
  });

  describe('an open question', () => {
    it('stays open when the content around it changes', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      await press(faq, 'Will it hurt?');
      faq.content = { items: [work, cost, { ...pain, answer: 'Hardly.' }] };
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal(['Will it hurt?']);
      expect(panelOf(faq, 'Will it hurt?').innerText.trim()).to.equal('Hardly.');
    });

    it('stays open when the content changes and ids come from the questions', async () => {
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

    it('does not pass its state to a new question in the same position', async () => {
      const faq = await show('guide-faq', { items: [cost, pain] });
      await press(faq, 'What does it cost?');
      faq.content = { items: [work, pain] };
      await faq.updateComplete;
      expect(seenAnswers(faq)).to.deep.equal([]);
    });

    it('stays open when the new content is invalid', async () => {
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

    it('is not saved in storage or the URL, and a new element starts closed', async () => {
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

  describe('passes axe', () => {
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
        // axe assumes that a page without a background is white.
        faq.parentElement!.style.cssText = 'color-scheme: dark; background: canvas; color: canvastext';
        expect(getComputedStyle(faq.parentElement!).backgroundColor).not.to.equal('rgb(255, 255, 255)');
      },
      'forced colors': async () => {
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
        (look === 'forced colors' ? inChromiumAndFirefox.it : it)(`${state}, ${look}`, async () => {
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
