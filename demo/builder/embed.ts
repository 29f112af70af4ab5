import type { RenderOptions } from '../../src/server/index.js';
import { pretty, valueOf } from './content.js';
import type { Job, Rendered } from './renderer.js';
import { type Keyed, without } from './schema.js';
import type { Work } from './work.js';

/** Code to paste, one text for each place it goes. */
export interface Embed {
  readonly name: string;
  readonly intro: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly where: string;
  readonly code: string;
  /** Whether it may have to fit in a site builder’s code field. */
  readonly isForBuilder?: boolean;
}

/** The maximum length of site builders’ code fields, in characters. */
export const MOST = 10_000;

type Scripts = Record<'patient-guide.js' | 'patient-guide.prerendered.js', string>;
let scripts: Promise<Scripts> | undefined;

/** The script elements for this version, with their integrity: the build writes what `npm run snippet` prints. */
function readScripts(): Promise<Scripts> {
  scripts ??= fetch(new URL('scripts.json', import.meta.url))
    .then((file) => file.json() as Promise<Scripts>)
    .catch((error: unknown) => {
      // The next call tries again.
      scripts = undefined;
      throw error;
    });
  return scripts;
}

export async function embedsOf({ tag, json, tokens }: Work): Promise<Embed[]> {
  const forms: RenderOptions[] = [{ form: 'plain', tokens }, { form: 'mount' }, { form: 'both', tokens }];
  const [plain, mount, both] = await render(tag, json, forms);
  const { 'patient-guide.js': script, 'patient-guide.prerendered.js': prerendered } = await readScripts();
  const content = pretty(without(valueOf(json) as Keyed, '$schema'));
  const declarations = Object.entries(tokens).map(([name, value]) => [`--guide-${name}`, value] as const);
  const style = declarations.length
    ? `<style>${tag}{${declarations.map((each) => each.join(':')).join(';')}}</style>\n`
    : '';
  const once = { where: 'Once for the whole site: into the head of its pages', code: `${style}${script}` };
  const theme = JSON.stringify(Object.fromEntries(declarations));

  return [
    {
      name: 'HTML',
      intro: 'For a page whose HTML you write yourself, or a code field that keeps scripts.',
      steps: [{ where: 'Where the guide should stand', code: `${script}\n\n${plain}`, isForBuilder: true }],
    },
    {
      name: 'Any CMS',
      intro:
        'For editors that remove what they do not know: a div, its content encoded, which every filter seen so far lets through.',
      steps: [once, { where: 'Into the text, in the editor’s HTML or source view', code: mount, isForBuilder: true }],
    },
    {
      name: 'WordPress',
      intro: 'A Custom HTML block. It needs no plugin and no shortcode, and works for authors without special rights.',
      steps: [
        {
          ...once,
          where: 'Once for the whole site, by an administrator: into the theme’s head, or a plugin for header code',
        },
        {
          where: 'Into the post: paste it into an empty line of the editor, and it is a block',
          code: `<!-- wp:html -->\n${mount}\n<!-- /wp:html -->`,
          isForBuilder: true,
        },
      ],
    },
    {
      name: 'React',
      intro: 'React 19 or Preact: a component of its own.',
      steps: [
        { where: 'In a terminal', code: 'npm install patient-guide' },
        {
          where: 'Guide.jsx',
          code: `import 'patient-guide/${tag}';

const content = ${content};

export function Guide() {
  return <${tag} content={content}${declarations.length ? ` style={${theme}}` : ''}></${tag}>;
}
`,
        },
      ],
    },
    {
      name: 'Vue',
      intro: 'Vue 3: a component of its own.',
      steps: [
        { where: 'In a terminal', code: 'npm install patient-guide' },
        {
          where: 'vite.config.js, in plugins',
          code: 'vue({ template: { compilerOptions: { isCustomElement: (tag) => /^(guide-|patient-guide$)/.test(tag) } } })',
        },
        {
          where: 'Guide.vue',
          code: `<script setup>
import 'patient-guide/${tag}';

const content = ${content.replaceAll('</', '<\\/')};
${declarations.length ? `const theme = ${theme};\n` : ''}</script>

<template>
  <${tag} :content="content"${declarations.length ? ` :style="theme"` : ''}></${tag}>
</template>
`,
        },
      ],
    },
    {
      name: 'Prerendered',
      intro:
        'Complete before any script: for search engines, reader modes and the fastest first view. The same as npx patient-guide render.',
      steps: [
        { where: 'Into the head of the page', code: prerendered },
        { where: 'Where the guide should stand', code: both },
      ],
    },
  ];
}

let worker: Worker | undefined;
let last = 0;

function render(tag: Work['tag'], json: string, options: readonly RenderOptions[]): Promise<readonly string[]> {
  const asked = (worker ??= new Worker(new URL('renderer.js', import.meta.url), { type: 'module' }));
  const number = ++last;
  const answered = new AbortController();
  return new Promise<readonly string[]>((done, failed) => {
    const hear = ({ data }: MessageEvent<Rendered>) => {
      if (data.number !== number) return;
      if ('html' in data) done(data.html);
      else failed(new Error(data.error));
    };
    const stop = () => {
      // The next call tries again.
      worker = undefined;
      failed(new Error('the file built/renderer.js beside this page cannot be loaded'));
    };
    asked.addEventListener('message', hear, { signal: answered.signal });
    asked.addEventListener('error', stop, { signal: answered.signal });
    asked.postMessage({ number, tag, json, options } satisfies Job);
  }).finally(() => answered.abort());
}
