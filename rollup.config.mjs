import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform as esbuildTransform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

/**
 * What the script-tag file leaves out of its dependencies. Each edit must find what it edits: a dependency that is
 * written otherwise fails the build, not a page.
 */
const EDITS = {
  // The kit promises to add no globals: Lit keeps its version, and metadata of standard decorators, on the window.
  // Polyfills of shadow trees are older than every browser that is supported.
  'lit-html/lit-html.js': [
    [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    [/\w+\.litHtmlPolyfillSupport/, 'void 0'],
  ],
  'lit-element/lit-element.js': [
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    [/\w+\.litElementPolyfillSupport/, 'void 0'],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [/\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/=this\[Symbol\.metadata\]/, '=null'],
    [/\w+\.reactiveElementPolyfillSupport/, 'void 0'],
  ],
  // Standard decorators are not used.
  '@lit/reactive-element/decorators/property.js': [
    [
      /^[^]*$/,
      'export const property = (options) => (proto, name) => { proto.constructor.createProperty(name, options); };',
    ],
  ],
  // Every browser that has container queries has constructable style sheets, and no sheet of the kit is put together.
  '@lit/reactive-element/css-tag.js': [
    [
      /^[^]*$/,
      `class Styles {
        constructor(text) { this.text = text; }
        get styleSheet() {
          if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.text);
          return this.sheet;
        }
      }
      export const css = ([text]) => new Styles(text);
      export const getCompatibleStyle = (styles) => styles;
      export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet); };
      export const CSSResult = 0, supportsAdoptingStyleSheets = 1, unsafeCSS = 0;`,
    ],
  ],
  // What no element calls, and what src/controllers/labels.ts and its types make sure of already.
  '@shoelace-style/localize/dist/index.js': [
    [/\n {4}(dir|exists|date|number|relativeTime)\([^]*?\n {4}\}/g, ''],
    [
      /(getTranslationData\(lang\) \{)[^]*?\n {4}\}/,
      '$1 return { primary: translations.get(lang), secondary: translations.get(lang.split("-")[0]) }; }',
    ],
    [/console\.error\(`No translation[^]*?return String\(key\);/, ''],
  ],
  // Schemas are read as data, see src/core/check-content.ts.
  'valibot/dist/index.mjs': [
    [/\n\t\t"~run"\(dataset, config\$1\) \{\n[^]*?\n\t\t\}/g, ''],
    [/\n\t\t(kind|reference|expects|async): .*,/g, ''],
    [/schema\["~standard"\] = \{[^]*?return schema;/, 'return schema;'],
  ],
};

const slimDependencies = () => ({
  name: 'slim-dependencies',
  transform(code, id) {
    const [file, edits] = Object.entries(EDITS).find(([name]) => id.endsWith(`/node_modules/${name}`)) ?? [];
    if (!file) return null;
    for (const [pattern, replacement] of edits) {
      if (code.search(pattern) < 0) this.error(`${file} has nothing that matches ${pattern}: look at what it does now`);
      code = code.replace(pattern, replacement);
    }
    return { code, map: null };
  },
});

const minifyStyles = () => ({
  name: 'minify-styles',
  async transform(code, id) {
    if (!id.endsWith('.styles.ts')) return null;
    const [before, styles, after] = code.split('`');
    const minified = await esbuildTransform(styles, { loader: 'css', minify: true, target: 'chrome123' });
    return { code: `${before}\`${minified.code.trim()}\`${after}`, map: null };
  },
});

/** In minified code line breaks stand only in templates, where the indent behind them means nothing. */
const withoutIndents = () => ({
  name: 'without-indents',
  renderChunk: (code) => ({ code: code.replace(/\n\s+/g, '\n'), map: null }),
});

/** Names that only code of this file uses for itself, and that nothing outside can reach: shorter on the way to a phone. */
const OWN_NAMES =
  /^(isUpdatePending|getPropertyOptions|hasUpdated|getPropertyDescriptor|elementStyles|shadowRootOptions|createRenderRoot|createProperty|finalizeStyles|enableUpdating|getUpdateComplete|scheduleUpdate|performUpdate|shouldUpdate|firstUpdated|hasChanged|useDefault|noAccessor|fromAttribute|toAttribute|converter|finalize|addController|removeController|willUpdate|hostConnected|hostDisconnected|hostUpdated|hostUpdate|renderOptions|renderContent|renderBase|renderChildren|contentFrom|warningsFor|needsContent|standIn|readAgain|isScrolling|addressOf|showAddressOf|setItems|failBy|requirement|wrapped|canClose|canOpen|runsBefore|begins|pendingContextRequests|onContextRequest|onContextProvider|onProviderRequest|subscriptions|updateObservers|attachListeners|consumerHost|disposer|setValue|addCallback|clearCallbacks|elementRef|callbackRef|getTranslationData|_\$\w+)$/;

export default {
  input: 'src/script.ts',
  plugins: [
    nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['production', 'browser'] }),
    slimDependencies(),
    minifyStyles(),
    esbuild({ target: 'es2022', tsconfig: './tsconfig.json' }),
    terser({
      ecma: 2022,
      compress: {
        passes: 3,
        unsafe: true,
        unsafe_arrows: true,
        unsafe_methods: true,
        pure_getters: true,
        keep_fargs: false,
      },
      mangle: { properties: { regex: OWN_NAMES } },
      format: { comments: false, preamble: '/* patient-guide, MIT; contains Lit, BSD-3-Clause */' },
    }),
    withoutIndents(),
  ],
  // An IIFE runs the same as a classic and as a module script.
  output: { file: 'dist/patient-guide.js', format: 'iife' },
};
