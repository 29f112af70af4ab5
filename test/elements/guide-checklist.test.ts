import { expect } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import type { GuideChecklist } from '../../src/elements/guide-checklist/guide-checklist.js';
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
import {
  print,
  buttonNamed,
  rowOf,
  ownField,
  type,
  OWN,
  addOwn,
  paste,
  boxOf,
  noteOf,
  TEAR,
  DISC,
} from './guide-checklist.helpers.js';

/** A node of the accessibility tree. */
interface AxNode {
  role: string;
  name?: string;
  checked?: boolean;
  value?: string;
  children?: AxNode[];
}

const SECRET = 'Ünsaid-7';

const questions = (list: GuideChecklist) => findAll(list, 'li label').map((label) => label.textContent.trim());

const removeOf = (list: GuideChecklist, question: string) => rowOf(list, question).querySelector('button')!;

/** The name of the element that has focus. */
function focused(list: GuideChecklist): string {
  const element = list.shadowRoot!.activeElement as HTMLInputElement | null;
  return element?.ariaLabel ?? element?.labels?.[0]?.textContent.trim() ?? element?.textContent.trim() ?? '';
}

describe('<guide-checklist>', () => {
  afterEach(() => emulate({}));

  inChromium.it('is a region with a list of named checkboxes and notes, a text field and two buttons', async () => {
    const list = await show('guide-checklist', { intro: 'Take **these**.', items: [DISC, TEAR] });
    await expectAccessible(list);
    const lines: string[] = [];
    const addLines = ({ role, name, children }: AxNode) => {
      lines.push(`${role} ${name ?? ''}`.trim());
      children?.forEach(addLines);
    };
    addLines((await a11ySnapshot({ selector: 'guide-checklist' })) as unknown as AxNode);
    const all = lines.join('\n');
    for (const line of [
      'heading Questions for a second opinion',
      `checkbox ${DISC}`,
      `textbox Notes on: ${DISC}`,
      `checkbox ${TEAR}`,
      `textbox Notes on: ${TEAR}`,
      'textbox Your own question',
      'button Add',
      'button Print',
    ])
      expect(all).to.include(line);
    expect(find(list, 'section').getAttribute('aria-labelledby')).to.equal('title');
    expect(find(list, 'ul').getAttribute('role')).to.equal('list');
  });

  it('uses Spanish on a Spanish page, and shows no heading when the title is ""', async () => {
    const list = await show('guide-checklist', { title: '', items: ['¿Fusión?'] }, { lang: 'es' });
    await expectAccessible(list);
    expect(findAll(list, 'h2')).to.deep.equal([]);
    expect(textOf(list)).to.equal('¿Fusión? Su propia pregunta Añadir Imprimir');
    expect(find(list, 'section').ariaLabel).to.equal('Preguntas para una segunda opinión');
    expect([noteOf(list, '¿Fusión?').ariaLabel, noteOf(list, '¿Fusión?').placeholder]).to.deep.equal([
      'Notas sobre: ¿Fusión?',
      'Notas',
    ]);
  });

  it('keeps the fallback and logs one error when there are no questions', async () => {
    const { errors } = await consoleOf(async () => {
      const list = await showHtml('<guide-checklist content=\'{"items": []}\'>Ask!</guide-checklist>');
      expect(findAll(list, '.base')).to.deep.equal([]);
      expect(find<HTMLSlotElement>(list, 'slot').assignedNodes()[0].textContent).to.equal('Ask!');
    });
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('items: found a list of 0, expected a list with at least one entry');
  });

  it('shows a duplicate question once, and shows HTML in it as plain text', async () => {
    const list = await show('guide-checklist', { items: ['<b>Why?</b>', TEAR, '<b>Why?</b>'] });
    expect(questions(list)).to.deep.equal(['<b>Why?</b>', TEAR]);
  });

  it('works by keyboard: check, note, own question, print, in that order', async () => {
    const list = await show('guide-checklist', { items: [DISC] });
    boxOf(list, DISC).focus();
    await sendKeys({ press: SPACE_BAR });
    const stops = [focused(list)];
    for (let stop = 0; stop < 4; stop++) {
      await sendKeys({ press: 'Tab' });
      stops.push(focused(list));
    }
    expect(boxOf(list, DISC).checked).to.equal(true);
    expect(stops).to.deep.equal([DISC, `Notes on: ${DISC}`, 'Your own question', 'Add', 'Print']);
  });

  it('makes every target at least 44 px high, and checks the box wherever you press the row', async () => {
    const list = await show('guide-checklist', { items: ['Why?'] });
    list.parentElement!.style.inlineSize = '400px';
    await addOwn(list, OWN);
    await settled();
    for (const target of findAll(list, 'li label, textarea, button, .own input'))
      expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(43.9);
    const { right, top, height } = rowOf(list, 'Why?').querySelector('label')!.getBoundingClientRect();
    expect(right).to.be.closeTo(rowOf(list, 'Why?').getBoundingClientRect().right, 16);
    (list.shadowRoot!.elementFromPoint(right - 2, top + height / 2) as HTMLElement).click();
    expect(boxOf(list, 'Why?').checked).to.equal(true);
  });

  it('grows with a long note, and keeps text large enough that phones don’t zoom in', async () => {
    const list = await show('guide-checklist', { items: [DISC] });
    list.style.fontSize = '12px';
    const before = noteOf(list, DISC).offsetHeight;
    await paste(list, noteOf(list, DISC), 'They said a lot. '.repeat(20));
    // Browsers without field-sizing scroll the note instead.
    if (CSS.supports('field-sizing', 'content')) {
      expect(noteOf(list, DISC).offsetHeight).to.be.greaterThan(before + 20);
      expect(noteOf(list, DISC).scrollHeight).to.be.at.most(noteOf(list, DISC).clientHeight);
    } else {
      expect(noteOf(list, DISC).clientHeight).to.be.at.least(2 * 16);
      expect(getComputedStyle(noteOf(list, DISC)).overflowY).to.equal('auto');
    }
    for (const field of findAll(list, 'textarea, .own input'))
      expect(parseFloat(getComputedStyle(field).fontSize)).to.be.at.least(16);
    await expectAccessible(list);
  });

  describe('with the reader’s own questions', () => {
    it('adds one with Enter: lists it, announces it, and clears the field without losing focus', async () => {
      const list = await show('guide-checklist', { items: [DISC] });
      expect(find(list, '[role=status]').textContent).to.equal('');
      await addOwn(list, `  ${OWN} `);
      expect(questions(list)).to.deep.equal([DISC, OWN]);
      expect(find(list, '[role=status]').textContent).to.equal(`Added: ${OWN}`);
      expect([ownField(list).value, focused(list)]).to.deep.equal(['', 'Your own question']);
      expect(removeOf(list, OWN).ariaLabel).to.equal(`Remove: ${OWN}`);
      expect(rowOf(list, DISC).querySelector('button')).to.equal(null);
      await expectAccessible(list);
    });

    it('adds one with the button, and moves focus to the field', async () => {
      const list = await show('guide-checklist', { items: [DISC] });
      await type(list, ownField(list), OWN);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await list.updateComplete;
      expect(questions(list)).to.deep.equal([DISC, OWN]);
      expect([ownField(list).value, focused(list)]).to.deep.equal(['', 'Your own question']);
    });

    it('ignores a blank question, a duplicate, and one still being composed', async () => {
      const list = await show('guide-checklist', { items: [DISC] });
      for (const text of ['', '   ', DISC]) await addOwn(list, text);
      ownField(list).value = OWN;
      ownField(list).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
      await list.updateComplete;
      expect(questions(list)).to.deep.equal([DISC]);
    });

    it('removes one with its check mark and note, and moves focus to the next one, or to "Add" after the last', async () => {
      const list = await show('guide-checklist', { items: [DISC] });
      for (const question of ['One?', 'Two?', 'Three?']) await addOwn(list, question);
      boxOf(list, 'Two?').click();
      await type(list, noteOf(list, 'Two?'), SECRET);
      removeOf(list, 'Two?').focus();
      await sendKeys({ press: 'Enter' });
      await list.updateComplete;
      expect(questions(list)).to.deep.equal([DISC, 'One?', 'Three?']);
      expect(focused(list)).to.equal('Remove: Three?');
      expect([boxOf(list, 'Three?').checked, noteOf(list, 'Three?').value]).to.deep.equal([false, '']);
      await sendKeys({ press: 'Enter' });
      await settled();
      expect([questions(list), focused(list)]).to.deep.equal([[DISC, 'One?'], 'Add']);
      await addOwn(list, 'Two?');
      expect([boxOf(list, 'Two?').checked, noteOf(list, 'Two?').value]).to.deep.equal([false, '']);
    });

    it('announces one that is added again after it was removed', async () => {
      const list = await show('guide-checklist', { items: [DISC] });
      await addOwn(list, OWN);
      removeOf(list, OWN).click();
      await list.updateComplete;
      // Screen readers announce changes: the same text once more would be none.
      expect(find(list, '[role=status]').textContent).to.equal('');
      await addOwn(list, OWN);
      expect(find(list, '[role=status]').textContent).to.equal(`Added: ${OWN}`);
    });
  });

  it('keeps check marks, notes and own questions when its content or language changes', async () => {
    const list = await show('guide-checklist', { items: [DISC, TEAR] });
    boxOf(list, DISC).click();
    await type(list, noteOf(list, DISC), 'Yes');
    await addOwn(list, OWN);
    list.content = { items: ['New?', TEAR, DISC] };
    list.lang = 'es';
    await list.updateComplete;
    expect(questions(list)).to.deep.equal(['New?', TEAR, DISC, OWN]);
    expect(
      findAll<HTMLInputElement>(list, 'li input')
        .map(({ checked }) => checked)
        .join(),
    ).to.equal('false,false,true,false');
    expect(findAll<HTMLTextAreaElement>(list, 'textarea').map(({ value }) => value)).to.deep.equal(['', '', 'Yes', '']);
  });

  describe('keeps answers private', () => {
    const HEARD = 'click input beforeinput change keydown keypress keyup'.split(' ');
    const MADE = 'compositionstart compositionupdate compositionend copy cut paste dragstart drop'.split(' ');

    it('leaks nothing the reader checks, types, adds or removes: no event, storage, request, URL or markup', async () => {
      const list = await show('guide-checklist', { items: [DISC] });
      const heard: string[] = [];
      const hear = (event: Event) => void heard.push(event.type);
      const outside = () => [location.href, document.cookie, list.outerHTML, history.length];
      const before = [...outside(), JSON.stringify({ ...localStorage, ...sessionStorage })];
      const requests = performance.getEntriesByType('resource').length;
      for (const name of [...HEARD, ...MADE]) addEventListener(name, hear);
      try {
        boxOf(list, DISC).click();
        await type(list, noteOf(list, DISC), SECRET);
        await addOwn(list, SECRET);
        removeOf(list, SECRET).click();
        for (const name of MADE) noteOf(list, DISC).dispatchEvent(new Event(name, { bubbles: true, composed: true }));
        await settled();
      } finally {
        for (const name of [...HEARD, ...MADE]) removeEventListener(name, hear);
      }
      expect(heard).to.deep.equal([]);
      expect([...outside(), JSON.stringify({ ...localStorage, ...sessionStorage })]).to.deep.equal(before);
      expect(performance.getEntriesByType('resource')).to.have.length(requests);
    });

    it('lets the page handle links in its introduction', async () => {
      const list = await show('guide-checklist', { intro: 'See [imaging](#imaging).', items: [DISC] });
      let clicks = 0;
      list.parentElement!.addEventListener('click', (event) => {
        event.preventDefault();
        clicks++;
      });
      find(list, 'a').click();
      expect(clicks).to.equal(1);
    });

    it('adds nothing to a surrounding form, and does not submit it on Enter', async () => {
      const form = await showHtml<HTMLFormElement>(
        `<form><guide-checklist content='{"items": ["Why?"]}'></guide-checklist><button>Send</button></form>`,
      );
      const list = form.querySelector('guide-checklist')!;
      await list.updateComplete;
      let submits = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submits++;
      });
      boxOf(list, 'Why?').click();
      await type(list, noteOf(list, 'Why?'), SECRET);
      await addOwn(list, OWN);
      expect(questions(list)).to.deep.equal(['Why?', OWN]);
      buttonNamed(list, 'Add').click();
      removeOf(list, OWN).click();
      await print(list);
      expect([submits, [...new FormData(form)], form.elements.length]).to.deep.equal([0, [], 1]);
      for (const field of findAll(list, 'textarea, .own input'))
        expect(field.getAttribute('autocomplete')).to.equal('off');
    });
  });

  for (const [feature, value] of [
    ['prefers-color-scheme', 'dark'],
    ['forced-colors', 'active'],
  ])
    inChromiumAndFirefox.it(
      `stays readable and usable with ${feature}: ${value}, right to left, at 320 px`,
      async () => {
        await emulate({ [feature]: value });
        const list = await show('guide-checklist', { items: ['Long'.repeat(60), DISC] }, { dir: 'rtl' });
        const box = list.parentElement!;
        box.style.cssText = 'inline-size: 320px; color-scheme: light dark; background: canvas; color: canvastext';
        await addOwn(list, 'Own'.repeat(60), paste);
        boxOf(list, DISC).click();
        await paste(list, noteOf(list, DISC), 'Note'.repeat(60));
        expect(questions(list).at(-1)).to.equal('Own'.repeat(60));
        expect(noteOf(list, DISC).value).to.equal('Note'.repeat(60));
        await expectAccessible(list);
        expect(box.scrollWidth).to.be.at.most(box.clientWidth);
        expect(boxOf(list, DISC).getBoundingClientRect().left).to.be.greaterThan(
          box.getBoundingClientRect().left + 250,
        );
        expect(getComputedStyle(noteOf(list, DISC)).outlineStyle).to.equal('solid');
      },
    );
});
