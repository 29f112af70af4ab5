/**
 * What a project gets that installs the kit: the package is built once more, looked at, installed into an empty folder, imported
 * without a browser, bundled by three tools, and used in Chromium. `npm run test:package`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import { chromiumArguments, chromiumPath } from '../runner/browser-path.mjs';
import { expectFreshBuild } from '../runner/fresh-build.mjs';
import { install } from '../runner/install.mjs';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Brotli bytes of one element in a page, Lit and valibot included, by the bundler that packs worst; all elements are half as
 * much again. An element that pulls in another would be seen here.
 */
const ONE_ELEMENT = 20_500;
/** The barrel may cost no more than the class's own path, but for names that a minifier chooses otherwise. */
const BARREL = 0.02;

const PAGES = {
  'one element': `import 'patient-guide/guide-faq';`,
  'all elements': `import 'patient-guide/patient-guide';`,
  'a class of the barrel': `import { GuideFaq } from 'patient-guide'; customElements.define('guide-faq', GuideFaq);`,
  'a class by its path': `import { GuideFaq } from 'patient-guide/elements/guide-faq'; customElements.define('guide-faq', GuideFaq);`,
};

expectFreshBuild();
install(import.meta.dirname);
const { build: vite } = await import('vite');
const { publint } = await import('publint');
const { formatMessage } = await import('publint/utils');

/** What a bundler has to say is for the person who builds the page: it should have nothing to say. */
const warnings = [];
const onLog = (level, { message }) => void warnings.push(`${level}: ${message}`);

const BUNDLERS = {
  async vite(file) {
    const rolldownOptions = { input: file, onLog };
    const options = { root: dirname(file), configFile: false, logLevel: 'warn' };
    return (await vite({ ...options, build: { write: false, rolldownOptions } })).output[0].code;
  },
  async rollup(file) {
    const bundle = await rollup({ input: file, plugins: [nodeResolve()], onLog });
    const { output } = await bundle.generate({ format: 'es' });
    // It leaves minifying to others.
    return (await esbuild.transform(output[0].code, { minify: true })).code;
  },
  async esbuild(file) {
    const options = { bundle: true, minify: true, write: false, format: 'esm', logLevel: 'silent' };
    const result = await esbuild.build({ entryPoints: [file], ...options });
    warnings.push(...result.warnings.map(({ text }) => text));
    return result.outputFiles[0].text;
  },
};

const temporary = mkdtempSync(join(tmpdir(), 'patient-guide-'));
try {
  await run();
} finally {
  rmSync(temporary, { recursive: true });
}

