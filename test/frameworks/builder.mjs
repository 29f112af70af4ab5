/** Builds a page with the code that the builder offers for React and Vue: part of `npm run test:frameworks`. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { build } from 'vite';
import { chromiumArguments, chromiumPath } from '../runner/browser-path.mjs';

const ROOT = join(import.meta.dirname, '../..');
const BUILD = join(import.meta.dirname, 'build');

/** A project around the component. */
const PROJECTS = {
  React: {
    file: 'Guide.jsx',
    main: `import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { Guide } from './Guide.jsx';
      createRoot(document.querySelector('main')).render(createElement(Guide));`,
  },
  Vue: {
    file: 'Guide.vue',
    main: `import { createApp } from 'vue';
      import Guide from './Guide.vue';
      createApp(Guide).mount('main');`,
  },
};

const server = createServer(sirv(ROOT, { dev: true }));
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch({ executablePath: await chromiumPath(), args: chromiumArguments });
const builder = await browser.newPage();
await builder.goto(`${origin}/demo/builder.html`, { waitUntil: 'networkidle0' });
await builder.select('#example', 'own');
await builder.select('#look-font', 'Georgia, serif');
await builder.waitForFunction(() => document.querySelector('.code pre')?.textContent.includes('Georgia'));

for (const [name, { file, main }] of Object.entries(PROJECTS)) {
  await builder.evaluate(
    (name) => [...document.querySelectorAll('.code label')].find((label) => label.textContent.trim() === name).click(),
    name,
  );
  const steps = await builder.$$eval('.code pre', (codes) => codes.map(({ textContent }) => textContent));
  const folder = join(BUILD, `builder-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), steps.at(-1));
  writeFileSync(join(folder, 'main.js'), main);
  writeFileSync(join(folder, 'index.html'), '<main></main><script type="module" src="main.js"></script>');
  // People also copy the line for Vite's configuration.
  const plugins = name === 'Vue' ? [new Function('vue', `return ${steps.at(-2)}`)(vue)] : [];
  await build({ root: folder, base: './', configFile: false, logLevel: 'warn', plugins });

  const page = await browser.newPage();
  await page.goto(`${origin}/test/frameworks/build/builder-${name}/dist/index.html`);
  await page.waitForFunction(() => document.querySelector('guide-faq')?.shadowRoot?.querySelector('.question'));
  const seen = await page.$eval('guide-faq', (faq) => ({
    text: faq.shadowRoot.textContent,
    font: getComputedStyle(faq).getPropertyValue('--guide-font'),
  }));
  assert.match(seen.text, /What does it cost\?[^]*That depends on your plan/, name);
  assert.equal(seen.font.trim(), 'Georgia, serif', name);
  console.log(`the builder’s code works in ${name}`);
}
await browser.close();
server.close();
