import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform as esbuildTransform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

/**
 * What the script-tag file leaves out of its dependencies. Each edit must find what it edits: a dependency that is written
 * otherwise fails the build, not a page.
 */
const EDITS = {
  // Schemas are read as data, see src/core/check-content.ts.
  'valibot/dist/index.mjs': [
    [/\n\t\t"~run"\(dataset, config\$1\) \{\n[^]*?\n\t\t\}/g, ''],
    [/\n\t\t(kind|reference|expects|async): .*,/g, ''],
    [/schema\["~standard"\] = \{[^]*?return schema;/, 'return schema;'],
  ],
};

/** The kit's own short form of Lit in the package's place, see src/lit/index.ts. */
const shortLit = () => ({
  name: 'short-lit',
  resolveId: (id) => (/^lit(?:\/|$)/.test(id) ? resolve('src/lit/index.ts') : null),
});

const slimDependencies = () => ({
  name: 'slim-dependencies',
  transform(code, id) {
    const [file, edits] = Object.entries(EDITS).find(([name]) => id.endsWith(`/node_modules/${name}`)) ?? [];
    if (!file) return null;
    for (const [pattern, replacement] of edits) {
      const isThere = typeof pattern === 'string' ? code.includes(pattern) : pattern.test(code);
      if (!isThere) this.error(`${file} has nothing that matches ${pattern}: look at what it does now`);
      code = code.replace(pattern, replacement);
    }
    return { code, map: null };
  },
});

/** The most frequent in minified code first. */
const LETTERS = 'teisnroahcludpmgfvwbyxkqzjABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What Lit would do with a template, and the short forms above would not. */
const UNKNOWN_IN_TEMPLATES = /[\s"][.@]\w*[A-Z]\w*=\$\{|\s\?[\w-]+=\$\{[^}]*\bnothing\b|<!--/;

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

/** The kit's own words, which only `term` asks for, are a list in the file: their names are their places in it. */
const listOfWords = () => {
  const parse = (code) => {
    const [, before, entries] = code.match(/^(.*: Messages = )\{(.*)\};/s);
    const names = [...entries.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    return { names, list: `${before}[${entries.replace(/^ {2}\w+:/gm, '')}];` };
  };
  const words = parse(readFileSync('src/messages/en.ts', 'utf8')).names;
  return {
    name: 'list-of-words',
    transform(code, id) {
      if (id.includes('/src/messages/')) {
        const { names, list } = parse(code);
        if (`${names}` !== `${words}`) this.error(`${id} does not have the words of en.ts in their order`);
        return { code: list, map: null };
      }
      if (!id.includes('/src/elements/')) return null;
      const short = code.replace(/\.term\(([^),]*)/g, (_, names) => {
        const places = names.replace(/'(\w+)'/g, (_, name) => words.indexOf(name));
        if (!/^([\w ]+\? )?\d+( : \d+)?$/.test(places)) this.error(`term(${names}) is not the name of a word`);
        return `.term(${places}`;
      });
      return { code: short, map: null };
    },
  };
};

/** A decorated property as the call that the decorator makes: the helper for decorators comes along with every file. */
const plainProperties = () => ({
  name: 'plain-properties',
  transform: (code) => ({
    code: code.replace(
      /__decorateClass\(\[\s*property\((.*?)\)\s*\], (\w+)\.prototype, ("\w+"), \d\)/gs,
      // Without options Lit's own would count, whose `attribute` is no name after the edits above.
      (_, options, name, key) => `${name}.createProperty(${key}, ${options || '{}'})`,
    ),
    map: null,
  }),
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

/** In minified code line breaks stand only in templates, where the indent behind them means nothing, nor they themselves beside a block. */
const withoutIndents = () => ({
  name: 'without-indents',
  renderChunk: (code, { name }) => ({
    code:
      name === 'cli'
        ? code
        : code
            .replace(new RegExp(`(</?${BLOCK}(?: [^<>]*)?>)\\n\\s*`, 'g'), '$1')
            .replace(new RegExp(`\\n\\s*(?=</?${BLOCK}[ >])`, 'g'), '')
            .replace(/\n\s*/g, ' '),
    map: null,
  }),
});

/** Names that only code of this file uses for itself, and that nothing outside can reach: shorter on the way to a phone. */
const OWN_NAMES =
  /^(isUpdatePending|createRenderRoot|createProperty|noAccessor|addController|willUpdate|hostConnected|hostDisconnected|hostUpdated|renderContent|renderBase|renderChildren|contentFrom|warningsFor|needsContent|standIn|readAgain|isScrolling|addressOf|showAddressOf|setItems|failBy|requirement|wrapped|canClose|canOpen|runsBefore|begins|giveUp|piece|term|level|schema|good|isPending|isWaiting|measure|elementProperties|repairs|renderRoot|styles|_\$[\w$]+)$/;

const scriptTag = (input, file) => ({
  input,
  plugins: [
    groupModules(),
    shortLit(),
    nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['production', 'browser'] }),
    slimDependencies(),
    checkTemplates(),
    minifyStyles(),
    withoutMetadata(),
    listOfWords(),
    esbuild({ target: 'es2022', tsconfig: './tsconfig.json' }),
    plainProperties(),
    terser({
      ecma: 2022,
      compress: {
        passes: 2,
        inline: 1,
        unsafe: true,
        unsafe_arrows: true,
        unsafe_methods: true,
        hoist_funs: true,
        negate_iife: false,
        pure_getters: true,
        keep_fargs: false,
      },
      mangle: { properties: { regex: OWN_NAMES } },
      format: { ascii_only: true, comments: false, preamble: '/* patient-guide: MIT, Lit: BSD-3-Clause */' },
    }),
    shortPrivateNames(),
    oneStaticBlock(),
    withoutIndents(),
  ],
  // An IIFE runs the same as a classic and as a module script.
  output: { file, format: 'iife', strict: false },
});

/** For Node: its dependencies are installed with it. White space in templates as in the script-tag file, which takes over from it. */
const server = {
  input: { server: 'src/server/index.ts', cli: 'src/cli/cli.ts' },
  external: (id) => !/^[./]/.test(id),
  plugins: [
    nodeResolve({ extensions: ['.ts', '.js'] }),
    minifyStyles(),
    esbuild({ target: 'node20', tsconfig: './tsconfig.json' }),
    terser({ compress: false, mangle: false, format: { comments: false } }),
    withoutIndents(),
  ],
  output: { dir: 'dist', format: 'es', chunkFileNames: 'server-[hash].js' },
};

export default [
  scriptTag('src/script.ts', 'dist/patient-guide.js'),
  scriptTag('src/prerendered.ts', 'dist/patient-guide.prerendered.js'),
  server,
];
