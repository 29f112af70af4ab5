import { readFileSync, readdirSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform as esbuildTransform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

/**
 * What the script-tag file leaves out of its dependencies, or has in a shorter form. Each edit must find what it edits: a
 * dependency that is written otherwise, or another version of Lit, fails the build, not a page.
 */
const EDITS = {
  // Lit's templates as far as the kit's use them: values between tags, in attributes (with or without other text), `.property`,
  // `?boolean` and `@event`; lists, and directives that stand alone between tags. No `>` in an attribute's own text, no
  // comments, no `nothing` in `?boolean`, no name of a property or event with capital letters. Like Lit, it changes only what
  // is another value than before, and leaves alone what a page or a translator has made of the rest.
  'lit-html/lit-html.js': [
    [
      /h="\$lit\$",.*?,u=Array\.isArray,.*?(?=function V\()/,
      `u = Array.isArray,
      MARK = '@@',
      noChange = Symbol(),
      nothing = Symbol(),
      templates = new WeakMap(),
      html = (strings, ...values) => ({ strings, values }),
      comment = () => document.createComment(''),
      walk = (root) => document.createTreeWalker(root, 129);`,
    ],
    [
      /const N=\(t,i\)=>.*push\("3\.3\.3"\);.*/s,
      `
      const templateOf = (strings) => {
        let template = templates.get(strings);
        if (!template) {
          const { content } = (template = document.createElement('template'));
          template.innerHTML = V(strings, strings.reduce((text, string) => text + (/<[^>]*$/.test(text) ? MARK : '<!>') + string));
          template.parts = [];
          const walker = walk(content);
          for (let index = 0, node; (node = walker.nextNode()); index++) {
            if (node.nodeType > 1) template.parts.push({ index });
            else
              for (const name of node.getAttributeNames()) {
                const strings = node.getAttribute(name).split(MARK);
                if (strings.length > 1) {
                  template.parts.push({ index, name, strings });
                  node.removeAttribute(name);
                }
              }
          }
          templates.set(strings, template);
        }
        return template;
      };

      const attributePart = (element, name, strings, host) => {
        const [kind] = name, key = name.slice(1);
        let old = [nothing];
        if (kind === '@') element.addEventListener(key, (event) => old[0].call(host, event));
        return (values, at) => {
          const given = values.slice(at, at + strings.length - 1), [value] = given;
          if (given.some((value, index) => value !== old[index])) {
            old = given;
            if (kind === '.') element[key] = value;
            else if (kind === '?') element.toggleAttribute(key, !!value);
            else if (kind === '@');
            else if (given.includes(nothing)) element.removeAttribute(name);
            else element.setAttribute(name, strings.reduce((text, string, index) => text + (given[index - 1] ?? '') + string));
          }
          return given.length;
        };
      };

const clear = (from, end) => {
        while (from.nextSibling !== end) from.nextSibling.remove();
      };
      const setAll = (setters, values) => {
        let at = 0;
        for (const set of setters) at += set(values, at);
      };

      /** The old value: a text, \`nothing\`, the instance of a template, or the parts of a list, each with the node it ends at. */
      const childPart = (start, end, host) => {
        let old = nothing, directive;
        return (values, at) => {
          let value = values[at];
          const type = value?._$$directive, { parentNode } = start;
          if (type) {
            if (directive?.constructor !== type) directive = new type();
            value = directive.render(...value.values);
          } else directive = type;
          if (u(value)) {
            if (!u(old)) {
              clear(start, end);
              old = [];
            }
            value.forEach((_, index) => {
              if (!old[index]) {
                const before = old[index - 1]?.end ?? start, own = parentNode.insertBefore(comment(), end);
                old[index] = { end: own, set: childPart(before, own, host) };
              }
              old[index].set(value, index);
            });
            if (old.length > value.length) {
              old.length = value.length;
              clear(old.at(-1)?.end ?? start, end);
            }
          } else if (value?.strings) {
            if (old.strings !== value.strings) {
              const { content, parts } = templateOf(value.strings);
              const fragment = document.importNode(content, true), walker = walk(fragment);
              let at = -1, node;
              const setters = parts.map(({ index, name, strings }) => {
                for (; at < index; at++) node = walker.nextNode();
                return name ? attributePart(node, name, strings, host) : childPart(node, node.nextSibling, host);
              });
              setAll(setters, value.values);
              clear(start, end);
              parentNode.insertBefore(fragment, end);
              old = { strings: value.strings, setters };
            } else setAll(old.setters, value.values);
          } else if (value !== noChange && value !== old) {
            if (value === '') value = nothing;
            const isText = (value) => typeof value !== 'object' && value !== nothing
            if (isText(value ??= nothing) && isText(old)) start.nextSibling.data = value;
            else {
              clear(start, end);
              if (isText(value)) parentNode.insertBefore(document.createTextNode(value), end);
            }
            old = value;
          }
          return 1;
        };
      };

      const render = (value, root, host) => {
        (root._$part ??= childPart(root.appendChild(comment()), null, host))([value], 0);
      };
      export { html, noChange, nothing, render };`,
    ],
  ],
  'lit-element/lit-element.js': [
    [
      /const s=globalThis;.*push\("4\.2\.2"\);.*/s,
      `export class LitElement extends t {
        update(changed) {
          const value = this.render();
          super.update(changed);
          e(value, this.renderRoot, this);
        }
      }`,
    ],
  ],
  // Properties by \`createProperty\` only, none of them written back to its attribute. Nothing reads which of them changed.
  '@lit/reactive-element/reactive-element.js': [
    [
      /const\{is:i,.*push\("2\.1\.2"\);.*/s,
      `export class ReactiveElement extends HTMLElement {
        static _$properties = new Map();
        static get observedAttributes() {
          return [...this._$properties].flatMap(([name, { attribute = name }]) => attribute || []);
        }
        static createProperty(name, options) {
          const key = Symbol();
          this._$properties = new Map(this._$properties).set(name, options);
          if (!options.noAccessor)
            Object.defineProperty(this.prototype, name, {
              get() {
                return this[key];
              },
              set(value) {
                const isSame = Object.is(value, this[key]);
                this[key] = value;
                if (!isSame) this.requestUpdate();
              },
            });
        }
        constructor() {
          super();
          this._$controllers = [];
          // What was set before the element was defined.
          this._$given = new Map();
          for (const name of this.constructor._$properties.keys())
            if (Object.hasOwn(this, name)) {
              this._$given.set(name, this[name]);
              delete this[name];
            }
          this.updateComplete = new Promise((resolve) => (this._$begin = resolve));
          this.requestUpdate();
        }
        addController(controller) {
          this._$controllers.push(controller);
        }
        createRenderRoot() {
          const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
          s(root, this.constructor.styles);
          return root;
        }
        connectedCallback() {
          this.renderRoot ??= this.createRenderRoot();
          this._$begin();
          for (const controller of this._$controllers) controller.hostConnected?.();
        }
        disconnectedCallback() {
          for (const controller of this._$controllers) controller.hostDisconnected?.();
        }
        attributeChangedCallback(changed, old, value) {
          for (const [name, { attribute = name, type }] of this.constructor._$properties)
            if (attribute === changed)
              this[name] = type === Boolean ? value !== null : type === Number && value !== null ? Number(value) : value;
        }
        requestUpdate() {
          if (!this.isUpdatePending) this.updateComplete = this._$update();
        }
        async _$update() {
          this.isUpdatePending = true;
          try {
            await this.updateComplete;
          } catch {}
          for (const [name, value] of this._$given) this[name] = value;
          this._$given.clear();
          try {
            this.willUpdate();
            this.update();
          } catch (error) {
            this.isUpdatePending = false;
            throw error;
          }
          for (const controller of this._$controllers) controller.hostUpdated?.();
          this.updated();
          return !this.isUpdatePending;
        }
        willUpdate() {}
        update() {
          this.isUpdatePending = false;
        }
        updated() {}
      }
      export const defaultConverter = 0, notEqual = 0, adoptStyles = 0, getCompatibleStyle = 0;`,
    ],
  ],
  // Every browser that has container queries has constructable style sheets, and no sheet of the kit is put together.
  '@lit/reactive-element/css-tag.js': [
    [
      /^[^]*$/,
      `export const css = ([text]) => ({ text });
      export const adoptStyles = (root, styles) => {
        root.adoptedStyleSheets = styles.map((style) => {
          if (!style.sheet) (style.sheet = new CSSStyleSheet()).replaceSync(style.text);
          return style.sheet;
        });
      };
      export const CSSResult = 0, getCompatibleStyle = 0, supportsAdoptingStyleSheets = 1, unsafeCSS = 0;`,
    ],
  ],
  'lit-html/directive.js': [
    [/class i\{.*?\}(?=export)/, 'class i{}'],
    ['_$litDirective$', '_$$directive'],
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
    if (unknown) this.error(`the script-tag file cannot do ${unknown} in a template: see the edits of lit-html`);
  },
});

/** What is alike stands together, and packs better so. */
const groupModules = () => ({
  name: 'group-modules',
  transform(code, id) {
    if (!id.endsWith('/src/script.ts')) return null;
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
  renderChunk: (code) => ({
    code: code
      .replace(new RegExp(`(</?${BLOCK}(?: [^<>]*)?>)\\n\\s*`, 'g'), '$1')
      .replace(new RegExp(`\\n\\s*(?=</?${BLOCK}[ >])`, 'g'), '')
      .replace(/\n\s*/g, ' '),
    map: null,
  }),
});

/** Names that only code of this file uses for itself, and that nothing outside can reach: shorter on the way to a phone. */
const OWN_NAMES =
  /^(isUpdatePending|createRenderRoot|createProperty|noAccessor|addController|willUpdate|hostConnected|hostDisconnected|hostUpdated|renderContent|renderBase|renderChildren|contentFrom|warningsFor|needsContent|standIn|readAgain|isScrolling|addressOf|showAddressOf|setItems|failBy|requirement|wrapped|canClose|canOpen|runsBefore|begins|giveUp|piece|term|level|schema|good|_\$\w+)$/;

export default {
  input: 'src/script.ts',
  plugins: [
    groupModules(),
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
      format: { comments: false, preamble: '/* patient-guide, MIT; contains Lit, BSD-3-Clause */' },
    }),
    shortPrivateNames(),
    withoutIndents(),
  ],
  // An IIFE runs the same as a classic and as a module script.
  output: { file: 'dist/patient-guide.js', format: 'iife', strict: false },
};
