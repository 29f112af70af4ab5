import { runInFirefoxWindow } from './firefox-window.mjs';

/**
 * Emulates media types and features: `{ media: 'print' }`, `{ 'prefers-color-scheme': 'dark' }`; `{}` resets. The runner's
 * own `emulateMedia` ignores forced colors and contrast, and only supports Chromium.
 */
export function mediaPlugin() {
  const inChromium = chromiumMedia();
  return {
    name: 'media',
    async executeCommand({ command, payload, session: { browser, id } }) {
      if (command !== 'media') return undefined;
      // Nothing to reset, because nothing is emulated.
      if (browser.name === 'WebKitGTK' && !Object.keys(payload).length) return true;
      const { media = '', ...features } = payload;
      if (browser.name === 'Firefox') await emulateInFirefox(browser.getPage(id), media, features);
      else await inChromium(browser.getPage(id), media, features);
      return true;
    },
  };
}

function chromiumMedia() {
  const sessions = new WeakMap();
  return async (page, media, features) => {
    // Emulation ends when its session is detached, so keep the session.
    if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
    await sessions.get(page).send('Emulation.setEmulatedMedia', {
      media,
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  };
}

async function emulateInFirefox(page, media, features) {
  const feature = (name) => JSON.stringify(features[name] ?? 'none');
  await runInFirefoxWindow(
    page,
    `const { browsingContext } = gBrowser.selectedBrowser;
    browsingContext.mediumOverride = ${JSON.stringify(media)};
    browsingContext.prefersColorSchemeOverride = ${feature('prefers-color-scheme')};
    browsingContext.prefersReducedMotionOverride = ${feature('prefers-reduced-motion')};
    browsingContext.forcedColorsOverride = ${feature('forced-colors')};
    Services.prefs.setIntPref('browser.display.prefers_contrast', ${features['prefers-contrast'] === 'more' ? 1 : 0});`,
  );
}
