import { readFileSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform as esbuildTransform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { minify } from 'terser';
import { classOf } from './src/build/names.mjs';

/** The kit's own short forms in the packages' places, see src/lit and src/valibot. */
const shortForms = () => ({
  name: 'short-forms',
  resolveId(id) {
    const [, name] = /^(lit|valibot)(?:\/|$)/.exec(id) ?? [];
    return name ? resolve(`src/${name}/index.ts`) : null;
  },
});

/** The most frequent in minified code first. */
const LETTERS = 'tensiroahcludpmgfvwbyxkqzjABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What Lit would do with a template, and the short forms above would not. */
const UNKNOWN_IN_TEMPLATES =
  /[\s"][.@]\w*[A-Z]\w*=\$\{|\s\?[\w-]+=\$\{[^}]*\bnothing\b|<!--|="[^"]*\$\{[^}]*\}[^"]*\$\{/;

const checkTemplates = () => ({
  name: 'check-templates',
  transform(code, id) {
    const [unknown] = (id.includes('/src/') && UNKNOWN_IN_TEMPLATES.exec(code)) || [];
    if (unknown) this.error(`the script-tag file cannot do ${unknown} in a template: see src/lit`);
  },
});

/** What is alike stands together, and packs better so. */
const groupModules = () => ({
  name: 'group-modules',
  transform(code, id) {
    if (!id.endsWith('/src/start.ts')) return null;
    const files = readdirSync('src', { recursive: true }).sort();
    const kinds = ['.content.ts', '.styles.ts', 'controllers/', 'context/'];
    const alike = kinds.flatMap((kind) => files.filter((file) => file.includes(kind)));
    return { code: `${alike.map((file) => `import './${file}';`).join('')}${code}`, map: null };
  },
});

/** What schemas say of themselves is for tools. */
const withoutMetadata = () => ({
  name: 'without-metadata',
  transform: (code) => ({ code: code.replace(/v\.pipe\((\w+), v\.metadata\([^)]*\)\)/g, '$1'), map: null }),
});

/** The kit's own words stand where they are asked for, in each language: an element brings its own along, and no others'. */
const wordsInPlace = () => {
  const entriesOf = (lang) => {
    const [, entries] = readFileSync(`src/messages/${lang}.ts`, 'utf8').match(/: Messages = \{(.*)\};/s);
    return Object.fromEntries(entries.split(/^ {2}(?=\w+:)/m).map((entry) => entry.trim().split(/:\s*(.*),$/s)));
  };
  const { en, es } = { en: entriesOf('en'), es: entriesOf('es') };
  return {
    name: 'words-in-place',
    transform(code, id) {
      if (id.endsWith('/messages/words.ts')) return 'export const wordsFor = (words, lang) => words[lang] ?? words.en;';
      if (!id.includes('/src/elements/')) return null;
      const inPlace = code.replace(/\.term\(([^),]*)/g, (call, names) => {
        if (!/^([\w ]+\? )?'\w+'( : '\w+')?$/.test(names)) this.error(`${call}) does not ask for a word by its name`);
        return `.term(${names.replace(/'(\w+)'/g, (_, name) => `{ en: ${en[name]}, es: ${es[name]} }`)}`;
      });
      return { code: inPlace, map: null };
    },
  };
};

/** A decorated property as the call that makes it: fields can stay fields then, and no helper for decorators comes along. */
const plainProperties = () => ({
  name: 'plain-properties',
  transform(code, id) {
    const plain = code.replace(
      /@property\((.*?)\) (\w+)[^=;]*(?:= (.*?))?;/g,
      (_, options, name, value) => `static { this.createProperty('${name}', ${options || '{}'}, ${value}); }`,
    );
    if (id.includes('/src/') && /^ +@property\b/m.test(plain))
      this.error(`${id} has a decorator that is not written out`);
    return { code: plain, map: null };
  },
});

/** Private names are a class's own: the same few letters in all of them pack best. */
const shortPrivateNames = () => ({
  name: 'short-private-names',
  renderChunk(code) {
    const edits = [];
    const walk = (node, names) => {
      if (node?.type === 'ClassBody') {
        const own = node.body.flatMap(({ key }) => (key?.type === 'PrivateIdentifier' ? key.name : []));
        names = new Map([...names, ...[...new Set(own)].map((name, index) => [name, LETTERS[index]])]);
      }
      if (node?.type === 'PrivateIdentifier') edits.push({ ...node, code: `#${names.get(node.name)}` });
      if (node?.kind === 'const') edits.push({ start: node.start, end: node.start + 5, code: 'let' });
      if (node && typeof node === 'object') for (const child of Object.values(node)) walk(child, names);
    };
    walk(this.parse(code), new Map());
    for (const { start, end, code: short } of edits.sort((a, b) => b.start - a.start))
      code = code.slice(0, start) + short + code.slice(end);
    return { code, map: null };
  },
});

/** Of custom properties only `--guide-…` are for others. */
const OWN_PROPERTY = /--(?!guide-)[\w-]+/g;

/** What a class has for itself, in one block and not one for each field. */
const oneStaticBlock = () => ({
  name: 'one-static-block',
  renderChunk(code) {
    for (let before = ''; before !== code;) {
      before = code;
      code = code.replace(/static\{(this\.[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}static\{/g, 'static{$1;');
    }
    return { code, map: null };
  },
});

const minifyStyles = () => {
  const sheets = readdirSync('src', { recursive: true }).filter((file) => file.endsWith('.styles.ts'));
  const found = sheets.flatMap((file) => readFileSync(`src/${file}`, 'utf8').match(OWN_PROPERTY) ?? []);
  const names = [...new Set(found)].sort();
  return {
    name: 'minify-styles',
    async transform(code, id) {
      if (!id.endsWith('.styles.ts')) return null;
      const [before, styles, after] = code.split('`');
      const minified = await esbuildTransform(styles, { loader: 'css', minify: true, target: 'chrome123' });
      const terse = minified.code
        .trim()
        .replace(/, /g, ',')
        .replace(/ \* /g, '*')
        .replace(/(--[\w-]+): /g, '$1:')
        .replace(OWN_PROPERTY, (name) => `--${LETTERS[names.indexOf(name)]}`);
      return { code: `${before}\`${terse}\`${after}`, map: null };
    },
  };
};

const BLOCK =
  '(?:[dou]l|d[dt]|li|div|p|table|t[hdr]|thead|tbody|section|article|fieldset|legend|label|form|fig\\w+|guide-\\w+)';
/** Of a tag in a template, in which functions may stand. */
const REST = '(?:\\s(?:=>|[^<>])*)?>';

/** In minified code line breaks stand only in templates, where the indent behind them means nothing, nor they themselves beside a block or first or last in a button. */
const withoutIndents = () => ({
  name: 'without-indents',
  renderChunk: (code, { name }) => ({
    code:
      name === 'cli'
        ? code
        : code
            .replace(new RegExp(`(</?${BLOCK}${REST})\\n\\s*`, 'g'), '$1')
            .replace(new RegExp(`\\n\\s*(?=</?${BLOCK}[\\s>])`, 'g'), '')
            .replace(new RegExp(`(<button${REST})\\n\\s*|\\n\\s*(?=</button>)`, 'g'), '$1')
            .replace(/\n\s*/g, ' '),
    map: null,
  }),
});

/** Names that only code of this file uses for itself, and that nothing outside can reach: shorter on the way to a phone. */
const OWN_NAMES =
  /^(isUpdatePending|createRenderRoot|createProperty|noAccessor|addController|willUpdate|hostConnected|hostDisconnected|hostUpdated|renderContent|renderBase|renderChildren|contentFrom|warningsFor|needsContent|standIn|readAgain|isScrolling|addressOf|showAddressOf|setItems|failBy|requirement|wrapped|canClose|canOpen|runsBefore|begins|giveUp|piece|term|labels|level|schema|good|isPending|isWaiting|measure|elementProperties|repairs|renderRoot|styles|_\$[\w$]+)$/;

/** What those names become. The first file, which has all of them, decides; the chunks then agree. */
const shortNames = {};

const terser = (options) => ({
  name: 'terser',
  async renderChunk(code, chunk, { format }) {
    const nameCache = { props: shortNames.props };
    // A file with somebody else's code says so.
    const isOwn = !Object.keys(chunk.modules).some((id) => id.includes('/node_modules/'));
    const preamble = isOwn ? '' : '/* patient-guide: MIT, Lit: BSD-3-Clause */';
    const { code: short } = await minify(code, {
      module: format === 'es',
      nameCache,
      ...options,
      format: { ...options.format, preamble },
    });
    shortNames.props ??= nameCache.props;
    return { code: short, map: null };
  },
});

/** What every file for a browser goes through. */
const forPhones = () => [
  shortForms(),
  nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['production', 'browser'] }),
  checkTemplates(),
  minifyStyles(),
  withoutMetadata(),
  wordsInPlace(),
  plainProperties(),
  esbuild({
    target: 'es2022',
    tsconfig: false,
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
  }),
  terser({
    ecma: 2022,
    compress: {
      passes: 2,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,

      negate_iife: false,
      pure_getters: true,
      keep_fargs: false,
    },
    mangle: { properties: { regex: OWN_NAMES } },
    format: { ascii_only: true, comments: false },
  }),
  shortPrivateNames(),
  oneStaticBlock(),
  withoutIndents(),
];

const scriptTag = (input, file) => ({
  input,
  plugins: [groupModules(), forPhones()],
  // An IIFE runs the same as a classic and as a module script.
  output: { file, format: 'iife', strict: false },
});

const TAGS = readdirSync('src/elements');
/** The most that pages with one element have is an FAQ: what it needs of the shared code is one file, the rest another. */
const USUAL = 'guide-faq';
const chunkHashes = {};

/** A module for each element that defines it, and with a guide all the others, of which it is made. */
const definitions = () => ({
  name: 'definitions',
  resolveId: (id) => (id.startsWith('define:') ? id : null),
  load(id) {
    const [, tag] = id.split('define:');
    if (!tag) return null;
    const name = classOf(tag);
    const parts = tag === 'patient-guide' ? TAGS.filter((part) => part !== tag) : [];
    return `${parts.map((part) => `import 'define:${part}';`).join('')}
      import { define } from '${resolve('src/core/define.ts')}';
      import { policy } from '${resolve('src/core/policy.ts')}';
      import { ${name} } from '${resolve(`src/elements/${tag}/${tag}.ts`)}';
      if (policy()) define({ '${tag}': ${name} });`;
  },
});

/** What few pages need, `*.lazy.ts`: a file of its own, which comes when one of its functions is called. They return nothing. */
const LAZY = readdirSync('src', { recursive: true }).filter((file) => file.endsWith('.lazy.ts'));
const lazyModules = () => ({
  name: 'lazy-modules',
  resolveId(id, importer) {
    const file = LAZY.find((file) => importer?.endsWith('.ts') && basename(id, '.js') === basename(file, '.ts'));
    return file ? `lazy:${file}` : null;
  },
  load(id) {
    if (!id.startsWith('lazy:')) return null;
    const file = resolve('src', id.slice('lazy:'.length));
    const names = [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)];
    return names
      .map(
        ([, name]) =>
          `export const ${name} = (...given) => void import('${file}').then((file) => file.${name}(...given));`,
      )
      .join('');
  },
});

/** All that a module imports, and what that imports, and so on. */
const closures = {};
const closureOf = (id, getModuleInfo) => {
  if (closures[id]) return closures[id];
  const closure = (closures[id] = new Set([id]));
  for (const module of closure) getModuleInfo(module).importedIds.forEach((imported) => closure.add(imported));
  return closure;
};

/** The loader's files: one per element, and what they share. They are named by what is in them, so that a browser may keep them. */
const chunks = {
  input: Object.fromEntries(TAGS.map((tag) => [tag, `define:${tag}`])),
  plugins: [
    definitions(),
    lazyModules(),
    forPhones(),
    {
      name: 'chunk-files',
      generateBundle(_, bundle) {
        for (const { isEntry, name, fileName } of Object.values(bundle))
          if (isEntry) chunkHashes[name] = fileName.slice(name.length + 1, -'.js'.length);
      },
    },
  ],
  output: {
    dir: 'dist/chunks',
    format: 'es',
    strict: false,
    entryFileNames: '[name]-[hash:6].js',
    chunkFileNames: '[name]-[hash:6].js',
    manualChunks(id, { getModuleInfo }) {
      const [, tag] = id.match(/^define:(.*)/) ?? id.match(/\/src\/elements\/([^/]+)\//) ?? [];
      const isIn = (root) => closureOf(root, getModuleInfo).has(id);
      if (tag) return tag;
      if (isIn(`define:${USUAL}`)) return 'core';
      if (TAGS.some((tag) => isIn(`define:${tag}`))) return 'more';
      return basename(
        LAZY.find((file) => isIn(resolve('src', file))),
        '.lazy.ts',
      );
    },
  },
};

const loader = {
  input: 'src/loader.ts',
  plugins: [
    {
      name: 'chunks',
      resolveId: (id) => (id === 'chunks' ? id : null),
      load: (id) => (id === 'chunks' ? `export const chunks = ${JSON.stringify(chunkHashes)}` : null),
    },
    forPhones(),
  ],
  output: { file: 'dist/loader.js', format: 'iife', strict: false },
};

/** White space in templates as in the script-tag file, which takes over from what a server has rendered. */
const forNode = () => [
  minifyStyles(),
  esbuild({ target: 'node20', tsconfig: './tsconfig.json' }),
  terser({ compress: false, mangle: false, format: { comments: false } }),
  withoutIndents(),
];

/** For Node: its dependencies are installed with it. */
const server = {
  input: { server: 'src/server/index.ts', cli: 'src/cli/cli.ts' },
  external: (id) => !/^[./]/.test(id),
  plugins: [nodeResolve({ extensions: ['.ts', '.js'] }), ...forNode()],
  output: { dir: 'dist', format: 'es', chunkFileNames: 'server-[hash].js' },
};

/** The builder, a page of the demo: beside it and not in the package. */
const builder = (name, format, rest) => ({
  input: { [name]: `demo/builder/${name}.ts` },
  output: { dir: 'demo/built', format, chunkFileNames: '[name].js' },
  ...rest,
});
const forBuilder = () => [
  nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['production', 'browser'] }),
  esbuild({ target: 'es2022', tsconfig: './tsconfig.json', minify: true }),
];
/** For the one thing that Lit's code for Node does with it. */
const buffer = () => ({
  name: 'buffer',
  resolveId: (id) => (id === 'buffer' ? id : null),
  load: (id) =>
    id === 'buffer' ? 'export const Buffer = { from: (bytes) => ({ toString: () => btoa(bytes) }) };' : null,
});
/** The server's code in a worker. What else of it needs Node is not asked for, and left out. */
const renderer = builder('renderer', 'es', {
  plugins: [buffer(), nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['node'] }), ...forNode()],
  treeshake: { moduleSideEffects: 'no-external' },
});

export default [
  scriptTag('src/script.ts', 'dist/patient-guide.js'),
  scriptTag('src/prerendered.ts', 'dist/patient-guide.prerendered.js'),
  chunks,
  loader,
  server,
  builder('builder', 'es', { plugins: forBuilder() }),
  builder('frame', 'iife', { plugins: forBuilder() }),
  renderer,
];
