import { existsSync, readdirSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, chromiumPath } from './browser-path.mjs';
import { BROWSERS, pool } from './pool.mjs';
import { webdriverLauncher } from './webdriver-launcher.mjs';

/** The engines that the suite runs in; each starts only on demand. */
export const browsers = {
  chromium: async () => {
    const launchOptions = { executablePath: await chromiumPath(), args: chromiumArguments };
    return pool(Array.from({ length: BROWSERS }, () => chromeLauncher({ launchOptions })));
  },

  // Puppeteer uses WebDriver BiDi with Firefox, so no other driver is needed.
  firefox: async () => {
    const launchOptions = {
      browser: 'firefox',
      executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
      extraPrefsFirefox: {
        // As in the other headless engines, where scrollbars overlay the page and take no space.
        'ui.useOverlayScrollbars': 1,
        // An unanswered dialog would block the run.
        'print.enabled': false,
      },
      // For firefox-window.mjs: no test page has this access, only the runner.
      args: ['--remote-allow-system-access'],
    };
    return pool(Array.from({ length: BROWSERS }, () => chromeLauncher({ puppeteer, launchOptions })));
  },

  webkit: async () =>
    webdriverLauncher({
      name: 'WebKitGTK',
      concurrency: BROWSERS,
      driver: 'WebKitWebDriver',
      capabilities: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: miniBrowserPath(), args: ['--automation'] },
      },
    }),
};

/** Debian keeps it out of the path, in a folder named after the architecture: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1. */
function miniBrowserPath() {
  if (process.env.MINIBROWSER_PATH) return process.env.MINIBROWSER_PATH;
  const found = readdirSync('/usr/lib')
    .flatMap((folder) => ['4.1', '4.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`))
    .find((file) => existsSync(file));
  if (!found) throw new Error('MiniBrowser not found: run apt-get install webkit2gtk-driver, or set MINIBROWSER_PATH');
  return found;
}
