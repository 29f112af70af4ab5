/** Takes the README's pictures from the demo: `npm run pictures`, with `npm start` running. */
import puppeteer from 'puppeteer-core';
import { chromiumArguments, chromiumPath } from '../test/runner/browser-path.mjs';

const demo = process.argv[2] ?? 'http://127.0.0.1:8000/demo/';
const folder = new URL('pictures/', import.meta.url).pathname;

const browser = await puppeteer.launch({ executablePath: await chromiumPath(), args: chromiumArguments });
const page = await browser.newPage();
await page.setViewport({ width: 1100, height: 1480 });

await page.goto(`${demo}parts.html`, { waitUntil: 'networkidle0' });
await page.screenshot({ path: `${folder}parts.png` });

await page.setViewport({ width: 760, height: 1000 });
await page.goto(`${demo}guide.html`, { waitUntil: 'networkidle0' });
await page.screenshot({ path: `${folder}patient-guide.png` });

await page.setViewport({ width: 1280, height: 900 });
await page.goto(`${demo}builder.html`, { waitUntil: 'networkidle0' });
await page.select('#example', 'own');
// Wait until the builder's message is gone and the preview shows the content.
await page.waitForSelector('.message:empty');
await page.screenshot({ path: `${folder}builder.png` });

await page.setViewport({ width: 760, height: 1000 });
await page.goto(demo, { waitUntil: 'networkidle0' });
const tags = await page.$$eval('section.element', (sections) => sections.map(({ id }) => id));
for (const tag of tags) {
  await page.evaluate((tag) => {
    const picture = document.createElement('div');
    picture.id = 'picture';
    picture.style.padding = '1.5rem';
    picture.append(document.querySelector(`#${tag} .stage > *`));
    document.body.append(picture);
    const root = picture.firstElementChild.shadowRoot;
    // Show what needs a click first.
    root.querySelector('[aria-expanded]')?.click();
    if (tag === 'guide-matcher') root.querySelectorAll('input')[4].click();
  }, tag);
  const picture = await page.$('#picture');
  await picture.screenshot({ path: `${folder}${tag}.png` });
  await picture.evaluate((element) => element.remove());
}
await browser.close();
