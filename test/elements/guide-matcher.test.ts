import { expect } from '@open-wc/testing';
import { a11ySnapshot, resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
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
import {
  press,
  names,
  TABLE,
  EITHER,
  GUIDE,
  PAIN,
  TEAR,
  FRACTURE,
  INSTABILITY,
  check,
  explained,
  content,
  checkedIn,
  UNSURE,
} from './guide-matcher.helpers.js';

/** A node of the accessibility tree. */
interface AxNode {
  role: string;
  name?: string;
  description?: string;
  level?: number;
  checked?: boolean;
  children?: AxNode[];
}

const INFORMS =
  'This informs you. It does not diagnose. It does not take the place of an evaluation by a qualified physician.';

const PRIVATE = 'What you tick stays on this page. It is not sent or stored.';

/** The visible text for a second opinion, and for a finding. */
const MIXED = 'This is not clear-cut Get a second opinion first.';

const read = (finding: string) => {
  const [label, ...options] = TABLE.find(([label]) => label === finding)!;
  return `${label} ${options.length ? `Matched to ${options.join(' ')} ` : ''}Structural.`;
};

const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });

const words = (element: HTMLElement) => element.innerText.replace(/\s+/g, ' ').trim();

/** The visible matches, in order. */
const seenIn = (matcher: GuideMatcher) => findAll(matcher, '[part=panel] > [part=item]').filter(isSeen).map(words);

const spokenBy = (matcher: GuideMatcher) => find(matcher, '[role=status]').textContent.trim();

const focusedIn = (matcher: GuideMatcher) => {
  const focused = matcher.shadowRoot!.activeElement;
  return ((focused as HTMLInputElement | null)?.labels?.[0] ?? focused)?.textContent.trim();
};

/** All nodes of the page’s accessibility tree. */
async function axNodes(): Promise<AxNode[]> {
  const flat = (node: AxNode): AxNode[] => [node, ...(node.children ?? []).flatMap(flat)];
  return flat((await a11ySnapshot({})) as unknown as AxNode);
}

/** The properties of an event beyond those of every event. */
const ownKeys = (event: Event): string[] => Object.keys(event).filter((key) => key !== 'isTrusted');

