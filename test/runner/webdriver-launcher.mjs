import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { focusWindow } from './focus-window.mjs';

/**
 * Runs the tests in a browser with W3C WebDriver, on a virtual screen (Xvfb). It starts the driver
 * itself and talks to it over HTTP, so it needs no package. Every test file gets its own browser: if one
 * stops responding, the next file is not affected.
 */
export function webdriverLauncher({ name, concurrency, driver, capabilities }) {
  const active = new Map();

  return {
    name,
    // The runner's commands support more of Playwright's pages than of WebDriver's, so this imitates Playwright's.
    type: 'playwright',
    concurrency,
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
      throw new Error(`${name} cannot be debugged here`);
    },
    async stop() {
      for (const { stop } of active.values()) stop();
    },

    getPage: (id) => active.get(id)?.page,
  };
}

/** Starts a screen, a driver and a browser, and returns the page in the form that the runner's commands expect. */
async function startBrowser(driver, capabilities) {
  const children = [];
  const folder = configuration();
  const run = (command, args, options) => {
    const child = spawn(command, args, { ...options, detached: true });
    child.on('error', (error) => console.error(`${command} did not start: ${error.message}`));
    children.push(child);
    return child;
  };
  // Kills each whole process group, because the driver's children may not respond.
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
      throw new Error(`WebDriver did not answer ${method} ${path} ${JSON.stringify(body)}: ${error.message}`);
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

  /** Runs input actions one after another, even if a test does not wait for them. */
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

/** In milliseconds. The driver answers quickly or never. */
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

/** Toolbar buttons keep a window wider than a phone, so this GTK configuration makes them smaller. */
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
