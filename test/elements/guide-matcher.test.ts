import { expect } from '@open-wc/testing';
import { a11ySnapshot, resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { GuideMatcherContent } from '../../src/elements/guide-matcher/guide-matcher.content.js';
import type { GuideMatcher } from '../../src/elements/guide-matcher/guide-matcher.js';
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
  SPACE_BAR,
  textOf,
} from '../helpers.js';

/** What a screen reader is told of one thing on the page. */
interface Told {
  role: string;
  name?: string;
  description?: string;
  level?: number;
  checked?: boolean;
  children?: Told[];
}

const INSTABILITY = 'Clear instability';
const FRACTURE = 'Fracture';
const TEAR = 'Annular tear in a viable disc';
const PAIN = 'Pain without a clear structural finding';
const AMBIGUOUS = 'Ambiguous or mixed findings';
const EITHER = 'A finding with two treatments';
const UNSURE = 'None of these, or I don’t know';
const INFORMS =
  'This informs you. It does not diagnose. It does not take the place of an evaluation by a qualified physician.';
const PRIVATE = 'What you tick stays on this page. It is not sent or stored.';

/** The table "Finding to treatment" of the first guide: a finding and the treatments it is matched to. */
const GUIDE: [label: string, ...options: string[]][] = [
  [INSTABILITY, 'Spinal fusion'],
  [FRACTURE, 'Spinal fusion'],
  ['Severe stenosis with neurologic compromise', 'Spinal fusion'],
  ['End-stage disc collapse', 'Spinal fusion'],
  [TEAR, 'Disc-targeted treatment (fibrin procedure)'],
  [PAIN, 'Optimized conservative care', 'A targeted interventional procedure', 'A combined plan'],
  [AMBIGUOUS],
];
const TABLE: typeof GUIDE = [...GUIDE, [EITHER, GUIDE[0][1], GUIDE[4][1]]];
const names = [...new Set(TABLE.flatMap(([, ...options]) => options))];

/** What a person reads of a second opinion, and of a finding. */
const MIXED = 'This is not clear-cut Get a second opinion first.';
const read = (finding: string) => {
  const [label, ...options] = TABLE.find(([label]) => label === finding)!;
  return `${label} ${options.length ? `Matched to ${options.join(' ')} ` : ''}Structural.`;
};

const content = {
  title: 'Match',
  intro: 'Take your report.',
  findings: TABLE.map(([label, ...options]) => ({
    id: label.replaceAll(' ', '-'),
    label,
    options: options.map((name) => `${names.indexOf(name)}`),
    why: 'Structural.',
  })),
  options: names.map((name, index) => ({
    id: `${index}`,
    name,
    ...(index < 2 && { href: ['https://example.org/fusion', '#fibrin'][index] }),
  })),
  mixed: 'Get a **second opinion** first.',
  note: 'Bring the *report*.',
} satisfies GuideMatcherContent;

const explained: GuideMatcherContent = {
  ...content,
  findings: [{ ...content.findings[0], explanation: 'See [what it is](https://example.org/).' }, content.findings[4]],
};

const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
const words = (element: HTMLElement) => element.innerText.replace(/\s+/g, ' ').trim();

/** The matches that a person sees, in their order. */
const seenIn = (matcher: GuideMatcher) => findAll(matcher, '[part=panel] > [part=item]').filter(isSeen).map(words);

const spokenBy = (matcher: GuideMatcher) => find(matcher, '[role=status]').textContent.trim();

const labelNamed = (matcher: GuideMatcher, name: string): HTMLLabelElement => {
  const found = findAll<HTMLLabelElement>(matcher, 'label').find((label) => label.textContent.trim() === name);
  if (!found) throw new Error(`no checkbox is named "${name}"`);
  return found;
};

const tickedIn = (matcher: GuideMatcher) =>
  findAll<HTMLInputElement>(matcher, 'input:checked').map(({ labels }) => labels![0].textContent.trim());

/** As a person does with a finger; a second time, it unticks. */
async function tick(matcher: GuideMatcher, ...names: string[]): Promise<void> {
  for (const name of names) {
    labelNamed(matcher, name).click();
    await matcher.updateComplete;
  }
}

