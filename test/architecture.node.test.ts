import { expect } from 'chai';
import { version } from '../src/page/version.js';
import { elements } from '../src/entries/register.js';

/** Every module in TypeScript of the folder, by its path from the project's root. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const files = (await (await fetch(`/__files?folder=${folder}`)).json()) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => /(?<!\.d)\.ts$/.test(path))
      .map(([path, text]) => [path.replaceAll('//', '/'), text]),
  );
}

const withoutComments = (code: string): string => code.replace(/\/\*[^]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');

/** What a file imports: paths from the project's root, or names of packages. */
function importsOf(path: string, code: string): string[] {
  const statements =
    /(?:^|[;}\n])\s*(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...withoutComments(code).matchAll(statements)].map(([, from, bare]) => {
    const target = from ?? bare;
    if (!target.startsWith('.')) return target;
    return new URL(target, `http://root/${path}`).pathname.slice(1).replace(/\.js$/, '.ts');
  });
}

/** Every room of src, and what may enter it. The lowest floor first: imports point down, or along the same floor. */
const FLOORS: Record<string, string>[] = [
  {
    text: 'turns text into safe markup: Markdown, links, URLs, slugs; knows nothing of elements or content',
    page: 'what lives in the page beside the elements, shared by all of them and by all copies of the kit',
    context: 'how a guide hands content to its parts',
  },
  {
    content: 'from unknown to typed content: where it is, how it is decoded, validated and reported',
    i18n: 'the kit’s own words, a file per language, and who picks one',
  },
  {
    base: 'what every element has: the base class, its content, headings, shared styles, hydration',
    controllers: 'abilities that several elements share, as reactive controllers',
  },
  { elements: 'a folder per element, with whatever only that element uses' },
  { entries: 'what a page loads; the only modules that do something when they are imported' },
  { server: 'content to HTML, in Node' },
  { cli: 'the command line' },
];
const roomOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
const floorOf = (path: string) => FLOORS.findIndex((rooms) => Object.hasOwn(rooms, roomOf(path)));
const elementFolder = (path: string) => /^src\/elements\/[^/]+\//.exec(path)?.[0];
const isPackage = (path: string) => !/^(?:src|test|demo|dist)\//.test(path);
/** The public names and the entries for a page; nothing imports them but entries. */
const ENTRIES = /^src\/(?:index\.ts$|entries\/|server\/index\.ts$|cli\/cli\.ts$)/;
/** Do something as soon as they are imported. */
const WITH_SIDE_EFFECTS = /^src\/entries\/(?!register\.ts$|start\.ts$)/;

