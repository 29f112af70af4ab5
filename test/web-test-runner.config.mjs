import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { browsers } from './runner/browsers.mjs';
import { closingLineReporter } from './runner/closing-line-reporter.mjs';
import { expectFreshBuild } from './runner/fresh-build.mjs';
import { filesPlugin } from './runner/files-plugin.mjs';
import { focusPlugin } from './runner/focus-plugin.mjs';
import { mediaPlugin } from './runner/media-plugin.mjs';
import { memoryPlugin } from './runner/memory-plugin.mjs';
import { pagesPlugin, servePages } from './runner/pages-plugin.mjs';
import { serverPlugin } from './runner/server-plugin.mjs';
import { timezonePlugin } from './runner/timezone-plugin.mjs';

const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

/** One engine a run: chromium, firefox or webkit. */
const engine = process.env.BROWSER_UNDER_TEST ?? 'chromium';
/** The others are slower with what is made to be hard, and a time-out is for what hangs. */
const patience = engine === 'chromium' ? 1 : 3;
const coverage = process.env.COVERAGE === '1';
/**
 * Tests of plain functions. Node runs them sooner, in the same JavaScript engine as Chromium's, so a browser runs them
 * where the engine is another one, or for coverage.
 */
const functions = engine === 'chromium' && !coverage ? [] : ['test/{content,i18n,text}/*.node.test.ts'];

expectFreshBuild();

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: ['test/**/!(*.node).test.ts', '!**/node_modules/**', ...functions],
  nodeResolve: { exportConditions: ['production', 'default'] },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  // For what hangs: the longest file takes less than a minute on a quiet machine.
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 60_000 * patience } },
  middleware: [servePages],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig,
      // For depth.ts.
      define: { 'process.env': JSON.stringify({ THOROUGH: process.env.THOROUGH ?? '' }) },
    }),
    a11ySnapshotPlugin(),
    mediaPlugin(),
    memoryPlugin(),
    focusPlugin(),
    filesPlugin(),
    pagesPlugin(),
    serverPlugin(),
    timezonePlugin(),
  ],
  browsers: [await browsers[engine]()],
  reporters: [defaultReporter({ reportTestProgress: true }), closingLineReporter()],
  // 40% of the time: CI measures it, `npm test` does not.
  coverage,
  coverageConfig: {
    include: ['src/**/*.ts'],
    reporters: ['lcovonly', 'text-summary'],
    threshold: { statements: 95, branches: 90, functions: 95, lines: 95 },
  },
};
