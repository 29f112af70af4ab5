/** Reads what the doc comments and types in `src` say about each element: the single source for all tools and docs. */
import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { classOf, unique } from './names.mjs';

const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config;
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
const program = ts.createProgram(['src/index.ts'], options);
const checker = program.getTypeChecker();

const docOf = (symbol) =>
  ts
    .displayPartsToString(symbol.getDocumentationComment(checker))
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** `@csspart item - Each question.`, `@attr {string} src - An address.`, `@cssproperty [--x=1px] - A length.` */
function tagsOf(symbol, kind) {
  const tags = symbol.getJsDocTags(checker).filter(({ name }) => name === kind);
  return tags.map(({ text }) => {
    const words = ts.displayPartsToString(text).replace(/\s*\n\s*/g, ' ');
    const [, type, first = '', description] = /^(?:\{(.*?)\} )?(?:(\[.*?\]|\S+) )?- (.*)$/.exec(words) ?? [];
    if (!description)
      throw new Error(`${symbol.name}: found "@${kind} ${words}", expected "@${kind} name - what it is"`);
    const [, name, value] = /^\[?([^=\]]*)(?:=(.*?))?\]?$/.exec(first);
    return { name, description, ...(type && { type }), ...(value && { default: value }) };
  });
}

/** The class, then its base classes, as far as they are the kit's. */
function lineOf(declaration) {
  const base = checker.getTypeAtLocation(declaration).getBaseTypes?.()[0]?.symbol?.valueDeclaration;
  return base && !program.isSourceFileFromExternalLibrary(base.getSourceFile())
    ? [declaration, ...lineOf(base)]
    : [declaration];
}

function propertiesOf(declaration, content) {
  const own = checker.getTypeAtLocation(declaration);
  return lineOf(declaration).flatMap(({ members }) =>
    members.flatMap((member) => {
      const decorator = ts.canHaveDecorators(member) && ts.getDecorators(member)?.[0];
      const isContent = ts.isGetAccessor(member) && member.name.text === 'content';
      if (!decorator && !isContent) return [];
      const symbol = own.getProperty(member.name.text);
      const type = checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, ts.TypeFormatFlags.NoTruncation);
      const text = decorator?.getText();
      return {
        name: symbol.name,
        description: docOf(symbol),
        type: isContent ? `${content} | string | false | null | undefined` : type,
        default: member.initializer?.getText(),
        attribute: decorator && (/attribute: '([^']*)'/.exec(text)?.[1] ?? symbol.name.toLowerCase()),
      };
    }),
  );
}

/** The element's first example in README.md, which a test runs, and its content. */
function exampleOf(tag, readme) {
  const html = readme.split(`\n### ${tag}\n`)[1].split('```html\n')[1].split('\n```')[0];
  const json =
    /content=(?:'([^]*?)'|"([^]*?)")|application\/json">([^]*?)<\/script>/.exec(html)?.slice(1).join('') ?? '{}';
  return { html, content: JSON.parse(json.replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')) };
}

/** Every `part` in the templates. */
const partsIn = (file) =>
  [...readFileSync(file, 'utf8').matchAll(/\bpart=(?:"([\w ]+)"|\$\{\w+ \? '([\w ]+)')/g)].flatMap(([, a, b]) =>
    (a ?? b).split(' '),
  );

export function readElements() {
  const readme = readFileSync('README.md', 'utf8');
  return readdirSync('src/elements').map((tag) => {
    const file = `src/elements/${tag}/${tag}.ts`;
    const source = program.getSourceFile(file);
    const declaration = source.statements.find(ts.isClassDeclaration);
    const symbol = checker.getSymbolAtLocation(declaration.name);
    const content = `${symbol.name}Content`;
    const line = lineOf(declaration).map(({ name }) => checker.getSymbolAtLocation(name));
    // The element's own description overrides an inherited one.
    const all = (kind) => unique(line.flatMap((one) => tagsOf(one, kind)));
    const properties = propertiesOf(declaration, content);
    const attributes = [
      ...all('attr'),
      ...properties.flatMap(({ attribute, name, ...rest }) =>
        attribute ? { ...rest, name: attribute, property: name } : [],
      ),
    ];
    const parts = all('csspart');
    for (const part of partsIn(file))
      if (!parts.some(({ name }) => name === part))
        throw new Error(`${file}: part "${part}" has no @csspart in the class's comment`);
    return {
      tag,
      name: symbol.name,
      summary: ts.displayPartsToString(symbol.getJsDocTags(checker).find(({ name }) => name === 'summary')?.text),
      description: docOf(symbol),
      attributes,
      properties,
      events: all('fires').map((event) => ({ ...event, type: `${classOf(event.name)}Event` })),
      slots: all('slot'),
      parts,
      cssProperties: all('cssproperty'),
      content,
      contentType: typeOf(`src/elements/${tag}/${tag}.content.ts`, content),
      example: exampleOf(tag, readme),
    };
  });
}

function typeOf(file, alias) {
  const statement = program
    .getSourceFile(file)
    .statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === alias);
  if (!statement) throw new Error(`${file}: found no type ${alias}, expected one for the content`);
  return checker.getTypeAtLocation(statement);
}

/** Copies the doc comment of each field into its JSON Schema. A field without one is an error. */
export function describeFields(schema, type, path) {
  const item = schema.items && checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  if (item) describeFields(schema.items, checker.getNonNullableType(item), `${path}[]`);
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const symbol = type.getProperty(name);
    field.description = docOf(symbol);
    if (!field.description) throw new Error(`${path}.${name} has no doc comment in its *.content.ts`);
    describeFields(field, checker.getNonNullableType(checker.getTypeOfSymbol(symbol)), `${path}.${name}`);
  }
}