/** Why one file must not import the other; `undefined` if it may. */
function objection(from: string, to: string): string | undefined {
  if (/^(?:test|demo|dist)\//.test(to)) return 'src imports only from src';
  if (from.endsWith('.content.ts') && isPackage(to) && to !== 'valibot') return 'content knows only valibot';
  if (isPackage(to)) return undefined;
  if (/^src\/i18n\/\w\w\.ts$/.test(to) && roomOf(from) !== 'i18n') return 'words come through localize';
  if (WITH_SIDE_EFFECTS.test(to) && !WITH_SIDE_EFFECTS.test(from)) return 'only an entry runs an entry';
  if (from === 'src/index.ts') return undefined;
  if (floorOf(from) < 0 || floorOf(to) < 0) return 'a file in no room';
  if (floorOf(to) > floorOf(from)) return 'imports point down';
  const [own, other] = [elementFolder(from), elementFolder(to)];
  if (own && other && own !== other && own !== 'src/elements/patient-guide/') return 'no element imports another';
  return undefined;
}

/** Everything that a file imports, and what that imports, and so on. */
function closureOf(path: string, files: Record<string, string>): Set<string> {
  const closure = new Set([path]);
  for (const file of closure) if (files[file]) for (const to of importsOf(file, files[file])) closure.add(to);
  return closure;
}

const DOM =
  /\b(?:document|window|globalThis|self|customElements|HTML\w*Element|location|navigator|localStorage)\b\s*[.([]/;

describe('the architecture', () => {
  it('lets imports point down only', async () => {
    const files = await filesOf('src');
    const objections = Object.entries(files).flatMap(([path, code]) =>
      importsOf(path, code).flatMap((to) => {
        const reason = objection(path, to);
        return reason ? [`${path} imports ${to}: ${reason}`] : [];
      }),
    );
    expect(objections).to.deep.equal([]);
    expect(Object.entries(files).flatMap(([path, code]) => importsOf(path, code)).length).to.be.greaterThan(200);
  });

  it('has a room for every folder of src, and no other', async () => {
    const rooms = Object.keys(await filesOf('src')).flatMap((path) => roomOf(path) || []);
    expect([...new Set(rooms)].sort()).to.deep.equal(FLOORS.flatMap((floor) => Object.keys(floor)).sort());
  });

  for (const [from, to, reason] of [
    ['src/text/link.ts', 'src/content/validate.ts', 'imports point down'],
    ['src/page/version.ts', 'src/base/section.ts', 'imports point down'],
    ['src/context/guide-context.ts', 'src/base/section.ts', 'imports point down'],
    ['src/content/load.ts', 'src/base/content-controller.ts', 'imports point down'],
    ['src/i18n/localize.ts', 'src/base/guide-element.ts', 'imports point down'],
    ['src/base/section.ts', 'src/elements/guide-faq/guide-faq.ts', 'imports point down'],
    ['src/controllers/overflow.ts', 'src/elements/guide-faq/guide-faq.ts', 'imports point down'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/entries/register.ts', 'imports point down'],
    ['src/entries/register.ts', 'src/server/render-to-html.ts', 'imports point down'],
    ['src/server/index.ts', 'src/cli/cli.ts', 'imports point down'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/i18n/en.ts', 'words come through localize'],
    ['src/base/section.ts', 'src/i18n/es.ts', 'words come through localize'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/elements/guide-note/guide-note.ts', 'no element imports another'],
    [
      'src/elements/guide-faq/guide-faq.ts',
      'src/elements/patient-guide/patient-guide.content.ts',
      'no element imports another',
    ],
    ['src/elements/guide-faq/guide-faq.content.ts', 'lit', 'content knows only valibot'],
    ['src/elements/guide-faq/guide-faq.content.ts', '@lit/context', 'content knows only valibot'],
    ['src/base/section.ts', 'test/helpers.ts', 'src imports only from src'],
    ['src/base/section.ts', 'demo/content/edges.json', 'src imports only from src'],
    ['src/index.ts', 'src/entries/script-tag.ts', 'only an entry runs an entry'],
    ['src/server/index.ts', 'src/entries/define/guide-faq.ts', 'only an entry runs an entry'],
    ['src/entries/register.ts', 'src/entries/script-tag.ts', 'only an entry runs an entry'],
    ['src/base/section.ts', 'src/utils/anything.ts', 'a file in no room'],
    ['src/base/section.ts', 'src/anything.ts', 'a file in no room'],
  ])
    it(`would not let ${from} import ${to}`, () => {
      expect(objection(from, to)).to.equal(reason);
    });

  for (const [from, to] of [
    ['src/entries/script-tag.ts', 'src/entries/start.ts'],
    ['src/entries/start.ts', 'src/entries/register.ts'],
    ['src/entries/loader.ts', 'src/entries/define/guide-faq.ts'],
    ['src/entries/register.ts', 'src/elements/guide-faq/guide-faq.ts'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/controllers/overflow.ts'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/elements/guide-faq/toggle-event.ts'],
    ['src/elements/patient-guide/patient-guide.ts', 'src/elements/guide-faq/guide-faq.content.ts'],
    ['src/controllers/overflow.ts', 'src/base/heading.ts'],
    ['src/base/guide-element.ts', 'src/context/guide-consumer.ts'],
    ['src/base/guide-element.ts', 'src/i18n/localize.ts'],
    ['src/content/validators.ts', 'src/text/sanitize-url.ts'],
    ['src/i18n/es.ts', 'src/i18n/en.ts'],
    ['src/base/section.ts', 'lit'],
    ['src/cli/check.ts', 'src/server/render.ts'],
    ['src/index.ts', 'src/elements/guide-faq/guide-faq.ts'],
  ])
    it(`lets ${from} import ${to}`, () => {
      expect(objection(from, to)).to.equal(undefined);
    });

  it('sees every way to import', () => {
    const code = `import { a } from '../base/a.js';
      import type { B } from './b.js'; import * as c from "valibot";
      import {
        d,
        e,
      } from '../i18n/en.js';
      import 'lit';
      export * from './f.js';
      export type { G } from './g.js';
      const h = await import('../../demo/h.json');
      // import { no } from 'commented';
      /* import { no } from 'commented too'; */
      export const i = 'https://example.org/';`;
    expect(importsOf('src/controllers/x.ts', code).sort()).to.deep.equal([
      'demo/h.json',
      'lit',
      'src/base/a.ts',
      'src/controllers/b.ts',
      'src/controllers/f.ts',
      'src/controllers/g.ts',
      'src/i18n/en.ts',
      'valibot',
    ]);
  });

  it('has no file that imports itself by way of others', async () => {
    const files = await filesOf('src');
    for (const [path, code] of Object.entries(files))
      for (const to of importsOf(path, code))
        expect([...closureOf(to, files)], `${path} and ${to}`).not.to.include(path);
  });

  it('has no file that nothing uses', async () => {
    const files = await filesOf('src');
    const used = new Set(
      Object.keys(files)
        .filter((path) => ENTRIES.test(path))
        .flatMap((entry) => [...closureOf(entry, files)]),
    );
    const unused = Object.keys(files).filter((path) => !used.has(path));
    expect(unused).to.deep.equal([]);
  });
});

describe('the content of an element', () => {
  it('is described without Lit and without the DOM, so that tools can read it anywhere', async () => {
    const files = await filesOf('src');
    const contents = Object.keys(files).filter((path) => path.endsWith('.content.ts'));
    expect(contents).to.have.length(Object.keys(elements).length);
    for (const path of contents)
      for (const file of closureOf(path, files)) {
        if (isPackage(file)) expect(file, path).to.equal('valibot');
        else expect(withoutComments(files[file]), `${file}, which ${path} needs`).not.to.match(DOM);
      }
  });

  it('would not pass with the DOM in it, or in what it needs', () => {
    expect('document.title').to.match(DOM);
    expect('customElements.define(1)').to.match(DOM);
    expect('new HTMLElement()').to.match(DOM);
    expect("label: 'window'").not.to.match(DOM);
    const files = {
      'src/elements/a/a.content.ts': `import { b } from '../../base/b.js';`,
      'src/base/b.ts': `import { c } from './c.js';`,
      'src/base/c.ts': `import { html } from 'lit';`,
    };
    expect([...closureOf('src/elements/a/a.content.ts', files)]).to.include('lit');
  });
});

describe('names', () => {
  const className = (tag: string) => tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

  it('of an element are the same everywhere: tag, folder, file, class and test', async () => {
    const files = await filesOf('src');
    const tests = await filesOf('test');
    const tags = Object.keys(files).flatMap((path) => /^src\/elements\/([^/]+)\//.exec(path)?.[1] ?? []);
    expect([...new Set(tags)].sort()).to.deep.equal(Object.keys(elements).sort());
    for (const [tag, element] of Object.entries(elements)) {
      const code = files[`src/elements/${tag}/${tag}.ts`];
      expect(element.name).to.equal(className(tag));
      expect(code, tag).to.include(`export class ${className(tag)} extends GuideElement<${className(tag)}Content>`);
      expect(code, tag).to.include(`'${tag}': ${className(tag)};`);
      expect(Object.keys(tests)).to.include(`test/elements/${tag}.test.ts`);
    }
  });

  it('of an element’s files are its own, and what only this element uses', async () => {
    const files = await filesOf('src');
    const paths = Object.keys(files).filter((path) => path.startsWith('src/elements/'));
    for (const path of paths) {
      const [, tag] = /^src\/elements\/([^/]+)\/[\w-]+(?:\.content|\.styles)?\.ts$/.exec(path)!;
      const isOwn = new RegExp(`/${tag}(?:\\.content|\\.styles)?\\.ts$`).test(path);
      const users = Object.keys(files).filter((user) => importsOf(user, files[user]).includes(path));
      if (!isOwn)
        expect(
          users.filter((user) => user !== 'src/index.ts').every((user) => user.includes(tag)),
          path,
        ).to.equal(true);
    }
  });

  it('of tags are defined in one place, and in one on a server', async () => {
    const files = await filesOf('src');
    const defining = Object.keys(files).filter((path) =>
      /customElements\s*\.\s*define|@customElement/.test(files[path]),
    );
    expect(defining.sort()).to.deep.equal(['src/base/define.ts', 'src/server/render-to-html.ts']);
  });
});

describe('the source', () => {
  it('has no class in a file of more than 200 lines', async () => {
    const files = Object.entries(await filesOf('src')).filter(([, code]) =>
      /^(?:export )?(?:abstract )?class /m.test(code),
    );
    expect(files.length).to.be.greaterThan(10);
    for (const [path, code] of files) expect(code.trimEnd().split('\n').length, path).to.be.at.most(200);
  });

  it('has no parser of HTML, and no way to run a text', async () => {
    const forbidden =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|unsafeStatic|DOMParser|parseHTML\w*|setHTML\w*|createContextualFragment|document\.write|eval|new Function)\b/;
    expect('element.innerHTML = text').to.match(forbidden);
    const parsing = Object.entries(await filesOf('src')).flatMap(([path, code]) =>
      forbidden.test(withoutComments(code)) ? path : [],
    );
    expect(parsing).to.deep.equal([]);
  });

  it('makes no request but the loader’s for its files, and for the file that an author names, in one place and without cookies', async () => {
    const request =
      /\b(?:fetch\s*\(|XMLHttpRequest\b|sendBeacon\b|WebSocket\b|EventSource\b|WebTransport\b|importScripts\b|new\s+(?:Image|Audio|Worker|SharedWorker)\b|import\s*\()/g;
    const requestsIn = (code: string) => withoutComments(code).match(request) ?? [];
    expect(requestsIn(`fetch('/a'); fetch (b); new Image().src = c; navigator.sendBeacon(d)`)).to.have.length(4);
    const files = Object.entries(await filesOf('src'));
    const asking = files.flatMap(([path, code]) => requestsIn(code).map((found) => `${path}: ${found}`));
    const imports = asking.filter((found) => found.endsWith('import('));
    expect(asking.filter((found) => !imports.includes(found))).to.deep.equal(['src/content/fetch.lazy.ts: fetch(']);
    // The loader’s files: elements, and what is loaded on demand.
    expect([...new Set(imports)].sort()).to.deep.equal([
      'src/base/server-markup.ts: import(',
      'src/content/load.ts: import(',
      'src/controllers/json-ld.ts: import(',
      'src/entries/loader.ts: import(',
    ]);
    const [, code] = files.find(([path]) => path === 'src/content/fetch.lazy.ts')!;
    expect(withoutComments(code)).to.match(/fetch\([^;]*\bcredentials: 'omit'/);
  });

  it('stores nothing', async () => {
    const forbidden = /\b(?:localStorage|sessionStorage|indexedDB|caches|cookieStore)\b|\.cookie\b/;
    expect('document.cookie = 1').to.match(forbidden);
    expect('localStorage.a').to.match(forbidden);
    for (const [path, code] of Object.entries(await filesOf('src')))
      expect(withoutComments(code), path).not.to.match(forbidden);
  });

  it('says the version that package.json says', async () => {
    const { version: published } = (await (await fetch('/package.json')).json()) as { version: string };
    expect(version).to.equal(published);
  });
});
