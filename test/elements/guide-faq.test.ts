import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { GuideFaq } from '../../src/elements/guide-faq/guide-faq.js';
import {
  consoleOf,
  emulate,
  expectAccessible,
  find,
  findAll,
  inChromium,
  inChromiumAndFirefox,
  show,
  textOf,
} from '../helpers.js';
import {
  startAnew,
  expectToStayInPlace,
  makeTall,
  long,
  accessibilityTree,
  focusedIn,
  nameOf,
  isAnswerSeen,
  panelOf,
  buttonNamed,
  press,
  seenAnswers,
  work,
  pain,
  cost,
} from './guide-faq.helpers.js';

const outlineOf = (faq: GuideFaq) =>
  findAll(faq, 'h1, h2, h3, h4, h5, h6').map(({ localName, textContent }) => `${localName} ${textContent.trim()}`);

describe('<guide-faq>', () => {
  startAnew();

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
        await expectToStayInPlace(faq, 'Will it hurt?', distance);
      });
    }
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
});
