import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { GuideMatcher } from '../../src/elements/guide-matcher/guide-matcher.js';
import { emulate, find, findAll, settled, show, SPACE_BAR } from '../helpers.js';
import {
  press,
  TABLE,
  TEAR,
  FRACTURE,
  check,
  labelNamed,
  explained,
  content,
  checkedIn,
  UNSURE,
} from './guide-matcher.helpers.js';

describe('<guide-matcher>', () => {
  beforeEach(() => setViewport({ width: 800, height: 900 }));
  afterEach(async () => {
    await emulate({});
    await resetMouse();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('keeps the reader’s choices private', () => {
    const HEARD = (
      'click dblclick auxclick contextmenu input beforeinput change select submit reset keydown keypress keyup mousedown ' +
      'mouseup mousemove mouseover mouseout wheel pointerdown pointerup pointermove pointerover pointerout touchstart ' +
      'touchend touchmove focusin focusout focus blur toggle invalid formdata drag selectionchange hashchange popstate ' +
      'storage message error scroll guide-select guide-toggle guide-action guide-print guide-dismiss'
    ).split(' ');
    /** These also fire without a choice: moving the mouse over a row, or focus through it, checks nothing. */
    const PASSING =
      /^(?:(?:mouse|pointer)(?:move|over|out)|focus(?:in|out)?|blur|selectionchange|keydown|keyup|scroll)$/;

    /** Firefox exposes the inner node in these, whatever the element does. */
    const FIREFOXS_OWN = new Set(['rangeParent', 'originalTarget', 'explicitOriginalTarget']);

    async function listening(action: (matcher: GuideMatcher) => Promise<unknown>, matcher: GuideMatcher) {
      const heard: string[] = [];
      const leaks: unknown[] = [];
      const onEvent = (event: Event) => {
        const isInside = (value: unknown) => value instanceof Node && value.getRootNode() === matcher.shadowRoot;
        for (const key in event)
          if (!FIREFOXS_OWN.has(key) && isInside((event as unknown as Record<string, unknown>)[key]))
            leaks.push(`${event.type}.${key}`);
        if (event instanceof CustomEvent) leaks.push(event.type);
        const isOurs = event.type.startsWith('guide-') || event.composedPath().some(isInside);
        if (event.eventPhase === Event.BUBBLING_PHASE && isOurs)
          heard.push(event instanceof KeyboardEvent ? `${event.type} ${event.key}` : event.type);
      };
      const places = [window, document, document.body].flatMap((place) => HEARD.map((type) => ({ place, type })));
      for (const { place, type } of places)
        for (const capture of [true, false]) place.addEventListener(type, onEvent, capture);
      await action(matcher);
      for (const { place, type } of places)
        for (const capture of [true, false]) place.removeEventListener(type, onEvent, capture);
      return { heard: [...new Set(heard)], leaks };
    }

    async function clickOn(target: Element): Promise<void> {
      const { left, top, height } = target.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left + 8), Math.round(top + height / 2)] });
    }

    it('lets no event about a check bubble out, and no event reveal what was checked', async () => {
      expect(HEARD.length).to.be.at.least(30);
      const matcher = await show('guide-matcher', content);
      const { heard, leaks } = await listening(async () => {
        await clickOn(labelNamed(matcher, TEAR));
        await clickOn(labelNamed(matcher, FRACTURE).querySelector('input')!);
        await sendKeys({ press: 'Tab' });
        await sendKeys({ press: SPACE_BAR });
        labelNamed(matcher, 'Clear instability').click();
      }, matcher);
      expect(checkedIn(matcher)).to.deep.equal([...TABLE.slice(0, 3).map(([label]) => label), TEAR]);
      expect(leaks).to.deep.equal([]);
      expect(heard.filter((type) => !PASSING.test(type.replace(/ Tab$/, '')))).to.deep.equal([]);
      expect(heard, 'an event unrelated to a check is heard').to.include('keydown Tab');
    });

    it('does the same on a touch screen, but leaves Tab, Escape and links to the page', async () => {
      const matcher = await show('guide-matcher', explained);
      const label = labelNamed(matcher, TEAR);
      const far = { bubbles: true, composed: true };
      const { heard } = await listening(async () => {
        for (const type of ['pointerdown', 'pointerup', 'touchstart', 'touchend', 'mousedown', 'mouseup', 'input'])
          label.dispatchEvent(new Event(type, far));
        for (const key of [' ', 'Tab', 'Escape'])
          for (const type of ['keydown', 'keypress', 'keyup'])
            label.querySelector('input')!.dispatchEvent(new KeyboardEvent(type, { key, ...far }));
        const link = find<HTMLAnchorElement>(matcher, 'a[href="#fibrin"]');
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
        await matcher.updateComplete;
      }, matcher);
      expect(heard).to.deep.equal([
        ...['Tab', 'Escape'].flatMap((key) => [`keydown ${key}`, `keypress ${key}`, `keyup ${key}`]),
        'click',
      ]);
    });

    it('changes nothing in the page, URL, forms, storage or network', async () => {
      const form = document.createElement('form');
      const matcher = await show('guide-matcher', content);
      matcher.parentElement!.append(form);
      form.append(matcher);
      await matcher.updateComplete;
      const state = async () => ({
        page: document.documentElement.outerHTML,
        host: matcher.outerHTML,
        form: [...new FormData(form)].length + form.elements.length,
        address: location.href,
        history: [history.length, history.state as unknown],
        storage: JSON.stringify([localStorage, sessionStorage, document.cookie, await indexedDB.databases()]),
        requests: performance.getEntriesByType('resource').length,
        title: document.title,
        globals: Object.keys(window).length,
      });
      const calls: string[] = [];
      const spied = (
        [
          [window, 'fetch open postMessage'],
          [XMLHttpRequest.prototype, 'open send'],
          [navigator, 'sendBeacon'],
          [Storage.prototype, 'setItem'],
          [history, 'pushState replaceState'],
          [IDBFactory.prototype, 'open'],
        ] as [object, string][]
      ).flatMap(([owner, names]) => names.split(' ').map((name) => [owner, name] as const));
      const originals = spied.map(([owner, name]) => (owner as Record<string, unknown>)[name]);
      const before = await state();
      const observer = new MutationObserver((records) => calls.push(...records.map(({ type }) => type)));
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      for (const [owner, name] of spied) Object.assign(owner, { [name]: () => void calls.push(name) });
      await check(matcher, TEAR, FRACTURE, UNSURE, FRACTURE);
      await press(matcher, 'Start again');
      await check(matcher, TEAR);
      await settled();
      spied.forEach(([owner, name], index) => Object.assign(owner, { [name]: originals[index] }));
      observer.disconnect();
      expect(calls).to.deep.equal([]);
      expect(await state()).to.deep.equal(before);
      expect(Object.entries(matcher).join()).not.to.contain(TEAR.replaceAll(' ', '-'));
    });

    it('gives no checkbox a name, a form of the page or autofill', async () => {
      const matcher = await show('guide-matcher', content);
      const own = find(matcher, 'form');
      for (const box of findAll<HTMLInputElement>(matcher, 'input'))
        expect([box.name, box.form, box.getAttribute('autocomplete'), box.getAttribute('part')]).to.deep.equal([
          '',
          own,
          'off',
          null,
        ]);
    });
  });
});
