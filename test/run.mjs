/**
 * Runs the tests: `npm test` builds first, `npm run suite` tests what is built, and `-- --files test/x.test.ts` picks
 * files. `*.node.test.ts` runs in Node, every other `*.test.ts` in a browser. One line with all counts comes last.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { build: { type: 'boolean' }, files: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const named = [...(values.files ?? []), ...positionals];
const isForNode = (file) => /\.node\.test\.\w+$/.test(file);
/** Tests of what the build makes besides the code. */
const readsBuild = (file) => file.includes('test/build/');

const engine = process.env.BROWSER_UNDER_TEST ?? 'chromium';
const everyNodeFile = () =>
  readdirSync('test', { recursive: true })
    .filter((file) => isForNode(file) && !file.includes('node_modules'))
    .map((file) => `test/${file}`);
// Other engines run their share of these files in the browser: see the configuration.
const nodeFiles = named.length ? named.filter(isForNode) : engine === 'chromium' ? everyNodeFile() : [];
const browserFiles = named.filter((file) => !isForNode(file));

const counts = { passed: 0, failed: 0, skipped: 0 };
const codes = [];

const inNode = runInNode(nodeFiles.filter((file) => !readsBuild(file)));
const buildCode = values.build ? await run('npm', ['run', '--silent', 'build']) : 0;
if (buildCode) {
  await inNode;
  process.exit(buildCode);
}

const inBrowser = ['node_modules/.bin/web-test-runner', '--config', 'test/web-test-runner.config.mjs'];
await Promise.all([
  inNode,
  runInNode(nodeFiles.filter(readsBuild)),
  (browserFiles.length || !named.length) &&
    runTests([...inBrowser, ...(browserFiles.length ? ['--files', ...browserFiles] : [])]),
]);

const { passed, failed, skipped } = counts;
console.log(`\ntests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
// 75, no answer from the browser, only if nothing else went wrong.
process.exitCode = codes.includes(1) ? 1 : Math.max(0, ...codes);

function runInNode(files) {
  const reporter = ['--test-reporter', './test/runner/node-reporter.mjs', '--test-reporter-destination', 'stdout'];
  return files.length && runTests(['--import', './test/runner/node-setup.mjs', '--test', ...reporter, ...files]);
}

/** A runner's reporter sends its counts to this process. */
async function runTests(words) {
  let hasCounted = false;
  const code = await run(process.execPath, words, (message) => {
    hasCounted = true;
    for (const outcome of Object.keys(counts)) counts[outcome] += message[outcome];
  });
  if (!hasCounted) counts.failed++;
  codes.push(hasCounted ? code : 1);
}

function run(command, words, onMessage) {
  const child = spawn(command, words, { stdio: ['inherit', 'inherit', 'inherit', onMessage ? 'ipc' : 'ignore'] });
  if (onMessage) child.on('message', onMessage);
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
