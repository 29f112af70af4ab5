import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { focusWindow } from './focus-window.mjs';

/**
 * Runs the tests in a browser that is driven by W3C WebDriver, on a screen that nobody sees (Xvfb). It starts the driver
 * itself and speaks HTTP with it, so that it needs no package. One page, one session of the runner after the other.
 */
export function webdriverLauncher({ name, driver, capabilities }) {
  const children = [];
  const active = new Map();
  let base;
  let started;
  let keysAndMouse = Promise.resolve();

  const call = async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver, ${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };

  const run = (command, args, options) => {
    const child = spawn(command, args, options);
    child.on('error', (error) => console.error(`${command} did not start: ${error.message}`));
    children.push(child);
    return child;
  };

  const start = async () => {
    const screen = run('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const display = String((await once(screen.stdio[3], 'data'))[0]).trim();
    const port = await freePort();
    run(driver, [`--port=${port}`], {
      env: { ...process.env, DISPLAY: `:${display}`, WAYLAND_DISPLAY: '', XDG_CONFIG_HOME: configuration() },
      stdio: 'ignore',
    });
    base = `http://127.0.0.1:${port}`;
    await answering(`${base}/status`);
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    base += `/session/${sessionId}`;
    await focusWindow(display);
  };

  const stop = () => children.forEach((child) => child.kill());
  process.once('exit', stop);

  /** What a person's hands do comes one after the other, even where a test does not wait for it. */
  const act = (type, parameters, actions) =>
    (keysAndMouse = keysAndMouse.then(() =>
      call('POST', '/actions', { actions: [{ type, id: type, parameters, actions }] }),
    ));
  const keys = (actions) => act('key', undefined, actions);
  const mouse = (...actions) => act('pointer', { pointerType: 'mouse' }, actions);

  const page = {
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
      const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
      const [besides, above] = await call('POST', '/execute/sync', { script, args: [] });
      await call('POST', '/window/rect', { width: width + besides, height: height + above });
      const resized = `const [done] = arguments, look = () => (innerWidth === ${width} ? done() : setTimeout(look, 10)); look()`;
      await call('POST', '/execute/async', { script: resized, args: [] });
    },
  };

  return {
    name,
    // The runner's commands know more of a page of Playwright's than of one of WebDriver's, so this one is like that.
    type: 'playwright',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      await (started ??= start());
      active.set(id, url);
      await call('DELETE', '/actions'); // a key that a failed test has left down
      await page.setViewportSize({ width: 800, height: 600 });
      await call('POST', '/url', { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id),
    async stopSession(id) {
      active.delete(id);
      await call('POST', '/url', { url: 'about:blank' });
      return {};
    },
    async startDebugSession() {
      throw new Error(`${name} has no debugger here`);
    },
    async stop() {
      if (started) await call('DELETE', '').catch(() => {});
      stop();
    },

    getPage: () => page,
  };
}

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
