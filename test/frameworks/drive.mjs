/**
 * Builds a page in each framework, checks its types, and tests in Chromium how it works with the elements:
 * `npm run test:frameworks`. Prints a table; fails if the results are better or worse than expected.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, createReadStream, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, chromiumPath } from '../runner/browser-path.mjs';
import { expectFreshBuild } from '../runner/fresh-build.mjs';
import { install } from '../runner/install.mjs';

const HERE = import.meta.dirname;
const BUILD = join(HERE, 'build');

expectFreshBuild();
install(HERE);
copyKit();
const { build } = await import('vite');
const isCustomElement = (tag) => /^(guide-|patient-guide$)/.test(tag);

/** How to check and build each framework; those that Vite supports out of the box need no plugin. */
const FRAMEWORKS = {
  react: { entry: 'react/main.tsx', check: ['tsc', '-p', 'react'] },
  vue: {
    entry: 'vue/main.ts',
    check: ['vue-tsc', '-p', 'vue'],
    plugin: async () =>
      (await import('@vitejs/plugin-vue')).default({ template: { compilerOptions: { isCustomElement } } }),
  },
  svelte: {
    entry: 'svelte/main.ts',
    check: ['svelte-check', '--tsconfig', 'svelte/tsconfig.json', '--fail-on-warnings'],
    plugin: async () => (await import('@sveltejs/vite-plugin-svelte')).svelte(),
  },
  // Its own compiler checks the template's types and writes the code to bundle.
  angular: { entry: 'build/angular-compiled/angular/main.js', check: ['ngc', '-p', 'angular'] },
  preact: { entry: 'preact/main.tsx', check: ['tsc', '-p', 'preact'] },
  solid: {
    entry: 'solid/main.tsx',
    check: ['tsc', '-p', 'solid'],
    plugin: async () => (await import('vite-plugin-solid')).default(),
  },
};

const AS_TEXT =
  'sets an attribute on an element that is not defined yet, which turns the object into "[object Object]": import the element before rendering it';
const LEFT_OUT = 'skips an initial `undefined`, so the element gets no content: pass `null`';

/** Known limits, and the reasons. */
const LIMITS = {
  'object, element defined later': { react: AS_TEXT, preact: AS_TEXT, vue: AS_TEXT },
  'undefined first, content later': { react: LEFT_OUT, preact: LEFT_OUT },
};

rmSync(BUILD, { recursive: true, force: true });
mkdirSync(BUILD);
const server = createServer(answer).listen(0, '127.0.0.1');
const browser = await puppeteer.launch({ executablePath: await chromiumPath(), args: chromiumArguments });
const results = {};
for (const name of Object.keys(FRAMEWORKS)) results[name] = await prove(name);
await browser.close();
server.close();
report();

/** Copies the built kit. With a symlink, its types would not find the frameworks. */
function copyKit() {
  const kit = join(HERE, 'node_modules/patient-guide');
  rmSync(kit, { recursive: true, force: true });
  for (const part of ['package.json', 'dist']) cpSync(join(HERE, '../..', part), join(kit, part), { recursive: true });
}

async function prove(name) {
  const { entry, check, plugin } = FRAMEWORKS[name];
  const [tool, ...words] = check;
  const checked = spawnSync(join(HERE, 'node_modules/.bin', tool), words, { cwd: HERE, encoding: 'utf8' });
  if (checked.status) console.error(`${name}: ${checked.stdout}${checked.stderr}`);
  await build({
    root: join(HERE, name),
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [await plugin?.()],
    define: { ngDevMode: 'false' },
    build: {
      emptyOutDir: true,
      outDir: join(BUILD, name),
      target: 'es2022',
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: join(HERE, entry), output: { entryFileNames: 'main.js' } },
    },
  });
  return { 'event types': checked.status === 0, ...(await visit(name)) };
}

async function visit(name) {
  const page = await browser.newPage();
  const told = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(String(error)));
  await page.goto(`http://127.0.0.1:${server.address().port}/${name}/`);
  await page.waitForFunction('self.behaviours', { timeout: 10_000 }).catch(() => console.error(name, ...told));
  const found = {};
  for (const behaviour of await page.evaluate('Object.keys(behaviours)'))
    found[behaviour] = await page.evaluate(`behaviours[${JSON.stringify(behaviour)}]()`);
  await page.close();
  // One element has invalid content on purpose; the limits above already cover what they cause.
  const unexpected = told.filter((line) => !/^<guide-(faq|section)> content/.test(line));
  if (unexpected.length) console.error(name, ...unexpected);
  return { ...found, 'no errors or warnings': !unexpected.length };
}

function answer({ url }, response) {
  const [, name, file] = url.split('/');
  if (file) {
    response.setHeader('content-type', 'text/javascript');
    return createReadStream(join(BUILD, url))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  }
  response.setHeader('content-type', 'text/html');
  response.end(
    `<!doctype html><html lang="en"><title>${name}</title><link rel="icon" href="data:,"><main></main><script type="module" src="main.js"></script></html>`,
  );
}

function report() {
  const names = Object.keys(FRAMEWORKS);
  const behaviours = [...new Set(names.flatMap((name) => Object.keys(results[name])))];
  const width = Math.max(...behaviours.map(({ length }) => length)) + 2;
  const row = (first, cells) =>
    console.log(
      first.padEnd(width) +
        cells
          .map((cell) => cell.padEnd(9))
          .join('')
          .trimEnd(),
    );
  row('', names);
  for (const behaviour of behaviours)
    row(
      behaviour,
      names.map((name) => (results[name][behaviour] ? 'yes' : 'no')),
    );
  for (const behaviour of behaviours)
    for (const name of names) {
      const isSo = results[name][behaviour] === true;
      const limit = LIMITS[behaviour]?.[name];
      if (!isSo && limit) console.log(`known: ${behaviour}, ${name}: ${limit}`);
      if (isSo !== !limit) {
        console.error(`${behaviour}, ${name}: ${isSo ? 'works now: remove it from LIMITS' : 'does not work'}`);
        process.exitCode = 1;
      }
    }
}
