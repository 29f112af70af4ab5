/** Runs in the preview: shows what the builder sends, and reports errors from the elements or axe. */
import type axeCore from 'axe-core';
import type { Rgb } from './contrast.js';
import type { GuideTag } from '../../src/server/index.js';
import type { Finding, FromFrame, Shown } from './preview.js';

const main = document.querySelector('main')!;
const theme = document.head.appendChild(document.createElement('style'));
const send = (message: FromFrame): void => parent.postMessage(message, '*');

addEventListener('message', ({ data, source }: MessageEvent<Shown | 'check'>) => {
  if (source !== parent) return;
  if (data === 'check') void check();
  else show(data);
});

// Following a link would navigate the preview away.
addEventListener('click', (event) => {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
});

function show({ tag, json, tokens, host, scheme, direction }: Shown): void {
  const { documentElement: root } = document;
  Object.assign(root, { dir: direction, className: host === 'wordpress' ? 'wp-theme' : '' });
  root.dataset['bsTheme'] = scheme;
  for (const name of ['wordpress', 'bootstrap'])
    (document.getElementById(name) as HTMLLinkElement).disabled = host !== name;
  main.className = { plain: '', wordpress: 'is-layout-constrained entry-content', bootstrap: 'container' }[host];
  const declarations = Object.entries(tokens).map(([name, value]) => `--guide-${name}:${value}`);
  // The block theme has only a light scheme; a dark variation swaps its two colors.
  const turned =
    host === 'wordpress' && scheme === 'dark'
      ? ':root{--wp--preset--color--base:#1f211c;--wp--preset--color--contrast:#f2f1ea}'
      : '';
  theme.textContent = `:root{color-scheme:${scheme}}${turned}body{padding:1.25rem}${tag}{${declarations.join(';').replace(/[<{}]/g, '')}}${
    host === 'plain' ? 'body{margin:0;font:1rem/1.5 system-ui,sans-serif}' : ''
  }`;
  const old = main.firstElementChild;
  const isOther = old?.localName !== tag;
  if (json !== undefined) (isOther ? make(tag) : old).setAttribute('content', json);
  else if (isOther) main.textContent = 'Nothing to show yet: fill in what is required.';
  // The host’s styles may still be loading.
  for (const wait of [0, 300]) setTimeout(tellBackground, wait);
}

function tellBackground(): void {
  const [red, green, blue, alpha = 1] = (getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  const canvas: Rgb = document.documentElement.dataset['bsTheme'] === 'dark' ? [18, 18, 18] : [255, 255, 255];
  send({ background: alpha ? [red, green, blue] : canvas });
}

function make(tag: GuideTag): Element {
  const element = document.createElement(tag);
  main.replaceChildren(element);
  return element;
}

async function check(): Promise<void> {
  await load();
  const { axe } = window as unknown as { axe: typeof axeCore };
  const { violations } = await axe.run(main, {
    resultTypes: ['violations'],
    // An element is not a page: landmarks and the <h1> belong to the host page.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const findings: Finding[] = violations.map(({ help, description, impact, nodes }) => ({
    help,
    description,
    impact: impact ?? 'minor',
    places: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary ?? ''}`),
  }));
  send({ findings });
}

/** Loads axe on demand: it is half a megabyte that most visits do not need. */
function load(): Promise<unknown> {
  if ('axe' in window) return Promise.resolve();
  const script = document.createElement('script');
  script.src = '../built/axe.js';
  document.head.append(script);
  return new Promise((done) => script.addEventListener('load', done));
}

tellBackground();
