import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import inject from '@rollup/plugin-inject';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import license from 'rollup-plugin-license';

const NOTICE = '/*! MIT; Lit and valibot: see third-party-licenses.txt */';

const typescript = (exportConditions, options) => [
  nodeResolve({ extensions: ['.ts', '.js'], exportConditions }),
  esbuild({ target: 'es2022', tsconfig: './tsconfig.json', ...options }),
];
/** The same for every file of the package. A test compares what the minified templates show with what the source shows. */
const compile = (...words) => [literalsHtmlCssMinifier({ failOnError: true }), ...typescript(...words)];
const portableMaps = { sourcemap: true, sourcemapPathTransform: (path) => path.replace(/^.*(?=node_modules\/)/, '') };

/** For a script tag. */
const forBrowser = () => [
  ...compile(['browser'], { minifyIdentifiers: true }),
  // The one change to what others wrote; the why is told where the function is defined.
  replace({
    include: '**/lit-html.js',
    preventAssignment: true,
    delimiters: ['', ''],
    values: { 's.createPolicy("lit-html",{createHTML:t=>t})': 'trustedTypesPolicy()' },
  }),
  inject({
    include: '**/lit-html.js',
    trustedTypesPolicy: [resolve('src/page/trusted-types.ts'), 'trustedTypesPolicy'],
  }),
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 2, pure_getters: true, keep_fargs: false, unsafe_arrows: true },
    format: { comments: /^!/, ascii_only: true },
  }),
  license({ thirdParty: { output: 'dist/third-party-licenses.txt' } }),
];

const scriptTag = (entry, file) => ({
  input: `src/entries/${entry}.ts`,
  plugins: forBrowser(),
  output: { file: `dist/${file}.js`, format: 'iife', inlineDynamicImports: true, banner: NOTICE, ...portableMaps },
});

const tagOf = (id) => /\/(?:elements|define)\/([\w-]+)/.exec(id)?.[1];

/** A chunk for each element, and two for what they share: an FAQ is what most pages have, and needs the first one only. */
function manualChunks(id, { getModuleInfo }) {
  if (id.endsWith('/entries/register.ts')) return 'patient-guide';
  const { importers } = getModuleInfo(id);
  const isExtra = importers.every((user) => tagOf(user) && tagOf(user) !== 'guide-faq');
  return tagOf(id) ?? (importers.length < 2 ? undefined : isExtra ? 'extras' : 'core');
}

/** The loader, and a chunk for each element, named by its content so that a browser may keep it. */
const loader = {
  input: 'src/entries/loader.ts',
  plugins: forBrowser(),
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    hashCharacters: 'base36',
    manualChunks,
    freeze: false,
    // A classic script's names would be the page's: the loader has a scope of its own.
    banner: ({ isEntry, name }) => (name === 'core' ? NOTICE : isEntry ? '(() => {' : ''),
    footer: ({ isEntry }) => (isEntry ? '})();' : ''),
    ...portableMaps,
  },
};

/** For bundlers: a module for each of ours, with Lit and valibot as the app has them. */
const modules = {
  input: [
    'src/index.ts',
    'src/entries/register.ts',
    ...readdirSync('src/entries/define').map((file) => `src/entries/define/${file}`),
  ],
  external: [/^lit($|\/)/, /^@lit\//, 'valibot'],
  plugins: compile(['browser']),
  output: { dir: 'dist/esm', format: 'es', preserveModules: true, preserveModulesRoot: 'src', ...portableMaps },
};

/** For Node, with all that it needs: an app that installs the package does not install a server's dependencies. */
const server = {
  input: { server: 'src/server/index.ts', cli: 'src/cli/cli.ts' },
  external: /^node:/,
  plugins: [...compile(['node']), license({ thirdParty: { output: 'dist/server-licenses.txt' } })],
  output: { dir: 'dist', format: 'es', chunkFileNames: 'server-[hash].js' },
};

/** The builder, a page of the demo: not in the package. */
const builder = (name, format, plugins = typescript(['browser']), options = {}) => ({
  input: { [name]: `demo/builder/${name}.ts` },
  plugins: [...plugins, minify({ target: 'es2022' })],
  output: { dir: 'demo/built', format, chunkFileNames: '[name].js', paths: { buffer: './buffer.js' } },
  ...options,
});

export default [
  scriptTag('script-tag', 'patient-guide'),
  scriptTag('script-tag.prerendered', 'patient-guide.prerendered'),
  loader,
  modules,
  server,
  builder('builder', 'es'),
  builder('frame', 'iife'),
  // The server's code in a worker: what of it needs Node is not called there, but for base64 by Node's buffer.
  builder('renderer', 'es', compile(['node']), {
    external: ['buffer'],
    treeshake: { moduleSideEffects: 'no-external' },
  }),
];
