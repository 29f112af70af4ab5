import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { toFragment } from '../demo/builder/work.js';
import type axeCore from 'axe-core';
import type { PatientGuideContent } from '../src/elements/patient-guide/patient-guide.content.js';
import { type Builder, openBuilder, pasted, wait } from './builder-page.js';
import { settled } from './helpers.js';
import { tags } from './examples.js';

const QUESTIONS = [
  { question: 'What does it cost?', answer: 'That depends on **your plan**.' },
  { question: 'How long does it take?', answer: 'About an hour.' },
  { question: 'May I bring someone?', answer: 'Yes, “anyone” & <you>.' },
];
const FAQ = { items: QUESTIONS };

/** Markdown without its markup. */
const plain = (text: string): string => text.replace(/\*/g, '');

/** Fills in the form for an FAQ with three questions. */
function fillFaq(builder: Builder): void {
  for (const [index, { question, answer }] of QUESTIONS.entries()) {
    if (index) builder.button('Add a question').click();
    builder.fill('Question', question);
    builder.fill('Answer', answer);
  }
}

function expectFaq(seen: string): void {
  for (const { question, answer } of QUESTIONS) expect(seen).to.include(question).and.include(plain(answer));
}

const focused = (builder: Builder): string => {
  const { activeElement: element } = builder.document;
  return element?.ariaLabel ?? element?.id ?? '';
};
const said = (builder: Builder): string => builder.find('.message').textContent.trim();

