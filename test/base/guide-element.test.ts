import { expect } from '@open-wc/testing';
import { GuideReadyEvent } from '../../src/base/events.js';
import type { GuideTakeaways } from '../../src/elements/guide-takeaways/guide-takeaways.js';
import { consoleOf, expectAccessible, findAll, show } from '../helpers.js';
import {
  after,
  eventsOf,
  itemsOf,
  isFallbackSeen,
  scriptOf,
  jsonOf,
  contentOf,
  showTakeaways,
} from './guide-element.helpers.js';

describe('an element’s content', () => {
  describe('that is valid', () => {
    it('logs nothing', async () => {
      const written = await consoleOf(async () => {
        await show('guide-takeaways', contentOf('One'));
        await showTakeaways(`content='${jsonOf('One')}'`);
        await showTakeaways('', scriptOf(jsonOf('One')));
      });
      expect(written).to.deep.equal({ errors: [], warnings: [] });
    });

    it('replaces the fallback, visibly and for screen readers', async () => {
      const element = await showTakeaways(`content='${jsonOf('One')}'`);
      expect(isFallbackSeen(element)).to.equal(false);
      expect(element.innerText.trim()).not.to.include('Call us');
      await expectAccessible(element);
    });

    it('fires guide-ready once, after it is shown', async () => {
      let shown: string[] | undefined;
      const look = (event: Event) => (shown = itemsOf(event.target as Element));
      document.addEventListener('guide-ready', look);
      const heard = await eventsOf('guide-ready', async () => {
        const element = await showTakeaways(`content='${jsonOf('One')}'`);
        await after(element, () => element.setAttribute('content', jsonOf('Two')));
        await after(element, () => element.parentElement!.append(element));
        await after(element, () => (element.content = undefined));
        await after(element, () => (element.content = contentOf('Three')));
      }).finally(() => document.removeEventListener('guide-ready', look));
      expect(heard).to.have.length(1);
      expect(heard[0]).to.be.instanceOf(GuideReadyEvent);
      expect(heard[0].bubbles).to.equal(true);
      expect(heard[0].composed).to.equal(true);
      expect(shown).to.deep.equal(['One']);
    });

    it('fires guide-ready only after it arrives', async () => {
      let element: GuideTakeaways | undefined;
      const early = await eventsOf('guide-ready', () =>
        consoleOf(async () => (element = await showTakeaways('content="{"'))),
      );
      expect(early).to.deep.equal([]);
      const late = await eventsOf('guide-ready', () =>
        after(element!, () => element!.setAttribute('content', jsonOf('One'))),
      );
      expect(late).to.have.length(1);
    });
  });
});

describe('an element’s heading', () => {
  for (const level of [1, 2, 3, 4, 5, 6])
    it(`is at level ${level} with heading-level="${level}"`, async () => {
      const element = await showTakeaways(`heading-level="${level}" content='${jsonOf('One')}'`);
      await expectAccessible(element);
      expect(findAll(element, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName)).to.deep.equal([`h${level}`]);
    });

  for (const [value, name] of [
    ['0', 'h2'],
    ['-1', 'h2'],
    ['9', 'h6'],
    ['', 'h2'],
    ['two', 'h2'],
    ['3.7', 'h3'],
  ])
    it(`is ${name} with heading-level="${value}"`, async () => {
      const element = await showTakeaways(`heading-level="${value}" content='${jsonOf('One')}'`);
      expect(findAll(element, 'h1, h2, h3, h4, h5, h6').map(({ localName }) => localName)).to.deep.equal([name]);
    });

  it('is at level 2 by default, and follows the attribute and the property', async () => {
    const element = await showTakeaways(`content='${jsonOf('One')}'`);
    expect(findAll(element, 'h2')).to.have.length(1);
    await after(element, () => element.setAttribute('heading-level', '4'));
    expect(findAll(element, 'h2')).to.have.length(0);
    expect(findAll(element, 'h4')).to.have.length(1);
    await after(element, () => (element.headingLevel = 3));
    expect(findAll(element, 'h3')).to.have.length(1);
  });
});
