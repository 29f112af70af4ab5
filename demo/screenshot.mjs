/** Takes a picture of a page: `node demo/screenshot.mjs URL FILE [width] [light|dark] [css selector]`. */
import puppeteer from 'puppeteer-core';
import { chromiumArguments, chromiumPath } from '../test/runner/browser-path.mjs';

const [url, path, width = '1280', scheme = 'light', selector] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: await chromiumPath(), args: chromiumArguments });
const page = await browser.newPage();
page.on('console', (message) => console.log(message.text()));
page.on('pageerror', (error) => console.error(error));
await page.setViewport({ width: Number(width), height: 900, deviceScaleFactor: 1 });
await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
await page.goto(url, { waitUntil: 'networkidle0' });
const target = selector ? await page.$(selector) : page;
await target.screenshot({ path, ...(!selector && { fullPage: true }) });
await browser.close();