async function run() {
  check('two builds, in two folders, have the same bytes', differences(hashesOf(ROOT), hashesOf(built(copyOf(ROOT)))));

  const { messages, pkg } = await publint({ pkgDir: ROOT, strict: true });
  check(
    'publint has nothing to say',
    messages.map((message) => formatMessage(message, pkg, { color: false })),
  );

  const tarball = join(temporary, npm(ROOT, 'pack', '--silent', '--pack-destination', temporary).trim());
  check('the types are right (attw, esm-only)', faultsOfTypes(tarball));

  const project = join(temporary, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  npm(project, 'install', '--no-audit', '--no-fund', '--loglevel=error', tarball);
  check('every path can be imported without a browser', faultsOfImports(project));

  const codes = await bundle(project);
  check('Vite, Rollup and esbuild bundle it without a warning', warnings);
  const browser = await puppeteer.launch({ executablePath: await chromiumPath(), args: chromiumArguments });
  for (const [name, { 'one element': code }] of Object.entries(codes))
    check(`what ${name} makes shows a question and opens it`, await faultsInBrowser(browser, code));
  await browser.close();
  checkSizes(codes);
}

function check(what, faults) {
  console.log(`${faults.length ? 'no: ' : 'yes:'} ${what}`);
  for (const fault of faults) console.error(`     ${fault}`);
  if (faults.length) process.exitCode = 1;
}

function npm(cwd, ...words) {
  return execFileSync('npm', words, { cwd, encoding: 'utf8' });
}

function copyOf(folder) {
  const copy = join(temporary, 'copy');
  const isSource = (file) =>
    !/^(node_modules|dist|build|coverage|\.git)$/.test(basename(file)) || file.includes('src/');
  cpSync(folder, copy, { recursive: true, filter: isSource });
  symlinkSync(join(folder, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function built(folder) {
  npm(folder, 'run', 'build', '--silent');
  return folder;
}

/** A hash of every built file, by its path. */
function hashesOf(folder) {
  const dist = join(folder, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [relative(dist, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

function differences(one, other) {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}

/** Every module that the package exports, patterns filled in by what is there. What else is in dist is for script tags. */
function exportedPaths() {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const files = readdirSync(join(ROOT, 'dist'), { recursive: true }).map((file) => `./dist/${file}`);
  return Object.entries(exports).flatMap(([path, { default: file = '' }]) => {
    if (!file.endsWith('.js')) return [];
    const pattern = file.replaceAll('.', '\\.').replace('*', '([^/]+)').replaceAll('*', '\\1');
    return files.flatMap((name) => {
      const found = new RegExp(`^${pattern}$`).exec(name);
      return found ? path.replace('*', found[1]) : [];
    });
  });
}

function faultsOfTypes(tarball) {
  const paths = exportedPaths();
  const words = [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--entrypoints', ...paths];
  const { status, stdout, stderr } = spawnSync(join(import.meta.dirname, 'node_modules/.bin/attw'), words, {
    encoding: 'utf8',
  });
  return status ? [stdout + stderr] : [];
}

/** Server-side frameworks import what a page imports. Nothing is thrown, nothing is said. */
function faultsOfImports(project) {
  const addresses = exportedPaths().map((path) => join('patient-guide', path));
  const code = `for (const address of ${JSON.stringify(addresses)}) await import(address).catch((error) => console.error(address, error));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: project,
    encoding: 'utf8',
  });
  return stdout || stderr ? [stdout + stderr] : [];
}

async function bundle(project) {
  const codes = {};
  for (const [bundler, run] of Object.entries(BUNDLERS)) {
    codes[bundler] = {};
    for (const [page, code] of Object.entries(PAGES)) {
      const file = join(project, `${page.replaceAll(' ', '-')}.js`);
      writeFileSync(file, code);
      codes[bundler][page] = await run(file);
    }
  }
  return codes;
}

async function faultsInBrowser(browser, code) {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  try {
    const content = '{ "items": [{ "question": "Why?", "answer": "So." }] }';
    await page.setContent(`<guide-faq content='${content}'>Call us.</guide-faq>`);
    await page.addScriptTag({ content: code, type: 'module' });
    await page.locator('guide-faq >>> ::-p-text(Why?)').setTimeout(5000).click();
    await page.locator('guide-faq >>> ::-p-text(So.)').setTimeout(5000).wait();
  } catch (error) {
    faults.push(error.message);
  }
  await page.close();
  return faults;
}

function checkSizes(codes) {
  const sizes = Object.fromEntries(
    Object.entries(codes).map(([bundler, pages]) => [
      bundler,
      Object.fromEntries(
        Object.entries(pages).map(([page, code]) => [page, brotliCompressSync(Buffer.from(code)).length]),
      ),
    ]),
  );
  console.table(sizes);
  for (const [bundler, size] of Object.entries(sizes)) {
    const one = size['one element'];
    check(`${bundler}: one element is within its budget`, one > ONE_ELEMENT ? [`${one} bytes of ${ONE_ELEMENT}`] : []);
    const [barrel, path] = [size['a class of the barrel'], size['a class by its path']];
    const isAlike = Math.abs(barrel - path) <= BARREL * path;
    check(
      `${bundler}: a class of the barrel costs what the class costs`,
      isAlike ? [] : [`${barrel} bytes, not ${path}`],
    );
  }
}