async function press(matcher: GuideMatcher, name: string): Promise<void> {
  findAll(matcher, 'button')
    .find((button) => button.textContent.trim() === name)!
    .click();
  await matcher.updateComplete;
}

const focusedIn = (matcher: GuideMatcher) => {
  const focused = matcher.shadowRoot!.activeElement;
  return ((focused as HTMLInputElement | null)?.labels?.[0] ?? focused)?.textContent.trim();
};

/** Everything that a screen reader is told of the page. */
async function told(): Promise<Told[]> {
  const flat = (node: Told): Told[] => [node, ...(node.children ?? []).flatMap(flat)];
  return flat((await a11ySnapshot({})) as unknown as Told);
}

/** What an event says besides what each event says. */
const ownKeys = (event: Event): string[] => Object.keys(event).filter((key) => key !== 'isTrusted');

describe('<guide-matcher>', () => {
  beforeEach(() => setViewport({ width: 800, height: 900 }));
  afterEach(async () => {
    await emulate({});
    await resetMouse();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('before anything is ticked', () => {
    it('asks what the report says, with a checkbox for each finding and one for none of them', async () => {
      const matcher = await show('guide-matcher', content);
      expect(findAll(matcher, 'fieldset label').map(words)).to.deep.equal([...TABLE.map(([label]) => label), UNSURE]);
      expect(words(find(matcher, 'legend'))).to.equal('What does your imaging report say?');
      expect(tickedIn(matcher)).to.deep.equal([]);
      await expectAccessible(matcher);
    });

    it('shows and says no result, but has the place from which it will be said', async () => {
      const matcher = await show('guide-matcher', content);
      expect(seenIn(matcher)).to.deep.equal([]);
      expect(words(find(matcher, 'section'))).not.to.match(/matched|Print|Start again|clear-cut/);
      expect(isSeen(find(matcher, '[role=status]'))).to.equal(true);
      expect(spokenBy(matcher)).to.equal('');
    });

    inChromium.it(
      'is, for a screen reader, a region with a group of checkboxes whose explanations describe them',
      async () => {
        const matcher = await show('guide-matcher', explained);
        const tree = await told();
        const named = (role: string, name: string) => tree.find((node) => node.role === role && node.name === name);
        expect(named('region', 'Match')).not.to.equal(undefined);
        const group = (await a11ySnapshot({ selector: '::-p-aria([role="group"])' })) as unknown as Told;
        expect(group.name).to.equal('What does your imaging report say?');
        expect(words(find(matcher, `#${find(matcher, 'fieldset').getAttribute('aria-describedby')}`))).to.equal(
          PRIVATE,
        );
        expect(named('checkbox', 'Clear instability')).to.include({ checked: false, description: 'See what it is.' });
        expect(named('checkbox', TEAR)).to.include({ checked: false }).and.not.to.have.property('description');
        expect(named('heading', 'What your findings are matched to')).to.equal(undefined);
      },
    );
  });

  describe('matches', () => {
    for (const [what, ticks, left, seen, spoken] of [
      ...GUIDE.map(([label, ...options]) => [
        `"${label}" to ${options.join(', ') || 'a second opinion'}`,
        [label],
        [label],
        options.length ? [read(label)] : [MIXED, read(label)],
        options.length ? `${label}: Matched to ${options.join('; ')}` : 'This is not clear-cut.',
      ]),
      [
        'findings that point the same way without a word of doubt',
        [FRACTURE, INSTABILITY],
        [INSTABILITY, FRACTURE],
        [read(INSTABILITY), read(FRACTURE)],
        `${INSTABILITY}: Matched to Spinal fusion`,
      ],
      [
        'findings that share one of several treatments likewise',
        [EITHER, FRACTURE],
        [FRACTURE, EITHER],
        [read(FRACTURE), read(EITHER)],
        `${FRACTURE}: Matched to Spinal fusion`,
      ],
      [
        'findings that no treatment is shared by all of to a second opinion first, then each to its own',
        [TEAR, EITHER, FRACTURE],
        [FRACTURE, TEAR, EITHER],
        [MIXED, read(FRACTURE), read(TEAR), read(EITHER)],
        `This is not clear-cut. ${FRACTURE}: Matched to Spinal fusion`,
      ],
      ['what is left after a tick is taken away', [TEAR, FRACTURE, FRACTURE], [TEAR], [read(TEAR)], /^Annular.*fibrin/],
      ['nothing when the last tick is taken away', [TEAR, TEAR], [], [], ''],
      ['"none of these" to a second opinion alone', [TEAR, UNSURE], [UNSURE], [MIXED], 'This is not clear-cut.'],
      ['a finding after all, and no more "none of these"', [UNSURE, TEAR], [TEAR], [read(TEAR)], /^Annular/],
    ] as [string, string[], string[], string[], string | RegExp][])
      it(what, async () => {
        const matcher = await show('guide-matcher', content);
        await tick(matcher, ...ticks);
        expect(tickedIn(matcher)).to.deep.equal(left);
        expect(seenIn(matcher)).to.deep.equal(seen);
        if (typeof spoken === 'string') expect(spokenBy(matcher)).to.equal(spoken);
        else expect(spokenBy(matcher)).to.match(spoken);
        await expectAccessible(matcher);
      });

    it('to a link where there is more to read', async () => {
      const matcher = await show('guide-matcher', content);
      await tick(matcher, FRACTURE, TEAR, PAIN);
      const links = findAll<HTMLAnchorElement>(matcher, 'dd a').filter(isSeen);
      expect(links.map((link) => [words(link), link.getAttribute('href'), link.rel])).to.deep.equal([
        [names[0], 'https://example.org/fusion', 'noopener'],
        [names[1], '#fibrin', ''],
      ]);
      for (const link of links) expect(link.getBoundingClientRect().height).to.be.at.least(44);
    });

    it('the same in the demo’s example of the first guide', async () => {
      const examples: unknown = await (await fetch('/demo/content/edges/guide-matcher.json')).json();
      const [{ content }] = examples as { content: GuideMatcherContent }[];
      const nameOf = (id: string) => content.options.find((option) => option.id === id)!.name;
      const table = content.findings.map(({ label, options }) => [label, ...options.map(nameOf)]);
      expect(table).to.deep.equal(GUIDE);
    });
  });

  inChromium.it(
    'says one line after a tick, in a place that stays, and leaves the long result to its headings',
    async () => {
      const matcher = await show('guide-matcher', content, { 'heading-level': '3' });
      const status = find(matcher, '[role=status]');
      await tick(matcher, TEAR, UNSURE, FRACTURE);
      expect(find(matcher, '[role=status]')).to.equal(status);
      expect(find(matcher, '[part=panel]').closest('[aria-live], [role=status], [role=alert]')).to.equal(null);
      expect(status.getBoundingClientRect().width).to.equal(1);
      const headings = (await told()).filter(({ role }) => role === 'heading');
      expect(headings.map(({ level, name }) => `${level} ${name}`)).to.deep.equal([
        '3 Match',
        '4 What your findings are matched to',
        '5 Fracture',
      ]);
    },
  );

  inChromium.it(
    'with the title "" is a region with the kit’s own name, and begins with the heading of the result',
    async () => {
      const matcher = await show('guide-matcher', { ...content, title: '' });
      await tick(matcher, FRACTURE);
      const levels = findAll(matcher, 'h1, h2, h3, h4').filter(isSeen);
      expect(levels.map((heading) => `${heading.localName} ${words(heading)}`)).to.deep.equal([
        'h2 What your findings are matched to',
        'h3 Fracture',
      ]);
      expect((await told()).find(({ role }) => role === 'region')?.name).to.equal('Match a finding to a treatment');
    },
  );

  it('always says that it informs, that nothing leaves the page, and the note last', async () => {
    const matcher = await show('guide-matcher', content);
    for (const ticks of [[], [TEAR], [UNSURE]]) {
      await tick(matcher, ...ticks);
      const seen = words(find(matcher, 'section'));
      expect(seen).to.match(/^Match Take your report\. What .* Bring the report\.$/);
      for (const always of [PRIVATE, INFORMS]) expect(seen).to.contain(always);
    }
  });

  it('speaks Spanish on a Spanish page, and changes with it while ticked', async () => {
    const matcher = await show('guide-matcher', { ...content, title: undefined });
    await tick(matcher, TEAR, FRACTURE);
    matcher.lang = 'es';
    await matcher.updateComplete;
    expect(words(find(matcher, 'h2'))).to.equal('Qué tratamiento corresponde a cada hallazgo');
    expect(spokenBy(matcher)).to.equal('El caso no está claro. Fracture: Corresponde a Spinal fusion');
    expect(tickedIn(matcher)).to.deep.equal([FRACTURE, TEAR]);
    expect(words(find(matcher, 'section'))).to.match(/No se envía ni se guarda.*No diagnostica/);
  });

  it('is reached by Tab and ticked by Space, printed or started again by Enter', async () => {
    const matcher = await show('guide-matcher', { ...content, findings: content.findings.slice(3, 5) });
    const [first] = content.findings.slice(3);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(focusedIn(matcher)).to.equal(TEAR);
    expect(getComputedStyle(find(matcher, ':focus')).outlineStyle).to.equal('solid');
    await sendKeys({ press: SPACE_BAR });
    expect(tickedIn(matcher)).to.deep.equal([TEAR]);
    const stops: unknown[] = [];
    for (let stop = 0; stop < 4; stop++) {
      await sendKeys({ press: 'Tab' });
      stops.push(focusedIn(matcher));
    }
    expect(stops).to.deep.equal([UNSURE, names[1], 'Print', 'Start again']);
    await sendKeys({ press: 'Enter' });
    expect([...tickedIn(matcher), ...seenIn(matcher), spokenBy(matcher)]).to.deep.equal(['']);
    expect(focusedIn(matcher)).to.equal(first.label);
    await sendKeys({ press: SPACE_BAR });
    expect(tickedIn(matcher)).to.deep.equal([first.label]);
    await expectAccessible(matcher);
  });

  it('can be ticked anywhere in a row of 44 px, but not by its explanation', async () => {
    const matcher = await show('guide-matcher', explained);
    for (const label of findAll(matcher, 'label')) {
      const { top, bottom, left, right } = label.getBoundingClientRect();
      expect(bottom - top).to.be.at.least(44);
      for (const [x, y] of [
        [left + 1, top + 1],
        [right - 1, top + 1],
        [right - 1, bottom - 12],
      ])
        expect(matcher.shadowRoot!.elementFromPoint(x, y)).to.equal(label);
    }
    const fieldset = find(matcher, 'fieldset').getBoundingClientRect();
    expect(find(matcher, 'label').getBoundingClientRect().width).to.equal(fieldset.width);
    find(matcher, '[id^=about] p').click();
    expect(tickedIn(matcher)).to.deep.equal([]);
  });

  inChromiumAndFirefox.it(
    'tells the page that a person prints, opens the print view, and prints ticks and matches without buttons',
    async () => {
      const matcher = await show('guide-matcher', content);
      await tick(matcher, TEAR);
      const done: string[] = [];
      const print = Object.getOwnPropertyDescriptor(window, 'print')!;
      window.print = () => void done.push('print view');
      const onPrint = (event: Event) =>
        void done.push(`${event.type} of ${(event.target as Element).localName}: ${ownKeys(event).join()}`);
      document.addEventListener('guide-print', onPrint);
      await press(matcher, 'Print');
      document.removeEventListener('guide-print', onPrint);
      Object.defineProperty(window, 'print', print);
      expect(done).to.deep.equal(['guide-print of guide-matcher: ', 'print view']);
      await emulate({ media: 'print' });
      expect(findAll(matcher, 'button').filter(isSeen)).to.deep.equal([]);
      expect(seenIn(matcher)).to.have.length(1);
      expect(getComputedStyle(find(matcher, 'fieldset [part=item]')).breakInside).to.equal('avoid');
      expect(isSeen(find(matcher, 'input:checked'))).to.equal(true);
    },
  );

  it('keeps a tick by its finding’s id when the content changes', async () => {
    const matcher = await show('guide-matcher', content);
    await tick(matcher, FRACTURE, TEAR);
    const renamed = { ...content.findings[4], label: 'A tear' };
    matcher.content = { ...content, findings: [renamed, content.findings[0]] };
    await matcher.updateComplete;
    expect(tickedIn(matcher)).to.deep.equal(['A tear']);
    expect(seenIn(matcher)).to.deep.equal([read(TEAR).replace(TEAR, 'A tear')]);
    matcher.content = { ...content, findings: [content.findings[0]] };
    await matcher.updateComplete;
    expect([...tickedIn(matcher), ...seenIn(matcher), spokenBy(matcher)]).to.deep.equal(['']);
  });

  describe('keeps what is ticked to itself', () => {
    const HEARD = (
      'click dblclick auxclick contextmenu input beforeinput change select submit reset keydown keypress keyup mousedown ' +
      'mouseup mousemove mouseover mouseout wheel pointerdown pointerup pointermove pointerover pointerout touchstart ' +
      'touchend touchmove focusin focusout focus blur toggle invalid formdata drag selectionchange hashchange popstate ' +
      'storage message error scroll guide-select guide-toggle guide-action guide-print guide-dismiss'
    ).split(' ');
    /** These come without a tick, too: who moves over a row or through it has ticked nothing. */
    const PASSING =
      /^(?:(?:mouse|pointer)(?:move|over|out)|focus(?:in|out)?|blur|selectionchange|keydown|keyup|scroll)$/;

    /** Firefox shows a page the inner node in these, whatever the element does. */
    const FIREFOXS_OWN = new Set(['rangeParent', 'originalTarget', 'explicitOriginalTarget']);

    async function listening(action: (matcher: GuideMatcher) => Promise<unknown>, matcher: GuideMatcher) {
      const heard: string[] = [];
      const told: unknown[] = [];
      const onEvent = (event: Event) => {
        const isInside = (value: unknown) => value instanceof Node && value.getRootNode() === matcher.shadowRoot;
        for (const key in event)
          if (!FIREFOXS_OWN.has(key) && isInside((event as unknown as Record<string, unknown>)[key]))
            told.push(`${event.type}.${key}`);
        if (event instanceof CustomEvent) told.push(event.type);
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
      return { heard: [...new Set(heard)], told };
    }

    async function clickOn(target: Element): Promise<void> {
      const { left, top, height } = target.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left + 8), Math.round(top + height / 2)] });
    }

    it('no event that comes with a tick bubbles out, and none says in its own words what was ticked', async () => {
      expect(HEARD.length).to.be.at.least(30);
      const matcher = await show('guide-matcher', content);
      const { heard, told } = await listening(async () => {
        await clickOn(labelNamed(matcher, TEAR));
        await clickOn(labelNamed(matcher, FRACTURE).querySelector('input')!);
        await sendKeys({ press: 'Tab' });
        await sendKeys({ press: SPACE_BAR });
        labelNamed(matcher, 'Clear instability').click();
      }, matcher);
      expect(tickedIn(matcher)).to.deep.equal([...TABLE.slice(0, 3).map(([label]) => label), TEAR]);
      expect(told).to.deep.equal([]);
      expect(heard.filter((type) => !PASSING.test(type.replace(/ Tab$/, '')))).to.deep.equal([]);
      expect(heard, 'what is not a tick is heard').to.include('keydown Tab');
    });

    it('on a touch screen likewise; Tab, Escape and links stay the page’s', async () => {
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

    it('the page, its address, its forms, its storage and the network do not change', async () => {
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
      await tick(matcher, TEAR, FRACTURE, UNSURE, FRACTURE);
      await press(matcher, 'Start again');
      await tick(matcher, TEAR);
      await settled();
      spied.forEach(([owner, name], index) => Object.assign(owner, { [name]: originals[index] }));
      observer.disconnect();
      expect(calls).to.deep.equal([]);
      expect(await state()).to.deep.equal(before);
      expect(Object.entries(matcher).join()).not.to.contain(TEAR.replaceAll(' ', '-'));
    });

    it('no checkbox has a name, a form, or is filled in by the browser', async () => {
      const matcher = await show('guide-matcher', content);
      for (const box of findAll<HTMLInputElement>(matcher, 'input'))
        expect([box.name, box.form, box.getAttribute('autocomplete'), box.getAttribute('part')]).to.deep.equal([
          '',
          null,
          'off',
          null,
        ]);
    });
  });

  describe('with content that is wrong', () => {
    const [finding] = content.findings;
    const [option] = content.options;
    const wrong: [path: string, fields: object][] = [
      ['findings', { findings: [] }],
      ['findings', { findings: [finding, finding] }],
      ['findings[0].label', { findings: [{ ...finding, label: ' ' }] }],
      ['findings[0].id', { findings: [{ ...finding, id: 'a b' }] }],
      ['findings[0].why', { findings: [{ ...finding, why: undefined }] }],
      ['findings[0].explanation', { findings: [{ ...finding, explanation: 1 }] }],
      ['findings[0].options', { findings: [{ ...finding, options: 'fusion' }] }],
      ['options', { options: [] }],
      ['options', { options: [option, option] }],
      ['options[0].name', { options: [{ ...option, name: '' }] }],
      ['options[0].href', { options: [{ ...option, href: 'javascript:1' }] }],
      ['mixed', { mixed: undefined }],
      ['intro', { intro: ' ' }],
      ['note', { note: ['a'] }],
      ['title', { title: 1 }],
    ];
    for (const [path, fields] of wrong)
      it(`shows the fallback and says that ${path} is wrong in ${JSON.stringify(fields)}`, async () => {
        let matcher: GuideMatcher | undefined;
        const { errors } = await consoleOf(
          async () => (matcher = await show('guide-matcher', { ...content, ...fields })),
        );
        expect(errors).to.have.length(1);
        expect(errors[0]).to.contain(`<guide-matcher> content property, ${path}: found `);
        expect([findAll(matcher!, 'slot').length, textOf(matcher!)]).to.deep.equal([1, '']);
      });

    it('warns of an id that is no option’s, and matches such a finding to a second opinion', async () => {
      let matcher: GuideMatcher | undefined;
      const options = [{ id: 'fusion', name: 'Spinal fusion' }];
      const input = { ...content, options, findings: [{ ...finding, options: ['fusoin'] }] };
      const { warnings } = await consoleOf(async () => (matcher = await show('guide-matcher', input)));
      expect(warnings).to.deep.equal([
        '<guide-matcher> findings[0].options[0] "fusoin" is not the id of an option; those are fusion',
      ]);
      await tick(matcher!, finding.label);
      expect(seenIn(matcher!)).to.deep.equal([MIXED, `${finding.label} Structural.`]);
    });
  });

  describe('looks right', () => {
    for (const [scheme, accent] of [
      ['light', 'rgb(11, 110, 121)'],
      ['dark', 'rgb(92, 200, 210)'],
    ])
      it(`on a ${scheme} page, ticked, in a right-to-left place of 320 px with long words`, async () => {
        const long = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3);
        const findings = [{ ...content.findings[5], label: long, explanation: long, why: long }];
        const options = content.options.map((option) => ({ ...option, name: `${option.name} ${long}`, href: '#a' }));
        const matcher = await show('guide-matcher', { ...content, findings, options });
        const box = matcher.parentElement!;
        box.style.cssText = `inline-size:320px;color-scheme:${scheme};background:canvas;color:canvastext;direction:rtl`;
        await tick(matcher, long);
        await settled();
        expect(box.scrollWidth).to.be.at.most(box.clientWidth);
        expect(getComputedStyle(find(matcher, 'input')).accentColor).to.equal(accent);
        const [row, tickBox] = ['fieldset [part=item]', 'input'].map((part) =>
          find(matcher, part).getBoundingClientRect(),
        );
        expect(tickBox.right).to.equal(row.right);
        await expectAccessible(matcher);
      });

    inChromiumAndFirefox.it('in forced colours, where the box of the result has the reader’s own', async () => {
      await emulate({ 'forced-colors': 'active' });
      const matcher = await show('guide-matcher', content);
      matcher.parentElement!.style.setProperty('--guide-accent', 'rgb(1, 2, 3)');
      await tick(matcher, TEAR, FRACTURE);
      const { borderTopColor, color } = getComputedStyle(find(matcher, '[part=panel]'));
      expect(borderTopColor).to.equal(color);
      await expectAccessible(matcher);
    });
  });
});
