/**
 * The pages to measure: the same content as hand-written HTML, with patient-guide in each form, and with each peer.
 * Each page has one style sheet and one script, built as a careful team would: minified, and only what the page uses.
 */
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import * as sass from 'sass';
import { renderToHtml } from '../../dist/server.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = join(HERE, '../../dist');
const versionOf = async (name) =>
  JSON.parse(await readFile(join(HERE, 'node_modules', name, 'package.json'), 'utf8')).version;
const json = async (file) => JSON.parse(await readFile(join(HERE, '../../demo/content', file), 'utf8'));

async function bundle(code, styles = '') {
  const options = {
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  };
  const stdin = (contents, loader) => ({ contents, loader, resolveDir: HERE });
  const [script, style] = await Promise.all([
    build({ ...options, stdin: stdin(code, 'js'), format: 'esm', conditions: ['production'] }),
    build({ ...options, stdin: stdin(styles, 'css') }),
  ]);
  return { script: script.outputFiles[0].text, style: style.outputFiles[0].text };
}

const own = async (file) => ({ script: await readFile(join(DIST, file), 'utf8'), style: '' });
const attribute = (content) => JSON.stringify(content).replaceAll('&', '&amp;').replaceAll("'", '&#39;');
const element = (tag, content) => `<${tag} content='${attribute(content)}'>Call us.</${tag}>`;
/** The kit's plain form, without an element around it: what a person would write by hand. */
const written = (tag, content) => {
  const html = renderToHtml(tag, content, { form: 'plain' });
  return html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'));
};
const HAND_WRITTEN_STYLE = 'summary{min-block-size:44px;font-weight:600}table{border-collapse:collapse}';

/** Questions of varied lengths, as in real life. */
const questions = (count) => ({
  title: 'Questions',
  items: Array.from({ length: count }, (_, index) => ({
    question: `Question ${index + 1}: ${'what happens then? '.repeat((index % 3) + 1).trim()}`,
    answer: `This is answer ${index + 1}. ${'It has another sentence. '.repeat((index % 4) + 1).trim()}`,
  })),
});

/** Every way to show an FAQ: its script and style, its markup, and how to open all questions at once. */
const accordions = {
  'hand-written HTML': {
    make: () => ({ script: '', style: HAND_WRITTEN_STYLE }),
    body: ({ items }) =>
      items.map(({ question, answer }) => `<details><summary>${question}</summary><p>${answer}</p></details>`).join(''),
    open: () => document.querySelectorAll('details').forEach((details) => (details.open = true)),
  },
  'patient-guide, script tag': {
    make: () => own('patient-guide.js'),
    body: (content) => element('guide-faq', content),
  },
  'patient-guide, loader': {
    make: () => own('loader.js'),
    body: (content) => element('guide-faq', content),
    chunks: true,
  },
  'patient-guide, prerendered': {
    make: () => own('patient-guide.prerendered.js'),
    body: (content) => renderToHtml('guide-faq', content),
  },
  'Shoelace details': {
    packages: ['@shoelace-style/shoelace'],
    make: () =>
      bundle(
        `import '@shoelace-style/shoelace/dist/components/details/details.js'`,
        `@import '@shoelace-style/shoelace/dist/themes/light.css';`,
      ),
    body: ({ items }) =>
      items.map(({ question, answer }) => `<sl-details summary="${question}"><p>${answer}</p></sl-details>`).join(''),
    open: () => document.querySelectorAll('sl-details').forEach((details) => (details.open = true)),
  },
  'Web Awesome accordion': {
    packages: ['@awesome.me/webawesome'],
    make: () =>
      bundle(
        `import '@awesome.me/webawesome/dist/components/accordion/accordion.js'`,
        `@import '@awesome.me/webawesome/dist/styles/themes/default.css';`,
      ),
    body: ({ items }) =>
      `<wa-accordion>${items.map(({ question, answer }) => `<wa-accordion-item label="${question}"><p>${answer}</p></wa-accordion-item>`).join('')}</wa-accordion>`,
    open: () => document.querySelector('wa-accordion').expandAll(),
  },
  'VA accordion': {
    packages: ['@department-of-veterans-affairs/web-components'],
    make: () =>
      bundle(
        ['va-accordion', 'va-accordion-item']
          .map(
            (tag, index) =>
              `import { defineCustomElement as define${index} } from '@department-of-veterans-affairs/web-components/dist/components/${tag}.js'; define${index}();`,
          )
          .join(''),
      ),
    body: ({ items }) =>
      `<va-accordion>${items.map(({ question, answer }) => `<va-accordion-item header="${question}"><p>${answer}</p></va-accordion-item>`).join('')}</va-accordion>`,
    open: () => document.querySelectorAll('va-accordion-item').forEach((item) => item.setAttribute('open', 'true')),
  },
  'GOV.UK accordion': {
    packages: ['govuk-frontend'],
    make: async () => {
      const loadPaths = [join(HERE, 'node_modules')];
      const code = ['core', 'objects', 'components/accordion'].map(
        (part) => `@import "govuk-frontend/dist/govuk/${part}";`,
      );
      const { css } = sass.compileString(`@import "govuk-frontend/dist/govuk/base";${code.join('')}`, {
        loadPaths,
        quietDeps: true,
        silenceDeprecations: ['import'],
      });
      return bundle(
        `import { Accordion } from 'govuk-frontend/dist/govuk/components/accordion/accordion.mjs';
        document.body.classList.add('govuk-frontend-supported');
        document.querySelectorAll('.govuk-accordion').forEach((element) => new Accordion(element, { rememberExpanded: false }));`,
        css.replace(/@font-face\s*\{[^}]*\}/g, ''),
      );
    },
    body: ({ items }) =>
      `<div class="govuk-accordion" id="faq">${items.map(({ question, answer }, index) => `<div class="govuk-accordion__section"><div class="govuk-accordion__section-header"><h2 class="govuk-accordion__section-heading"><span class="govuk-accordion__section-button" id="faq-heading-${index}">${question}</span></h2></div><div id="faq-content-${index}" class="govuk-accordion__section-content"><p class="govuk-body">${answer}</p></div></div>`).join('')}</div>`,
    open: () => document.querySelector('.govuk-accordion__show-all').click(),
  },
};
for (const [name, kind] of Object.entries(accordions))
  if (name.startsWith('patient-guide'))
    kind.open = () => document.querySelector('guide-faq').shadowRoot.querySelector('.all').click();

