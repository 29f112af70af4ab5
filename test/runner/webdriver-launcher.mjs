import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { focusWindow } from './focus-window.mjs';

/**
 * Runs the tests in a browser that is driven by W3C WebDriver, on a screen that nobody sees (Xvfb). It starts the driver
 * itself and speaks HTTP with it, so that it needs no package. Every file of tests has a browser of its own: where one
 * stops answering, the next file does not meet it.
 */
export function webdriverLauncher({ name, driver, capabilities }) {
  const active = new Map();

  return {
    name,
    // The runner's commands know more of a page of Playwright's than of one of WebDriver's, so this one is like that.
    type: 'playwright',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      const browser = await startBrowser(driver, capabilities);
      active.set(id, { ...browser, url });
      await browser.page.setViewportSize({ width: 800, height: 600 });
      await browser.call('POST', '/url', { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id)?.url,
    async stopSession(id) {
      active.get(id)?.stop();
      active.delete(id);
      return {};
    },
    async startDebugSession() {
      throw new Error(`${name} has no debugger here`);
    },
    async stop() {
      for (const { stop } of active.values()) stop();
    },

    getPage: (id) => active.get(id)?.page,
  };
}

/** A screen, a driver and a browser, and the page as the runner's commands want it. */
async function startBrowser(driver, capabilities) {
  const children = [];
  const folder = configuration();
  const run = (command, args, options) => {
    const child = spawn(command, args, { ...options, detached: true });
    child.on('error', (error) => console.error(`${command} did not start: ${error.message}`));
    children.push(child);
    return child;
  };
  // The driver's own processes with it, whether they answer or not.
  const stop = () => {
    process.off('exit', stop);
    for (const { pid } of children.splice(0)) if (pid) process.kill(-pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);

  const screen = run('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = String((await once(screen.stdio[3], 'data'))[0]).trim();
  const port = await freePort();
  run(driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${display}`, WAYLAND_DISPLAY: '', XDG_CONFIG_HOME: folder },
    stdio: 'ignore',
  });
  let base = `http://127.0.0.1:${port}`;
  const call = async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch((error) => {
      throw new Error(`WebDriver gave no answer to ${method} ${path} ${JSON.stringify(body)}: ${error.message}`);
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver, ${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
  await answering(`${base}/status`);
  const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  base += `/session/${sessionId}`;
  await focusWindow(display);
  return { call, stop, page: pageOf(call) };
}

function pageOf(call) {
  let keysAndMouse = Promise.resolve();

  /** What a person's hands do comes one after the other, even where a test does not wait for it. */
  const act = (type, parameters, actions) =>
    (keysAndMouse = keysAndMouse.then(() =>
      call('POST', '/actions', { actions: [{ type, id: type, parameters, actions }] }),
    ));
  const keys = (actions) => act('key', undefined, actions);
  const mouse = (...actions) => act('pointer', { pointerType: 'mouse' }, actions);

  return {
    keyboard: {
      type: (text) => keys([...text].flatMap((key) => [keyAction('keyDown', key), keyAction('keyUp', key)])),
      press: (key) => keys([keyAction('keyDown', key), keyAction('keyUp', key)]),
      down: (key) => keys([keyAction('keyDown', key)]),
      up: (key) => keys([keyAction('keyUp', key)]),
    },
    mouse: {
      move: (x, y) => mouse(move(x, y)),
      click: (x, y, { button }) =>
        mouse(move(x, y), buttonAction('pointerDown', button), buttonAction('pointerUp', button)),
      down: ({ button }) => mouse(buttonAction('pointerDown', button)),
      up: ({ button }) => mouse(buttonAction('pointerUp', button)),
    },
    async setViewportSize({ width, height }) {
      const script = 'return [outerWidth, outerHeight, innerWidth, innerHeight]';
      const [outerWidth, outerHeight, innerWidth, innerHeight] = await call('POST', '/execute/sync', {
        script,
        args: [],
      });
      if (innerWidth === width && innerHeight === height) return;
      const rect = { width: width + outerWidth - innerWidth, height: height + outerHeight - innerHeight };
      await call('POST', '/window/rect', rect);
      const resized = `const [done] = arguments, look = () => (innerWidth === ${width} ? done() : setTimeout(look, 10)); look()`;
      await call('POST', '/execute/async', { script: resized, args: [] });
    },
  };
}

/** The driver answers at once, or never. */
const PATIENCE = 60_000;

const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};

const BUTTONS = { left: 0, middle: 1, right: 2 };

const keyAction = (type, key) => ({ type, value: KEYS[key] ?? key });
const buttonAction = (type, button = 'left') => ({ type, button: BUTTONS[button] });
const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });

/** A window can be no narrower than the buttons of its toolbar, and a phone is: GTK reads how large they are from here. */
function configuration() {
  const folder = mkdtempSync(join(tmpdir(), 'gtk-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), '* { min-width: 0; margin: 0; border-width: 0; padding: 0 }');
  return folder;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function answering(address) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await fetch(address).then(Boolean, () => false)) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`nothing answers at ${address}`);
}
