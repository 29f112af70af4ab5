/** What the build tells editors, frameworks and readers about the elements. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import ts from 'typescript';
import { expectFreshBuild } from '../runner/fresh-build.mjs';

expectFreshBuild();
const kit = await import('../../dist/esm/index.js');

const read = (file) => readFileSync(file, 'utf8');
const json = (file) => JSON.parse(read(file));
const tags = readdirSync('src/elements');
const ajv = new Ajv2020({ allowUnionTypes: true, strict: false, unicodeRegExp: true });
const validators = Object.fromEntries(tags.map((tag) => [tag, ajv.compile(json(`dist/schema/${tag}.json`))]));
const faultsOf = (tag, content) => (validators[tag](content) ? [] : validators[tag].errors);

const guides = readdirSync('demo/content').filter((file) => file.endsWith('.json'));
const examples = [
  ...guides.map((file) => ({ tag: 'patient-guide', name: file, content: json(`demo/content/${file}`) })),
  ...readdirSync('demo/content/edges').flatMap((file) =>
    json(`demo/content/edges/${file}`).map(({ name, content }) => ({ tag: file.replace('.json', ''), name, content })),
  ),
];

test('every example of the demo is right by the schema of its element', () => {
  assert.ok(examples.length > 80);
  for (const { tag, name, content } of examples) assert.deepEqual(faultsOf(tag, content), [], `${tag}: ${name}`);
});

test('so is the example that each schema carries for an editor', () => {
  for (const tag of tags) {
    const { examples: own } = json(`dist/schema/${tag}.json`);
    assert.equal(own.length, 1, tag);
    assert.deepEqual(faultsOf(tag, own[0]), [], tag);
  }
});

test('an editor marks a key that the kit does not know, at any depth, and the name of the schema is none', () => {
  const content = { items: [{ question: 'a', answer: 'b' }] };
  assert.deepEqual(faultsOf('guide-faq', { $schema: 'x.json', ...content }), []);
  assert.equal(faultsOf('guide-faq', { ...content, titel: 'c' })[0].params.additionalProperty, 'titel');
  const deep = { items: [{ ...content.items[0], anwser: 'c' }] };
  assert.equal(faultsOf('guide-faq', deep)[0].params.additionalProperty, 'anwser');
  assert.equal(faultsOf('patient-guide', { title: 'a', faq: deep })[0].params.additionalProperty, 'anwser');
  assert.equal(faultsOf('guide-faq', {})[0].params.missingProperty, 'items');
});

test('an editor explains every field', () => {
  const walk = (schema, path) => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      assert.match(field.description, /.{8}/, `${path}.${name}`);
      walk(field, `${path}.${name}`);
    }
    if (schema.items) walk(schema.items, `${path}[]`);
  };
  for (const tag of tags) walk(json(`dist/schema/${tag}.json`), tag);
});

test('the manifest has every element, with all that it observes and nothing else, each explained', () => {
  const { modules } = json('dist/custom-elements.json');
  const declarations = modules.flatMap((module) => module.declarations);
  assert.deepEqual(
    declarations.map(({ tagName }) => tagName),
    tags,
  );
  for (const {
    name,
    attributes,
    members,
    events,
    slots,
    cssParts,
    cssProperties,
    summary,
    description,
  } of declarations) {
    assert.deepEqual(attributes.map((one) => one.name).sort(), [...new Set(kit[name].observedAttributes)].sort(), name);
    assert.ok(members.some((member) => member.name === 'content' && member.type.text.startsWith(`${name}Content |`)));
    assert.deepEqual(
      events.map((one) => one.name).filter((event) => /ready|error/.test(event)),
      ['guide-ready', 'guide-error'],
    );
    for (const { type } of events) assert.equal(typeof kit[type.text], 'function', type.text);
    assert.equal(cssProperties.length, 9);
    assert.ok(summary && description, name);
    for (const one of [...attributes, ...members, ...events, ...slots, ...cssParts, ...cssProperties])
      assert.match(one.description, /.{8}/, `${name}: ${one.name}`);
  }
  for (const { path } of modules) assert.ok(existsSync(path), path);
});

test('VS Code and JetBrains complete every tag with its attributes', () => {
  const html = json('dist/vscode.html-data.json');
  const types = json('dist/web-types.json');
  assert.equal(html.version, 1.1);
  for (const list of [html.tags, types.contributions.html.elements]) {
    assert.deepEqual(
      list.map(({ name }) => name),
      tags,
    );
    const { attributes } = list.find(({ name }) => name === 'guide-faq');
    for (const name of ['content', 'data-content', 'src', 'heading-level', 'lang', 'debug', 'single', 'share'])
      assert.ok(
        attributes.some((one) => one.name === name && one.description),
        name,
      );
  }
  assert.ok(json('dist/vscode.css-data.json').properties.some(({ name }) => name === '--guide-accent'));
});

test('the types are right TypeScript and have every element; a guide hears what its parts tell', () => {
  const program = ts.createProgram(['dist/types/elements.d.ts'], {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  });
  const told = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  assert.deepEqual(told, []);
  const text = read('dist/types/elements.d.ts');
  for (const tag of tags) assert.ok(text.includes(`'${tag}': {`), tag);
  assert.match(text.split("'patient-guide': {")[1], /'guide-toggle': GuideToggleEvent;/);
});

test('each element has a page, and llms.txt leads to it', () => {
  for (const tag of tags) {
    const page = read(`dist/reference/${tag}.md`);
    for (const head of ['Content', 'Attributes', 'Properties', 'Events', 'Children', 'Parts', 'Custom properties'])
      assert.ok(page.includes(`\n## ${head}\n`), head);
    assert.ok(read('dist/llms.txt').includes(`/dist/reference/${tag}.md)`), tag);
  }
});