const page = (head, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A clinic</title><style>body{font:17px/1.5 sans-serif;margin:1em}</style>${head}</head><body><h1>A clinic</h1>${body}</body></html>`;

/** The cases by name, each with its pages by kind, `{ html, open? }`, and the files that they load. */
export async function makePages() {
  const files = {};
  const versions = {};
  for (const [index, [name, kind]] of Object.entries(accordions).entries()) {
    const { script, style } = await kind.make();
    kind.prefix = `/${index}/`;
    if (script) files[`${kind.prefix}kit.js`] = script;
    if (style) files[`${kind.prefix}kit.css`] = style;
    if (kind.chunks)
      for (const file of await readdir(join(DIST, 'chunks')))
        files[`${kind.prefix}chunks/${file}`] = await readFile(join(DIST, 'chunks', file), 'utf8');
    for (const name of kind.packages ?? []) versions[name] = await versionOf(name);
  }
  const fill = (body, { prefix }) => {
    const style = files[`${prefix}kit.css`] ? `<link rel="stylesheet" href="${prefix}kit.css">` : '';
    const script = files[`${prefix}kit.js`] ? `<script src="${prefix}kit.js" type="module"></script>` : '';
    return page(style + script, body);
  };

  const faq = (count) => {
    const content = questions(count);
    return Object.fromEntries(
      Object.entries(accordions).map(([name, kind]) => [
        name,
        { html: fill(kind.body(content), kind), open: kind.open },
      ]),
    );
  };
  const ofElement = (tag, content) =>
    Object.fromEntries(
      Object.entries(accordions)
        .slice(0, 4)
        .map(([name, kind], index) => {
          const body = [written, element, element, renderToHtml][index](tag, content);
          return [name, { html: fill(body, kind) }];
        }),
    );
  const guide = await json('spinal-fusion.json');
  return {
    files,
    versions,
    cases: {
      'FAQ of 8': faq(8),
      'FAQ of 200': faq(200),
      'FAQ of 1,000': faq(1000),
      'FAQ of 2,000': faq(2000),
      comparison: ofElement('guide-comparison', guide.comparison),
      'whole guide': ofElement('patient-guide', guide),
    },
  };
}
