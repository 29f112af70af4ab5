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

/** The lowest first; what stands higher may import what stands lower. */
const LAYERS: RegExp[] = [
  /^src\/context\//,
  /^src\/core\//,
  /^src\/controllers\//,
  /^src\/elements\//,
  /^src\/register\.ts$/,
  /^src\/start\.ts$/,
];
/** Stand in for packages in the files for a browser, by the build: nothing imports them. */
const LIT = /^src\/lit\//;
const SHORT = /^src\/(?:lit|valibot)\//;
/** Import what they like, and nothing imports them. */
const ENTRIES = /^src\/(?:(?:index|script|prerendered|loader)\.ts$|server\/|cli\/)/;
/** Do something as soon as they are there. */
const WITH_EFFECT = /^src\/(?:start|script|prerendered|loader)\.ts$/;
const layerOf = (path: string) => LAYERS.findIndex((layer) => layer.test(path));
const elementFolder = (path: string) => /^src\/elements\/[^/]+\//.exec(path)?.[0];
const isPackage = (path: string) => !/^(?:src|test|demo|dist)\//.test(path);

/** Why one file must not import the other; `undefined` if it may. */
function objection(from: string, to: string): string | undefined {
  if (/^(?:test|demo|dist)\//.test(to)) return 'src imports only from src';
  if (from.endsWith('.content.ts') && isPackage(to) && to !== 'valibot') return 'content knows only valibot';
  if (isPackage(to)) return undefined;
  if (to.startsWith('src/messages/'))
    return /^src\/(?:core\/labels\.ts|messages\/)/.test(from) ? undefined : 'messages are for labels';
  if (from.startsWith('src/messages/')) return 'messages import nothing';
  if (LIT.test(from))
    return LIT.test(to) || to === 'src/page/trusted-types.ts' ? undefined : 'Lit knows nothing of the kit';
  if (SHORT.test(to)) return 'imported as the package';
  if (WITH_EFFECT.test(to) && ENTRIES.test(from) && !WITH_EFFECT.test(from)) return 'entries have no side effects';
  if (ENTRIES.test(to)) return ENTRIES.test(from) ? undefined : 'entries are for users of the package';
  if (ENTRIES.test(from)) return undefined;
  if (layerOf(from) < 0 || layerOf(to) < 0) return 'a file in no layer';
  if (layerOf(to) > layerOf(from)) return 'imports point down';
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

  for (const [from, to, reason] of [
    ['src/base/guide-element.ts', 'src/controllers/overflow.ts', 'imports point down'],
    ['src/base/section.ts', 'src/elements/guide-faq/guide-faq.ts', 'imports point down'],
    ['src/context/guide-context.ts', 'src/base/section.ts', 'imports point down'],
    ['src/context/guide-context.ts', 'src/controllers/overflow.ts', 'imports point down'],
    ['src/controllers/overflow.ts', 'src/elements/guide-faq/guide-faq.ts', 'imports point down'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/entries/register.ts', 'imports point down'],
    ['src/entries/register.ts', 'src/entries/start.ts', 'imports point down'],
    ['src/entries/start.ts', 'src/entries/script-tag.ts', 'entries are for users of the package'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/i18n/en.ts', 'messages are for labels'],
    ['src/base/section.ts', 'src/i18n/en.ts', 'messages are for labels'],
    ['src/entries/register.ts', 'src/i18n/en.ts', 'messages are for labels'],
    ['src/i18n/en.ts', 'src/base/section.ts', 'messages import nothing'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/elements/guide-note/guide-note.ts', 'no element imports another'],
    [
      'src/elements/guide-faq/guide-faq.ts',
      'src/elements/patient-guide/patient-guide.content.ts',
      'no element imports another',
    ],
    ['src/context/guide-context.ts', 'src/elements/patient-guide/patient-guide.ts', 'imports point down'],
    ['src/elements/guide-faq/guide-faq.content.ts', 'lit', 'content knows only valibot'],
    ['src/elements/guide-faq/guide-faq.content.ts', '@lit/context', 'content knows only valibot'],
    ['src/base/section.ts', 'test/helpers.ts', 'src imports only from src'],
    ['src/base/section.ts', 'demo/content/edges.json', 'src imports only from src'],
    ['src/base/section.ts', 'src/index.ts', 'entries are for users of the package'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/server/render.ts', 'entries are for users of the package'],
    ['src/index.ts', 'src/entries/start.ts', 'entries have no side effects'],
    ['src/server/index.ts', 'src/entries/script-tag.ts', 'entries have no side effects'],
    ['src/base/section.ts', 'src/utils/anything.ts', 'a file in no layer'],
    ['src/base/section.ts', 'src/lit/index.ts', 'imported as the package'],
    ['src/content/validators.ts', 'src/valibot/index.ts', 'imported as the package'],
    ['src/lit/index.ts', 'src/base/section.ts', 'Lit knows nothing of the kit'],
  ])
    it(`would not let ${from} import ${to}`, () => {
      expect(objection(from, to)).to.equal(reason);
    });

  for (const [from, to] of [
    ['src/entries/script-tag.ts', 'src/entries/start.ts'],
    ['src/entries/start.ts', 'src/entries/register.ts'],
    ['src/entries/register.ts', 'src/elements/guide-faq/guide-faq.ts'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/controllers/overflow.ts'],
    ['src/elements/guide-faq/guide-faq.ts', 'src/elements/guide-faq/guide-faq.styles.ts'],
    ['src/elements/patient-guide/patient-guide.ts', 'src/elements/guide-faq/guide-faq.content.ts'],
    ['src/i18n/localize.ts', 'src/i18n/messages.ts'],
    ['src/controllers/overflow.ts', 'src/base/heading.ts'],
    ['src/base/guide-element.ts', 'src/context/guide-consumer.ts'],
    ['src/elements/patient-guide/patient-guide.ts', 'src/context/guide-context.ts'],
    ['src/elements/patient-guide/patient-guide.content.ts', 'src/elements/guide-faq/guide-faq.content.ts'],
    ['src/i18n/es.ts', 'src/i18n/en.ts'],
    ['src/base/section.ts', 'lit'],
    ['src/cli/check.ts', 'src/server/render.ts'],
  ])
    it(`lets ${from} import ${to}`, () => {
      expect(objection(from, to)).to.equal(undefined);
    });

  it('sees every way to import', () => {
    const code = `import { a } from '../core/a.js';
      import type { B } from './b.js'; import * as c from "valibot";
      import {
        d,
        e,
      } from '../messages/en.js';
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
      'src/controllers/b.ts',
      'src/controllers/f.ts',
      'src/controllers/g.ts',
      'src/core/a.ts',
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
    const unused = Object.keys(files).filter((path) => !used.has(path) && !SHORT.test(path));
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
      'src/elements/a/a.content.ts': `import { b } from '../../core/b.js';`,
      'src/core/b.ts': `import { c } from './c.js';`,
      'src/core/c.ts': `import { html } from 'lit';`,
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

  it('of an element’s files are at most three: itself, its content and its styles', async () => {
    const paths = Object.keys(await filesOf('src')).filter((path) => path.startsWith('src/elements/'));
    for (const path of paths) expect(path).to.match(/^src\/elements\/([^/]+)\/\1(?:\.content|\.styles)?\.ts$/);
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
    // The kit's own templates, which Lit itself parses elsewhere.
    expect(parsing).to.deep.equal(['src/lit/templates.ts']);
    const { 'src/lit/templates.ts': code } = await filesOf('src');
    expect(code.match(new RegExp(forbidden, 'g'))).to.deep.equal(['innerHTML']);
    expect(code).to.include('element.innerHTML = policy()!.createHTML(markup);');
  });

  it('makes no request but the loader’s for its files, and for the file that an author names, in one place and without cookies', async () => {
    const request =
      /\b(?:fetch\s*\(|XMLHttpRequest\b|sendBeacon\b|WebSocket\b|EventSource\b|WebTransport\b|importScripts\b|new\s+(?:Image|Audio|Worker|SharedWorker)\b|import\s*\()/g;
    const requestsIn = (code: string) => withoutComments(code).match(request) ?? [];
    expect(requestsIn(`fetch('/a'); fetch (b); new Image().src = c; navigator.sendBeacon(d)`)).to.have.length(4);
    const files = Object.entries(await filesOf('src'));
    const asking = files.flatMap(([path, code]) => requestsIn(code).map((found) => `${path}: ${found}`));
    expect(asking).to.deep.equal(['src/entries/loader.ts: import(', 'src/content/fetch.lazy.ts: fetch(']);
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
