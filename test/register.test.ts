import { expect } from '@open-wc/testing';
import { version } from '../src/page/version.js';
import { elements } from '../src/entries/register.js';
import { consoleOf, expectAccessible, findAll, showHtml } from './helpers.js';

type Page = Window & typeof globalThis;
const TAGS = Object.keys(elements) as (keyof typeof elements)[];

/** A window with its own custom element registry, and what is written to its console. */
async function openPage(): Promise<{ page: Page; written: string[] }> {
  const frame = await showHtml<HTMLIFrameElement>('<iframe title="Another page"></iframe>');
  const page = frame.contentWindow as Page;
  const written: string[] = [];
  for (const kind of ['error', 'warn', 'info', 'log'] as const)
    page.console[kind] = (line: unknown) => void written.push(`${kind}: ${String(line)}`);
  page.addEventListener('error', (event) => void written.push(`thrown: ${event.message}`));
  return { page, written };
}

/** Runs module code in that window; rejects if it throws. */
const run = (page: Page, code: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const frame = page.frameElement!;
    frame.addEventListener('ran', (event) => {
      const { detail } = event as CustomEvent<string>;
      if (detail) reject(new Error(detail));
      else resolve();
    });
    const script = page.document.createElement('script');
    const done = (detail: string) => `frameElement.dispatchEvent(new CustomEvent('ran', { detail: ${detail} }))`;
    script.textContent = `try { ${code}; ${done("''")} } catch (error) { ${done('String(error)')} }`;
    script.type = 'module';
    page.document.head.append(script);
  });

const REGISTER = `(await import('/src/entries/register.ts')).register()`;

/** Pastes the script-tag file, optionally as another version. */
async function paste(page: Page, asVersion = version): Promise<void> {
  const code = await (await fetch('/dist/patient-guide.js')).text();
  expect(code.split(`"${version}"`), 'the version in the file').to.have.length(2);
  const script = page.document.createElement('script');
  script.textContent = code.replace(`"${version}"`, `"${asVersion}"`);
  page.document.head.append(script);
}

const versionsIn = (page: Page) =>
  TAGS.map((tag) => (page.customElements.get(tag) as { version?: string } | undefined)?.version);

/** Adds an element to that window and returns what it shows. */
async function textIn(page: Page): Promise<string> {
  page.document.body.innerHTML = `<guide-takeaways content='{"items": ["Shown."]}'></guide-takeaways>`;
  const element = page.document.querySelector('guide-takeaways')!;
  await element.updateComplete;
  return findAll(element, 'li')
    .map((item) => item.textContent)
    .join();
}

describe('registering the elements', () => {
  it('defines all of them', async () => {
    const { page, written } = await openPage();
    expect(versionsIn(page)).to.deep.equal(TAGS.map(() => undefined));
    await run(page, REGISTER);
    expect(versionsIn(page)).to.deep.equal(TAGS.map(() => version));
    expect(await textIn(page)).to.equal('Shown.');
    expect(written).to.deep.equal([]);
  });

  it('does not happen just by importing the classes', async () => {
    const { page, written } = await openPage();
    await run(page, `await import('/src/index.ts'); await import('/src/entries/register.ts')`);
    expect(versionsIn(page)).to.deep.equal(TAGS.map(() => undefined));
    expect(written).to.deep.equal([]);
  });

  it('twice is fine and logs nothing', async () => {
    const { page, written } = await openPage();
    await run(page, `${REGISTER}; ${REGISTER}`);
    expect(written).to.deep.equal([]);
    expect(await textIn(page)).to.equal('Shown.');
  });

  it('from a second copy of the same version is fine and logs nothing', async () => {
    const { page, written } = await openPage();
    await paste(page);
    const first = page.customElements.get('guide-takeaways');
    await paste(page);
    await run(page, REGISTER);
    expect(page.customElements.get('guide-takeaways')).to.equal(first);
    expect(written).to.deep.equal([]);
    expect(await textIn(page)).to.equal('Shown.');
  });

  it('from another version keeps the first one and warns once, with both versions', async () => {
    const { page, written } = await openPage();
    await paste(page, '0.0.9');
    await paste(page);
    expect(versionsIn(page)).to.deep.equal(TAGS.map(() => '0.0.9'));
    const list = TAGS.map((tag) => `<${tag}> (0.0.9)`).join(', ');
    expect(written).to.deep.equal([`warn: patient-guide ${version}: these stay as they are: ${list}`]);
    expect(await textIn(page)).to.equal('Shown.');
  });

  for (const taken of TAGS)
    it(`defines the others if <${taken}> is already taken, and warns once`, async () => {
      const { page, written } = await openPage();
      await run(page, `customElements.define('${taken}', class Stranger extends HTMLElement {})`);
      await run(page, REGISTER);
      expect(page.customElements.get(taken)!.name).to.equal('Stranger');
      expect(versionsIn(page)).to.deep.equal(TAGS.map((tag) => (tag === taken ? undefined : version)));
      expect(written).to.deep.equal([
        `warn: patient-guide ${version}: these stay as they are: <${taken}> (not of this kit)`,
      ]);
    });

  it('defines the others and throws nothing with the script-tag file too', async () => {
    const { page, written } = await openPage();
    await run(page, `customElements.define('guide-comparison', class extends HTMLElement {})`);
    await paste(page);
    expect(written).to.deep.equal([
      `warn: patient-guide ${version}: these stay as they are: <guide-comparison> (not of this kit)`,
    ]);
    expect(await textIn(page)).to.equal('Shown.');
  });

  it('warns in one line if all tags are taken, by two other scripts', async () => {
    const { page, written } = await openPage();
    const [first, ...others] = TAGS;
    const define = (tag: string, body: string) =>
      `customElements.define('${tag}', class extends HTMLElement {${body}})`;
    await run(page, [define(first, ''), ...others.map((tag) => define(tag, "static version = '2.0.0'"))].join(';'));
    await run(page, REGISTER);
    const list = [`<${first}> (not of this kit)`, ...others.map((tag) => `<${tag}> (2.0.0)`)].join(', ');
    expect(written).to.deep.equal([`warn: patient-guide ${version}: these stay as they are: ${list}`]);
  });

  it('upgrades elements that are already on the page, and those added later', async () => {
    const { page } = await openPage();
    page.document.body.innerHTML = `<guide-disclaimer content='{"text": "Before."}'></guide-disclaimer>`;
    const early = page.document.querySelector('guide-disclaimer')!;
    expect(early.shadowRoot).to.equal(null);
    await run(page, REGISTER);
    await early.updateComplete;
    expect(findAll(early, 'p').map((text) => text.textContent)).to.deep.equal(['Before.']);
    expect(await textIn(page)).to.equal('Shown.');
  });

  it('gives each tag its own class', async () => {
    for (const tag of TAGS) {
      expect(customElements.get(tag)).to.equal(elements[tag]);
      const { errors } = await consoleOf(async () => {
        const element = await showHtml(`<${tag}>Call us.</${tag}>`);
        expect(element).to.be.instanceOf(elements[tag]);
        await expectAccessible(element);
      });
      expect(errors).to.have.length(elements[tag].needsContent ? 1 : 0);
    }
  });
});