/** Expects no axe violations on the page. The preview is a separate page. */
async function expectPageAccessible({ document, frame }: Builder): Promise<void> {
  const page = frame.contentWindow as unknown as { axe?: typeof axeCore };
  if (!page.axe) {
    const script = document.createElement('script');
    script.src = 'built/axe.js';
    document.head.append(script);
    await wait(() => page.axe, 'axe');
  }
  const { violations } = await page.axe!.run(document, { resultTypes: ['violations'], iframes: false });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`)).to.deep.equal([]);
}

describe('the builder', () => {
  it('builds an FAQ of three questions with just the form, and its code works on an empty page on another origin', async () => {
    const builder = await openBuilder();
    fillFaq(builder);
    expect(builder.json).to.deep.equal(FAQ);
    const seen = await pasted(await builder.code('HTML', 'May I bring someone?'), 'guide-faq');
    expectFaq(seen);
    expect(seen).to.include('Common questions');
    await wait(() => said(builder) === 'Copied', '“Copied”');
  });

  it('provides code for a whole demo guide that works on another origin', async () => {
    const builder = await openBuilder();
    builder.choose('#example', 'spinal-fusion');
    await wait(() => builder.find<HTMLSelectElement>('#tag').value === 'patient-guide', 'the guide');
    const guide = (await (await fetch('/demo/content/spinal-fusion.json')).json()) as PatientGuideContent;
    const seen = await pasted(await builder.code('HTML', '<patient-guide'), 'patient-guide');
    expect(seen).to.include(guide.title).and.include(guide.sections![3].heading);
    expect(seen).to.include(guide.faq!.items[2].question).and.include(guide.cta!.label);
    expect(builder.find('.code .warning').textContent).to.include('10,000 characters');
  });

  describe('provides code that works', () => {
    it('in any CMS: the script once, and a div that filters leave alone', async () => {
      const builder = await openBuilder();
      fillFaq(builder);
      const script = await builder.code('Any CMS', 'data-guide', 'Once');
      const div = await builder.code('Any CMS', 'data-guide');
      expect(div).to.match(/^<div data-guide="faq" data-content="[\w+/=]+">\n<h2>/);
      expectFaq(await pasted(`${script}<article>${div}</article>`, 'guide-faq'));
    });

    it('in WordPress: as an HTML block', async () => {
      const builder = await openBuilder();
      fillFaq(builder);
      const script = await builder.code('WordPress', 'wp:html', 'administrator');
      const block = await builder.code('WordPress', 'wp:html');
      expect(block).to.match(/^<!-- wp:html -->\n<div data-guide="faq" [^]*<\/div>\n<!-- \/wp:html -->$/);
      expectFaq(await pasted(`${script}${block}`, 'guide-faq'));
    });

    it('prerendered: the same HTML as the command line, readable before any script runs', async () => {
      const builder = await openBuilder();
      fillFaq(builder);
      builder.tick('Accent colour of your own');
      await wait(() => builder.find('.code').textContent.includes('--guide-accent'), 'the theme');
      const script = await builder.code('Prerendered', 'shadowrootmode', 'head');
      const made = await builder.code('Prerendered', 'shadowrootmode');
      const args = ['render', '--element', 'faq', '--token', 'accent=#0b6e79'];
      const run = await executeServerCommand<{ output: string }, object>('cli', { args, input: JSON.stringify(FAQ) });
      expect(`${made}\n`).to.equal(run.output);
      expectFaq(await pasted(made, 'guide-faq'));
      expectFaq(await pasted(`${script}${made}`, 'guide-faq'));
    });

    it('for a prerendered guide: the same HTML as the command line', async () => {
      const builder = await openBuilder();
      builder.choose('#example', 'spinal-fusion');
      const made = await builder.code('Prerendered', '<patient-guide');
      const args = ['render', 'demo/content/spinal-fusion.json'];
      const { output } = await executeServerCommand<{ output: string }, object>('cli', { args });
      expect(`${made}\n`).to.equal(output);
    });
  });

  it('keeps the work in the URL, so a reload loses nothing', async () => {
    const builder = await openBuilder();
    fillFaq(builder);
    builder.choose('#look-font', 'Georgia, serif');
    await builder.code('HTML', 'Georgia');
    const { hash } = builder.frame.contentWindow!.location;
    const again = await openBuilder(hash);
    expect(again.json).to.deep.equal(FAQ);
    expect(again.find<HTMLInputElement>('[id="field-items[2].question"]').value).to.equal('May I bring someone?');
    expect(again.find<HTMLSelectElement>('#look-font').value).to.equal('Georgia, serif');
  });

  it('says when a link is broken, and keeps working', async () => {
    const builder = await openBuilder('#work=broken');
    expect(said(builder)).to.match(/^The link is broken/);
    fillFaq(builder);
    expect(builder.json).to.deep.equal(FAQ);
  });

  it('moves and removes entries, announces it, and keeps keyboard focus in place', async () => {
    const builder = await openBuilder();
    fillFaq(builder);
    const order = () =>
      (builder.json as typeof FAQ).items.map(({ question }) =>
        QUESTIONS.findIndex((each) => each.question === question),
      );
    builder.button('Move up question 3').click();
    expect([order(), focused(builder)]).to.deep.equal([[0, 2, 1], 'Move up question 2']);
    builder.button('Move up question 2').click();
    expect([order(), focused(builder)]).to.deep.equal([[2, 0, 1], 'Move down question 1']);
    expect(said(builder)).to.equal('question 2 is number 1 now');
    builder.button('Remove question 3').click();
    expect([order(), focused(builder)]).to.deep.equal([[2, 0], 'Remove question 2']);
    builder.button('Add a question').click();
    expect(focused(builder)).to.equal('field-items[2].question');
  });

  it('undoes changes from the form, an example or another element', async () => {
    const builder = await openBuilder();
    fillFaq(builder);
    builder.choose('#example', 'first-visit');
    await wait(() => builder.find<HTMLSelectElement>('#tag').value === 'patient-guide', 'the guide');
    builder.button('Undo').click();
    await wait(() => builder.find<HTMLSelectElement>('#tag').value === 'guide-faq', 'the FAQ');
    expect(builder.json).to.deep.equal(FAQ);
    builder.button('Redo').click();
    await wait(() => builder.find<HTMLSelectElement>('#tag').value === 'patient-guide', 'the guide');
  });

  it('says what is missing in the kit’s words, but at a field only after it loses focus', async () => {
    const builder = await openBuilder();
    expect(builder.find('.todo').textContent).to.include('items[0].question');
    expect(builder.document.querySelector('.problem')).to.equal(null);
    const field = builder.find<HTMLInputElement>('[id="field-items[0].question"]');
    field.dispatchEvent(new FocusEvent('blur'));
    expect(field.ariaInvalid).to.equal('true');
    const [, error] = field.getAttribute('aria-describedby')!.split(' ');
    expect(builder.document.getElementById(error)!.textContent).to.equal(
      'Found blank text, expected text that is not blank.',
    );
  });

  it('collapses the parts of a whole guide, marks the one with something missing, and takes you to it', async () => {
    const builder = await openBuilder();
    builder.choose('#example', 'spinal-fusion');
    await wait(() => builder.document.querySelector('.status .done'), 'the guide');
    const open = () => [...builder.document.querySelectorAll('.fields > details[open] > summary')];
    const field = builder.find<HTMLInputElement>('[id="field-faq.items[2].question"]');
    expect(open()).to.deep.equal([]);
    expect(field.checkVisibility()).to.equal(false);
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const marked = [...builder.document.querySelectorAll('summary')].filter((each) => each.innerText.includes('to do'));
    expect(marked.map((each) => each.innerText.trim())).to.deep.equal(['Questions and answers to do']);
    builder.button('Go to it').click();
    expect(focused(builder)).to.equal(field.id);
    expect(open()).to.deep.equal(marked);
    expect(field.checkVisibility()).to.equal(true);
  });

  it('takes you to the place in the JSON that the form cannot read', async () => {
    const work = { tag: 'guide-faq', json: '{\n  "items": [oops]\n}', tokens: {} } as const;
    const builder = await openBuilder(await toFragment(work));
    expect(builder.find('.todo').textContent).to.include('Line 2, column 13');
    builder.button('Go to it').click();
    await wait(() => builder.document.activeElement?.ariaLabel === 'Content as JSON', 'the editor');
    await sendKeys({ press: 'Delete' });
    expect(builder.find('.cm-content').innerText).to.include('[ops]');
  });

  it('completes keys in the JSON from the element’s schema', async () => {
    const builder = await openBuilder();
    builder.tick('JSON');
    builder.find('.cm-content').focus();
    await sendKeys({ type: ' ' });
    builder.find('.cm-content').ownerDocument.getSelection()!.selectAllChildren(builder.find('.cm-content'));
    await sendKeys({ type: '{ "tit' });
    await wait(() => builder.document.querySelector('.cm-tooltip-autocomplete [aria-selected]'), 'the names');
    // For a moment after the list opens, keys still go to the text.
    await new Promise((later) => setTimeout(later, 100));
    await sendKeys({ press: 'Enter' });
    await wait(() => builder.find('.cm-content').innerText.trim() === '{ "title": }', 'the name');
  });

  describe('with files', () => {
    /** The file that the button saves. */
    function saved(builder: Builder): File {
      const page = builder.frame.contentWindow as Window & typeof globalThis;
      let name = '';
      let blob: Blob | undefined;
      page.URL.createObjectURL = (given) => ((blob = given as Blob), '#saved');
      page.HTMLAnchorElement.prototype.click = function () {
        name = this.download;
      };
      builder.button('Save as a file').click();
      return new File([blob!], name);
    }

    function give(builder: Builder, file: File): void {
      const files = new DataTransfer();
      files.items.add(file);
      const input = builder.find<HTMLInputElement>('[type=file]');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }

    it('saves the work and opens it again with the right element', async () => {
      const builder = await openBuilder();
      fillFaq(builder);
      const file = saved(builder);
      expect(file.name).to.equal('guide-faq.json');
      expect(JSON.parse(await file.text())).to.deep.include(FAQ);
      const other = await openBuilder();
      other.choose('#tag', 'guide-note');
      await wait(() => other.find('.start .hint').textContent.includes('<guide-note>'), 'the note');
      give(other, file);
      await wait(() => said(other) === 'Opened', 'the file');
      expect(other.find<HTMLSelectElement>('#tag').value).to.equal('guide-faq');
      expect(other.json).to.deep.equal(FAQ);
    });

    it('says what is wrong with a file that is not JSON, and keeps the work', async () => {
      const builder = await openBuilder();
      fillFaq(builder);
      give(builder, new File(['A leaflet'], 'leaflet.json'));
      await wait(() => said(builder).startsWith('This file is no JSON'), 'the reason');
      expect(builder.find('.diagnosis').textContent).to.include('What was wrong');
      expect(builder.json).to.deep.equal(FAQ);
    });
  });

  it('says why there is no code when its renderer cannot load, and tries again', async () => {
    const builder = await openBuilder();
    const page = builder.frame.contentWindow as Window & typeof globalThis;
    const { Worker } = page;
    page.Worker = class extends EventTarget {
      postMessage(): void {
        this.dispatchEvent(new Event('error'));
      }
    } as unknown as typeof Worker;
    fillFaq(builder);
    const problem = await wait(() => builder.document.querySelector('.code .problem'), 'the reason');
    expect(problem.textContent).to.include('built/renderer.js beside this page cannot be loaded');
    page.Worker = Worker;
    builder.fill('Answer', 'Yes.');
    await builder.code('HTML', 'Yes.');
  });

  it('formats Markdown with its buttons', async () => {
    const builder = await openBuilder();
    builder.fill('Answer', 'Two weeks');
    const area = builder.find<HTMLTextAreaElement>('[id="field-items[0].answer"]');
    area.setSelectionRange(4, 9);
    builder.find('.formats .bold').click();
    expect(area.value).to.equal('Two **weeks**');
    expect(builder.json).to.deep.equal({ items: [{ question: '', answer: 'Two **weeks**' }] });
    expect(builder.document.activeElement).to.equal(area);
  });

  for (const tag of tags)
    it(`has a form for <${tag}> that keeps all of its example, and is accessible when empty, filled in and invalid`, async () => {
      const builder = await openBuilder();
      builder.choose('#tag', tag);
      await wait(() => builder.find('.start .hint').textContent.includes(`<${tag}>`), tag);
      await expectPageAccessible(builder);
      builder.choose('#example', tag === 'patient-guide' ? 'first-visit' : 'own');
      await wait(() => builder.document.querySelector('.status .done'), 'the example');
      builder.document
        .querySelectorAll('.fields :is(input, textarea)')
        .forEach((field) => field.dispatchEvent(new FocusEvent('blur')));
      await wait(() => builder.document.querySelector('.code pre'), 'the code');
      await expectPageAccessible(builder);
    });

  it('is accessible with the JSON next to the form, with findings and a diagnosis, in light and dark mode', async () => {
    const builder = await openBuilder();
    fillFaq(builder);
    builder.tick('Both');
    builder.tick('Accent colour of your own');
    builder.find<HTMLTextAreaElement>('#broken').value = '{"items":[{“question”:"Why?","answer":"So."}]}';
    builder.button('Find out what is wrong').click();
    builder.button('Check accessibility').click();
    await wait(() => builder.document.querySelector('.look .done'), 'the axe results for the preview');
    await wait(() => builder.find('#contrast').textContent.includes('enough'), 'the contrast');
    for (const scheme of ['light', 'dark']) {
      builder.document.documentElement.style.colorScheme = scheme;
      await expectPageAccessible(builder);
    }
  });

  it('fits in a 320 px window, whatever it shows', async () => {
    const builder = await openBuilder('', 320);
    builder.choose('#example', 'spinal-fusion');
    await wait(() => builder.document.querySelector('.code pre'), 'the code');
    builder.tick('Both');
    for (const name of ['HTML', 'Vue', 'Prerendered']) {
      builder.tick(name);
      await settled();
      const { scrollWidth, clientWidth } = builder.document.documentElement;
      expect(scrollWidth, name).to.be.at.most(clientWidth);
    }
  });
});