describe('<guide-matcher>', () => {
  beforeEach(() => setViewport({ width: 800, height: 900 }));
  afterEach(async () => {
    await emulate({});
    await resetMouse();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('before anything is checked', () => {
    it('asks what the report says, with a checkbox for each finding and one for none of them', async () => {
      const matcher = await show('guide-matcher', content);
      expect(findAll(matcher, 'fieldset label').map(words)).to.deep.equal([...TABLE.map(([label]) => label), UNSURE]);
      expect(words(find(matcher, 'legend'))).to.equal('What does your imaging report say?');
      expect(checkedIn(matcher)).to.deep.equal([]);
      await expectAccessible(matcher);
    });

    it('shows and announces no result, but has its live region ready', async () => {
      const matcher = await show('guide-matcher', content);
      expect(seenIn(matcher)).to.deep.equal([]);
      expect(words(find(matcher, 'section'))).not.to.match(/matched|Print|Start again|clear-cut/);
      expect(isSeen(find(matcher, '[role=status]'))).to.equal(true);
      expect(spokenBy(matcher)).to.equal('');
    });

    inChromium.it('is a region with a group of checkboxes described by their explanations', async () => {
      const matcher = await show('guide-matcher', explained);
      const tree = await axNodes();
      const named = (role: string, name: string) => tree.find((node) => node.role === role && node.name === name);
      expect(named('region', 'Match')).not.to.equal(undefined);
      const group = (await a11ySnapshot({ selector: '::-p-aria([role="group"])' })) as unknown as AxNode;
      expect(group.name).to.equal('What does your imaging report say?');
      expect(words(find(matcher, `#${find(matcher, 'fieldset').getAttribute('aria-describedby')}`))).to.equal(PRIVATE);
      expect(named('checkbox', 'Clear instability')).to.include({ checked: false, description: 'See what it is.' });
      expect(named('checkbox', TEAR)).to.include({ checked: false }).and.not.to.have.property('description');
      expect(named('heading', 'What your findings are matched to')).to.equal(undefined);
    });
  });

  describe('matches', () => {
    for (const [what, choices, left, seen, spoken] of [
      ...GUIDE.map(([label, ...options]) => [
        `"${label}" to ${options.join(', ') || 'a second opinion'}`,
        [label],
        [label],
        options.length ? [read(label)] : [MIXED, read(label)],
        options.length ? `${label}: Matched to ${options.join('; ')}` : 'This is not clear-cut.',
      ]),
      [
        'findings that agree, without a caveat',
        [FRACTURE, INSTABILITY],
        [INSTABILITY, FRACTURE],
        [read(INSTABILITY), read(FRACTURE)],
        `${INSTABILITY}: Matched to Spinal fusion`,
      ],
      [
        'findings that share one of several treatments, without a caveat',
        [EITHER, FRACTURE],
        [FRACTURE, EITHER],
        [read(FRACTURE), read(EITHER)],
        `${FRACTURE}: Matched to Spinal fusion`,
      ],
      [
        'findings without a shared treatment to a second opinion first, then each to its own',
        [TEAR, EITHER, FRACTURE],
        [FRACTURE, TEAR, EITHER],
        [MIXED, read(FRACTURE), read(TEAR), read(EITHER)],
        `This is not clear-cut. ${FRACTURE}: Matched to Spinal fusion`,
      ],
      ['what is left after one is unchecked', [TEAR, FRACTURE, FRACTURE], [TEAR], [read(TEAR)], /^Annular.*fibrin/],
      ['nothing after the last one is unchecked', [TEAR, TEAR], [], [], ''],
      ['"none of these" to a second opinion only', [TEAR, UNSURE], [UNSURE], [MIXED], 'This is not clear-cut.'],
      ['a finding that replaces "none of these"', [UNSURE, TEAR], [TEAR], [read(TEAR)], /^Annular/],
    ] as [string, string[], string[], string[], string | RegExp][])
      it(what, async () => {
        const matcher = await show('guide-matcher', content);
        await check(matcher, ...choices);
        expect(checkedIn(matcher)).to.deep.equal(left);
        expect(seenIn(matcher)).to.deep.equal(seen);
        if (typeof spoken === 'string') expect(spokenBy(matcher)).to.equal(spoken);
        else expect(spokenBy(matcher)).to.match(spoken);
        await expectAccessible(matcher);
      });

    it('with a link when there is more to read', async () => {
      const matcher = await show('guide-matcher', content);
      await check(matcher, FRACTURE, TEAR, PAIN);
      const links = findAll<HTMLAnchorElement>(matcher, 'dd a').filter(isSeen);
      expect(links.map((link) => [words(link), link.getAttribute('href'), link.rel])).to.deep.equal([
        [names[0], 'https://example.org/fusion', 'noopener'],
        [names[1], '#fibrin', ''],
      ]);
      for (const link of links) expect(link.getBoundingClientRect().height).to.be.at.least(44);
    });

    it('the same treatments in the demo’s example as in the first guide', async () => {
      const examples: unknown = await (await fetch('/demo/content/edges/guide-matcher.json')).json();
      const [{ content }] = examples as { content: GuideMatcherContent }[];
      const nameOf = (id: string) => content.options.find((option) => option.id === id)!.name;
      const table = content.findings.map(({ label, options }) => [label, ...options.map(nameOf)]);
      expect(table).to.deep.equal(GUIDE);
    });
  });

  inChromium.it(
    'announces one line after a check, in a persistent live region, and puts the long result under headings',
    async () => {
      const matcher = await show('guide-matcher', content, { 'heading-level': '3' });
      const status = find(matcher, '[role=status]');
      await check(matcher, TEAR, UNSURE, FRACTURE);
      expect(find(matcher, '[role=status]')).to.equal(status);
      expect(find(matcher, '[part=panel]').closest('[aria-live], [role=status], [role=alert]')).to.equal(null);
      expect(status.getBoundingClientRect().width).to.equal(1);
      const headings = (await axNodes()).filter(({ role }) => role === 'heading');
      expect(headings.map(({ level, name }) => `${level} ${name}`)).to.deep.equal([
        '3 Match',
        '4 What your findings are matched to',
        '5 Fracture',
      ]);
    },
  );

  inChromium.it('is a region with a default name and starts with the result heading when the title is ""', async () => {
    const matcher = await show('guide-matcher', { ...content, title: '' });
    await check(matcher, FRACTURE);
    const levels = findAll(matcher, 'h1, h2, h3, h4').filter(isSeen);
    expect(levels.map((heading) => `${heading.localName} ${words(heading)}`)).to.deep.equal([
      'h2 What your findings are matched to',
      'h3 Fracture',
    ]);
    expect((await axNodes()).find(({ role }) => role === 'region')?.name).to.equal('Match a finding to a treatment');
  });

  it('always says that it informs and that nothing leaves the page, and ends with the note', async () => {
    const matcher = await show('guide-matcher', content);
    for (const choices of [[], [TEAR], [UNSURE]]) {
      await check(matcher, ...choices);
      const seen = words(find(matcher, 'section'));
      expect(seen).to.match(/^Match Take your report\. What .* Bring the report\.$/);
      for (const always of [PRIVATE, INFORMS]) expect(seen).to.contain(always);
    }
  });

  it('uses Spanish on a Spanish page, and switches language while findings are checked', async () => {
    const matcher = await show('guide-matcher', { ...content, title: undefined });
    await check(matcher, TEAR, FRACTURE);
    matcher.lang = 'es';
    await matcher.updateComplete;
    expect(words(find(matcher, 'h2'))).to.equal('Qué tratamiento corresponde a cada hallazgo');
    expect(spokenBy(matcher)).to.equal('El caso no está claro. Fracture: Corresponde a Spinal fusion');
    expect(checkedIn(matcher)).to.deep.equal([FRACTURE, TEAR]);
    expect(words(find(matcher, 'section'))).to.match(/No se envía ni se guarda.*No diagnostica/);
  });

  it('works by keyboard: Tab moves, Space checks, Enter prints or starts again', async () => {
    const matcher = await show('guide-matcher', { ...content, findings: content.findings.slice(3, 5) });
    const [first] = content.findings.slice(3);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(focusedIn(matcher)).to.equal(TEAR);
    expect(getComputedStyle(find(matcher, ':focus')).outlineStyle).to.equal('solid');
    await sendKeys({ press: SPACE_BAR });
    expect(checkedIn(matcher)).to.deep.equal([TEAR]);
    const stops: unknown[] = [];
    for (let stop = 0; stop < 4; stop++) {
      await sendKeys({ press: 'Tab' });
      stops.push(focusedIn(matcher));
    }
    expect(stops).to.deep.equal([UNSURE, names[1], 'Print', 'Start again']);
    await sendKeys({ press: 'Enter' });
    expect([...checkedIn(matcher), ...seenIn(matcher), spokenBy(matcher)]).to.deep.equal(['']);
    expect(focusedIn(matcher)).to.equal(first.label);
    await sendKeys({ press: SPACE_BAR });
    expect(checkedIn(matcher)).to.deep.equal([first.label]);
    await expectAccessible(matcher);
  });

  it('can be checked anywhere in a 44 px row, but not by its explanation', async () => {
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
    expect(checkedIn(matcher)).to.deep.equal([]);
  });

  inChromiumAndFirefox.it(
    'fires a print event, opens the print dialog, and prints checked findings and matches without buttons',
    async () => {
      const matcher = await show('guide-matcher', content);
      await check(matcher, TEAR);
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

  it('keeps a check mark by the finding’s id when the content changes', async () => {
    const matcher = await show('guide-matcher', content);
    await check(matcher, FRACTURE, TEAR);
    const renamed = { ...content.findings[4], label: 'A tear' };
    matcher.content = { ...content, findings: [renamed, content.findings[0]] };
    await matcher.updateComplete;
    expect(checkedIn(matcher)).to.deep.equal(['A tear']);
    expect(seenIn(matcher)).to.deep.equal([read(TEAR).replace(TEAR, 'A tear')]);
    matcher.content = { ...content, findings: [content.findings[0]] };
    await matcher.updateComplete;
    expect([...checkedIn(matcher), ...seenIn(matcher), spokenBy(matcher)]).to.deep.equal(['']);
  });

  describe('with invalid content', () => {
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
      it(`shows the fallback and reports ${path} in ${JSON.stringify(fields)}`, async () => {
        let matcher: GuideMatcher | undefined;
        const { errors } = await consoleOf(
          async () => (matcher = await show('guide-matcher', { ...content, ...fields })),
        );
        expect(errors).to.have.length(1);
        expect(errors[0]).to.contain(`<guide-matcher> content property, ${path}: found `);
        expect([findAll(matcher!, 'slot').length, textOf(matcher!)]).to.deep.equal([1, '']);
      });

    it('warns about an unknown option id, and matches that finding to a second opinion', async () => {
      let matcher: GuideMatcher | undefined;
      const options = [{ id: 'fusion', name: 'Spinal fusion' }];
      const input = { ...content, options, findings: [{ ...finding, options: ['fusoin'] }] };
      const { warnings } = await consoleOf(async () => (matcher = await show('guide-matcher', input)));
      expect(warnings).to.deep.equal([
        '<guide-matcher> findings[0].options[0] "fusoin" is not the id of an option; those are fusion',
      ]);
      await check(matcher!, finding.label);
      expect(seenIn(matcher!)).to.deep.equal([MIXED, `${finding.label} Structural.`]);
    });
  });

  describe('looks right', () => {
    for (const [scheme, accent] of [
      ['light', 'rgb(11, 110, 121)'],
      ['dark', 'rgb(92, 200, 210)'],
    ])
      it(`on a ${scheme} page, checked, right to left at 320 px with long words`, async () => {
        const long = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3);
        const findings = [{ ...content.findings[5], label: long, explanation: long, why: long }];
        const options = content.options.map((option) => ({ ...option, name: `${option.name} ${long}`, href: '#a' }));
        const matcher = await show('guide-matcher', { ...content, findings, options });
        const box = matcher.parentElement!;
        box.style.cssText = `inline-size:320px;color-scheme:${scheme};background:canvas;color:canvastext;direction:rtl`;
        await check(matcher, long);
        await settled();
        expect(box.scrollWidth).to.be.at.most(box.clientWidth);
        expect(getComputedStyle(find(matcher, 'input')).accentColor).to.equal(accent);
        const [row, checkbox] = ['fieldset [part=item]', 'input'].map((part) =>
          find(matcher, part).getBoundingClientRect(),
        );
        expect(checkbox.right).to.equal(row.right);
        await expectAccessible(matcher);
      });

    inChromiumAndFirefox.it('in forced colors, with the result box in the reader’s colors', async () => {
      await emulate({ 'forced-colors': 'active' });
      const matcher = await show('guide-matcher', content);
      matcher.parentElement!.style.setProperty('--guide-accent', 'rgb(1, 2, 3)');
      await check(matcher, TEAR, FRACTURE);
      const { borderTopColor, color } = getComputedStyle(find(matcher, '[part=panel]'));
      expect(borderTopColor).to.equal(color);
      await expectAccessible(matcher);
    });
  });
});
