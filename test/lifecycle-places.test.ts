import { expect } from '@open-wc/testing';
import { type Tag, edges, tags } from './examples.js';
import { find, settled, showHtml } from './helpers.js';
import { contentOf, linesOf, make, markupOf, showOne, stateOf, use, within } from './lives.js';

describe('an element shows its content', () => {
  const showPopover = (box: HTMLElement) => box.showPopover();
  const places: Record<string, { html: string; open?: (box: HTMLElement) => void }> = {
    'in a modal dialog': { html: '<dialog></dialog>', open: (box) => (box as HTMLDialogElement).showModal() },
    'in a non-modal dialog': { html: '<dialog></dialog>', open: (box) => (box as HTMLDialogElement).show() },
    'in <details>': { html: '<details></details>', open: (box) => ((box as HTMLDetailsElement).open = true) },
    'in a popover': { html: '<div popover></div>', open: showPopover },
    'in a container that is shown later': {
      html: '<div style="display: none"></div>',
      open: (box) => (box.style.display = ''),
    },
    'in hidden="until-found"': {
      html: '<div hidden="until-found"></div>',
      open: (box) => box.removeAttribute('hidden'),
    },
    'in a table cell': { html: '<table><tbody><tr><td></td></tr></tbody></table>' },
    'in a form': { html: '<form><fieldset></fieldset></form>' },
    'in a disabled fieldset': { html: '<fieldset disabled></fieldset>' },
    'in a list': { html: '<ul><li></li></ul>' },
    'in a grid': { html: '<div style="display: grid; grid-template-columns: 300px 300px"></div>' },
    'in content-visibility: auto, below the viewport': {
      html: '<div><div style="height: 3000px"></div><div style="content-visibility: auto"></div></div>',
      open: (box) => box.lastElementChild!.scrollIntoView(),
    },
  };

  const models = new Map<Tag, string>();
  before(async () => {
    for (const tag of tags) models.set(tag, stateOf(await showOne(tag)));
  });

  for (const [where, { html, open }] of Object.entries(places))
    it(`${where}: all fourteen elements`, async () => {
      const box = await showHtml(html);
      const deepest = [box, ...box.querySelectorAll('*')].findLast((inner) => !inner.nextElementSibling)!;
      const all = tags.map((tag) => Object.assign(make(tag), { content: contentOf(tag) }));
      const lines = await linesOf(async () => {
        deepest.append(...all);
        await settled();
        open?.(box);
        await settled();
      });
      expect(lines).to.deep.equal([]);
      for (const [index, tag] of tags.entries()) {
        expect(stateOf(all[index]), tag).to.equal(models.get(tag));
        expect(all[index].getBoundingClientRect().height, tag).to.be.greaterThan(10);
      }
    });

  for (const mode of ['open', 'closed'] as const)
    it(`in another element’s ${mode} shadow tree: all fourteen elements`, async () => {
      const root = (await showHtml('<div></div>')).attachShadow({ mode });
      const lines = await linesOf(async () => {
        root.innerHTML = tags.map(markupOf).join('');
        await settled();
      });
      expect(lines).to.deep.equal([]);
      for (const [index, tag] of tags.entries()) expect(stateOf(root.children[index]), tag).to.equal(models.get(tag));
    });

  it('without adding to a form around it or submitting it', async () => {
    const form = await showHtml<HTMLFormElement>('<form></form>');
    const sent: Event[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(event);
    });
    for (const tag of tags) {
      const element = make(tag);
      element.content = contentOf(tag);
      form.append(element);
    }
    await settled();
    for (const element of form.children) await use(element);
    expect([...new FormData(form)]).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
    expect(form.elements.length).to.equal(0);
  });
});

describe('an element gets sizes right when it', () => {
  const room = () => parseFloat(getComputedStyle(document.documentElement).paddingBottom);
  const fixedAtBottom = async (box: HTMLElement) => {
    const element = make('guide-disclaimer');
    element.content = { placement: 'bottom' };
    box.append(element);
    await settled();
    return element;
  };

  it('is in a dialog: a fixed disclaimer reserves space only while the dialog is open', async () => {
    const dialog = await showHtml<HTMLDialogElement>('<dialog></dialog>');
    const element = await fixedAtBottom(dialog);
    expect(room()).to.equal(0);
    dialog.show();
    await settled();
    expect(room()).to.equal(find(element, '.bar').offsetHeight);
    dialog.close();
    await settled();
    expect(room()).to.equal(0);
  });

  it('is shown later: a wide table can be scrolled by keyboard', async () => {
    const box = await showHtml<HTMLElement>('<div style="display: none; inline-size: 700px"></div>');
    const element = make('guide-comparison');
    element.content = edges.find(({ name }) => name === 'Five options')!.content;
    box.append(element);
    await settled();
    expect(find(element, '[part=panel]').tabIndex).to.equal(-1);
    box.style.display = 'block';
    await settled();
    expect(find(element, '[part=panel]').tabIndex).to.equal(0);
    box.style.display = 'none';
    await settled();
    box.style.display = 'block';
    await settled();
    expect(find(element, '[part=panel]').tabIndex).to.equal(0);
  });

  it('is shown later, on a scrolled page: the current section is marked', async () => {
    const box = await showHtml<HTMLElement>('<div style="display: none"></div>');
    const guide = make('patient-guide');
    guide.content = contentOf('patient-guide');
    box.append(guide);
    await settled();
    expect(within(guide, '[aria-current]').length).to.equal(0);
    box.style.display = 'block';
    within(guide, 'guide-section')[2].scrollIntoView();
    await settled();
    await settled();
    expect(within(guide, 'nav a').findIndex((link) => link.hasAttribute('aria-current'))).to.equal(2);
    scrollTo(0, 0);
  });
});
