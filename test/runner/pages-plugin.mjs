const pages = [];

/** Runs before the runner's own middleware, which adds a script to every page. */
export const servePages = (context, next) => {
  if (context.path !== '/__page') return next();
  context.type = 'html';
  context.body = pages[context.query.number];
};

/**
 * Serves pages that tests write: the command `page` takes one and returns its URL. `back-and-forward` opens such
 * a URL in its own tab, goes to another page and back, and returns whether the browser kept the page as it was.
 */
export function pagesPlugin() {
  async function goBackAndForward(address, test) {
    const tab = await test.browser().newPage();
    const { href } = new URL(address, test.url());
    const button = 'document.querySelector("guide-faq").shadowRoot.querySelector(".question")';
    await tab.goto(href);
    await tab.evaluate(`${button}.click(); addEventListener('pageshow', ({ persisted }) => (isKept = persisted))`);
    await tab.goto(new URL('/package.json', href).href);
    // Puppeteer's goBack waits for a navigation, and a page from the cache has none.
    await tab.evaluate('void setTimeout(() => history.back())');
    for (const end = Date.now() + 15_000; Date.now() < end;)
      if ((await tab.evaluate('location.href').catch(() => '')) === href) break;
    const result = await tab.evaluate(`({
      isKept: self.isKept === true,
      isOpen: ${button}.ariaExpanded === 'true',
    })`);
    await tab.close();
    await test.bringToFront();
    return result;
  }

  return {
    name: 'pages',
    executeCommand({ command, payload, session }) {
      if (command === 'page') return `/__page?number=${pages.push(payload) - 1}`;
      if (command === 'back-and-forward') return goBackAndForward(payload, session.browser.getPage(session.id));
      return undefined;
    },
  };
}
