import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { browsers } from './runner/browsers.mjs';
import { closingLineReporter } from './runner/closing-line-reporter.mjs';
import { filesPlugin } from './runner/files-plugin.mjs';
import { mediaPlugin } from './runner/media-plugin.mjs';
import { pagesPlugin, servePages } from './runner/pages-plugin.mjs';
import { webdriverPlugin } from './runner/webdriver-plugin.mjs';

const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

/** One engine a run: chromium, firefox or webkit. */
const engine = process.env.BROWSER_UNDER_TEST ?? 'chromium';

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'default'] },
  // A page in the background gets no animation frames, and so no layout observers.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 20_000 } },
  middleware: [servePages],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig }),
    a11ySnapshotPlugin(),
    mediaPlugin(),
    filesPlugin(),
    pagesPlugin(),
    webdriverPlugin(),
  ],
  browsers: [await browsers[engine]()],
  reporters: [defaultReporter({ reportTestProgress: true }), closingLineReporter()],
  coverage: engine === 'chromium',
  coverageConfig: {
    include: ['src/**/*.ts'],
    reporters: ['lcovonly', 'text-summary'],
    threshold: { statements: 95, branches: 90, functions: 95, lines: 95 },
  },
};
