import { readFileSync, readdirSync } from 'node:fs';
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
    // Templates of SVG and MathML; bindings in raw text, in comments and on elements themselves; compiled templates;
    // directives that outlive a disconnect; options of listeners. No template of the kit has any of these.
    ['l=2===i?"<svg>":3===i?"<math>":"",c=v', 'l="",c=v'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [',2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}', ');'],
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content);',
      'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
    ],
    ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
    [/if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=else if\(8===)/, '}'],
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
    [/else\{let t=-1;for\(.*?o\.length-1\}/, ''],
    [
      ':1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t))',
      ':i=new r.ctor(h,r.name,r.strings,this,t)',
    ],
    [/"number"==typeof s\?(this\._\$AC\(t\)):\(void 0===s\.el&&.*?,s\)/, '$1'],
    ['this._$AP?.(!1,!0,s);', ';'],
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    [',this._$AM=i', ''],
    [/this\._\$AM=[se],/g, ''],
    ['const s=i(t).nextSibling;i(t).remove(),t=s', 'const s=t.nextSibling;t.remove(),t=s'],
    [':d(t)?', ':u(t)?'],
    // Directives stand alone, between tags, and give no directive back.
    [
      /function M\(.*?,i\}(?=class R)/,
      'function M(t,i){if(i===E)return i;const o=i?._$litDirective$;if(t._$Cl?.constructor!==o)t._$Cl=o&&new o;return o?t._$Cl._$AS(t,i.values):i}',
    ],
    ['t=M(this,t,i,0),o=!a(t)||t!==this._$AH&&t!==E,o&&(this._$AH=t)', 'o=t!==this._$AH,this._$AH=t'],
    ['r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),o||=!a(r)||r!==this._$AH[n]', 'r=e[s+n],o||=r!==this._$AH[n]'],
    ['o&&!e&&this.j(t)', 'o&&this.j(t)'],
    ['if((t=M(this,t,i,0)??A)===E)return;', ''],
    [/get parentNode\(\)\{return this\._\$AM\.parentNode\}get _\$AU\(\)\{return this\._\$AM\._\$AU\}/, ''],
    [/get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/, ''],
    [/get parentNode\(\)\{let t=.*?get endNode\(\)\{return this\._\$AB\}/, ''],
    [/get tagName\(\)\{return this\.element\.tagName\}get _\$AU\(\)\{return this\._\$AM\._\$AU\}/, ''],
    [',this._$Cv=e?.isConnected??!0', ''],
    [/,this\._\$AN=void 0/g, ''],
    ['(t?.creationScope??l)', 'l'],
    ['"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(c=p):void 0!==u[3]&&(c=p)', 'null!=(u[2]??u[3])&&(c=p)'],
    ['c=n??v,d=-1', 'c=v,d=-1'],
    [':c===_||c===m?c=v:(c=p,n=void 0)', ':c=p'],
    ['let n,l="",c=v', 'let l="",c=v'],
    [/this\.type=\d,/g, ''],
    ['constructor(){super(...arguments),this.type=3}', ''],
    ['constructor(){super(...arguments),this.type=4}', ''],
    ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
    ['void 0!==t.nodeType?this.T(t):', ''],
    ['const x=c===p&&t[i+1].startsWith("/>")?" ":"";', ''],
    ['h+s.slice(d)+o+x', 'h+s.slice(d)+o'],
    ['s+o+(-2===d?i:x)', 's+o+(-2===d?i:"")'],

    [
      /const e=s\?\.renderBefore\?\?i;.*?,h\}/,
      'const h=i._$litPart$??=new k(i.appendChild(c()),null,void 0,s);h._$AI(t)}',
    ],
    [
      /const s=this\._\$AH,e=t===A&&s!==A.*?this\._\$AH=t/,
      'this._$AH===A&&this.element.addEventListener(this.name,this);this._$AH=t',
    ],
    [
      '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
      'this._$AH.call(this.options.host,t)',
    ],
  ],
  'lit-element/lit-element.js': [
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    [/\w+\.litElementPolyfillSupport/, 'void 0'],
    [/connectedCallback\(\)\{super\.connectedCallback.*?(?=render\(\))/, ''],
    [/createRenderRoot\(\)\{.*?\}(?=update)/, ''],
    ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
    [',this._$Do=void 0', ''],
    ['this._$Do=e(', 'e('],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [/\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/=this\[Symbol\.metadata\]/, '=null'],
    [/\w+\.reactiveElementPolyfillSupport/, 'void 0'],
    // Properties that are written back to attributes, or declared by a static field; initializers; hooks without use.
    [/static addInitializer\(t\)\{.*?\}(?=static)/, ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    ['void 0!==t.l&&(this.l=[...t.l]),', ''],
    [
      /,this\.hasOwnProperty\(d\("properties"\)\)\)\{.*?\}const t=null;if\(null!==t\)\{.*?\}this\._\$Eh=/,
      ');this._$Eh=',
    ],
    ['if(this.finalized=!0,this._$Ei());', 'this.finalized=!0;this._$Ei();'],
    [/toAttribute\(t,s\)\{.*?return t\},/, ''],
    ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
    [/_\$ET\(t,s\)\{.*?(?=_\$AK)/, ''],
    ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),', ''],
    [
      /const t=i\.getPropertyOptions\(e\),h=.*?this\[e\]=r\?\?this\._\$Ej\?\.get\(e\)\?\?r,this\._\$Em=null/,
      'this[e]=u.fromAttribute(s,i.getPropertyOptions(e).type)',
    ],
    ['void 0!==e&&this._$Em!==e', 'void 0!==e'],
    ['removeController(t){this._$EO?.delete(t)}', ''],
    ['this._$EO?.forEach(t=>t.hostUpdate?.()),', ''],
    [
      't=this.shouldUpdate(s),t?(this.willUpdate(s),this.update(s)):this._$EM()',
      't=!0,this.willUpdate(s),this.update(s)',
    ],
    ['shouldUpdate(t){return!0}', ''],
    ['attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f', ''],
    ['this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),', ''],
    [
      /const\{get:e,set:r\}=h\(this\.prototype,t\).*?configurable:!0,enumerable:!0\}/,
      'return{get(){return this[s]},set(e){const h=this[s];this[s]=e;this.requestUpdate(t,h)}}',
    ],
    [/const t=this\.constructor\.elementProperties;if\(t\.size>0\)for.*?(?=\}let t=!1)/, ''],
    [
      /requestUpdate\(t,s,i,e=!1,h\)\{if.*?this\.C\(t,s,i\)\}/,
      'requestUpdate(t,s){if(void 0!==t){if(!f(this[t],s))return;this._$AL.has(t)||this._$AL.set(t,s)}',
    ],
    [/C\(t,s,\{useDefault:i.*?(?=async _\$EP)/, ''],
    ['catch(t){Promise.reject(t)}', 'catch{}'],
    [
      /let t=!1;const s=this\._\$AL;try\{t=!0,(.*?)\}catch\(s\)\{throw t=!1,this\._\$EM\(\),s\}t&&this\._\$AE\(s\)/,
      'const s=this._$AL;try{$1}catch(s){throw this._$EM(),s}this._$AE(s)',
    ],
    [/,this\._\$Em=null/, ''],
    [',void 0!==this.renderRoot&&this.isConnected&&t.hostConnected?.()', ''],
    [/"string"==typeof i\?i:"string"==typeof t\?t\.toLowerCase\(\):void 0/, 'i??t'],
    ['void 0!==h&&e(this.prototype,t,h)', 'e(this.prototype,t,h)'],
    ['t.size>0&&(this._$Ep=t)', 'this._$Ep=t'],
    // Styles are a list already.
    [/static finalizeStyles\(s\)\{.*?(?=static _\$Eu)/, ''],
    ['this.finalizeStyles(this.styles)', 'this.styles'],
    ['getUpdateComplete(){return this._$ES}', ''],
    ['return this.getUpdateComplete()', 'return this._$ES'],
    [
      'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending',
      'this.performUpdate();return!this.isUpdatePending',
    ],
    ['scheduleUpdate(){return this.performUpdate()}', ''],
    ['attributeChangedCallback(t,s,i){this._$AK(t,i)}', ''],
    ['_$AK(t,s){', 'attributeChangedCallback(t,_,s){'],
    [',this.firstUpdated(t)', ''],
    ['firstUpdated(t){}', ''],
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
      export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet); };
      export const CSSResult = 0, getCompatibleStyle = 0, supportsAdoptingStyleSheets = 1, unsafeCSS = 0;`,
    ],
  ],
  'lit-html/directive.js': [[/class i\{.*?\}(?=export)/, 'class i{_$AS(t,i){return this.render(...i)}}']],
  // What no element calls, and what src/controllers/labels.ts and its types make sure of already.
  '@shoelace-style/localize/dist/index.js': [
    [/\n {4}(dir|exists|date|number|relativeTime)\([^]*?\n {4}\}/g, ''],
    [/let documentDirection[^]*?(?=export function reg)/, ''],
    [
      /translation\.map\(t => \{[^]*?update\(\);/,
      'for (const t of translation) translations.set(t.$code, t); fallback = translation[0];',
    ],
    [
      /export function update[^]*?(?=export class)/,
      'const update = () => { for (const element of connectedElements) element.requestUpdate(); };new MutationObserver(update).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });',
    ],
    [
      /getTranslationData\(lang\) \{[^]*\n\}/,
      `term(key, ...words) {
      const lang = this.lang();
      const term = (translations.get(lang) ?? translations.get(lang.split('-')[0]) ?? fallback)[key];
      return typeof term === 'function' ? term(...words) : term;
    }
}`,
    ],
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

/** What is alike stands together, and packs better so: first all schemas, then all styles. */
const groupModules = () => ({
  name: 'group-modules',
  transform(code, id) {
    if (!id.endsWith('/src/script.ts')) return null;
    const files = readdirSync('src', { recursive: true }).sort();
    const alike = ['.content.ts', '.styles.ts'].flatMap((end) => files.filter((file) => file.endsWith(end)));
    return { code: `${alike.map((file) => `import './${file}';`).join('')}${code}`, map: null };
  },
});

/** What schemas say of themselves is for tools. */
const withoutMetadata = () => ({
  name: 'without-metadata',
  transform: (code) => ({ code: code.replace(/v\.pipe\((\w+), v\.metadata\([^)]*\)\)/g, '$1'), map: null }),
});

/** The names of the kit's own words, which only `term` asks for, are single letters in the file. */
const shortWords = () => {
  const english = readFileSync('src/messages/en.ts', 'utf8');
  const words = [...new Set([...english.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name))].sort();
  const letterOf = (name) => LETTERS[words.indexOf(name)] ?? name;
  return {
    name: 'short-words',
    transform(code, id) {
      if (id.includes('/src/messages/'))
        return {
          code: code
            .replace(/^ {2}\$(name|dir):.*\n/gm, '')
            .replace(/^ {2}(\w+)(?=:)/gm, (_, name) => `  ${letterOf(name)}`),
          map: null,
        };
      if (!id.includes('/src/elements/')) return null;
      const short = code.replace(/\.term\(([^),]*)/g, (_, names) => {
        if (!/^([\w ]+\? )?'\w+'( : '\w+')?$/.test(names)) this.error(`term(${names}) is not the name of a word`);
        return `.term(${names.replace(/'(\w+)'/g, (_, name) => `'${letterOf(name)}'`)}`;
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

const minifyStyles = () => ({
  name: 'minify-styles',
  async transform(code, id) {
    if (!id.endsWith('.styles.ts')) return null;
    const [before, styles, after] = code.split('`');
    const minified = await esbuildTransform(styles, { loader: 'css', minify: true, target: 'chrome123' });
    const terse = minified.code
      .trim()
      .replace(/, /g, ',')
      .replace(/ \* /g, '*')
      .replace(/(--[\w-]+): /g, '$1:');
    return { code: `${before}\`${terse}\`${after}`, map: null };
  },
});

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
  /^(isUpdatePending|getPropertyOptions|hasUpdated|getPropertyDescriptor|elementStyles|shadowRootOptions|createRenderRoot|createProperty|enableUpdating|performUpdate|noAccessor|fromAttribute|converter|finalize|addController|willUpdate|hostConnected|hostDisconnected|hostUpdated|renderOptions|renderContent|renderBase|renderChildren|contentFrom|warningsFor|needsContent|standIn|readAgain|isScrolling|addressOf|showAddressOf|setItems|failBy|requirement|wrapped|canClose|canOpen|runsBefore|begins|giveUp|piece|_\$\w+)$/;

export default {
  input: 'src/script.ts',
  plugins: [
    groupModules(),
    nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['production', 'browser'] }),
    slimDependencies(),
    minifyStyles(),
    withoutMetadata(),
    shortWords(),
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
      format: { ascii_only: true, comments: false, preamble: '/* patient-guide, MIT; contains Lit, BSD-3-Clause */' },
    }),
    shortPrivateNames(),
    withoutIndents(),
  ],
  // An IIFE runs the same as a classic and as a module script.
  output: { file: 'dist/patient-guide.js', format: 'iife', strict: false },
};
