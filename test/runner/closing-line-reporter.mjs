import { relative } from 'node:path';
import { closingLine } from './closing-line.mjs';

/** The exit code if the only failures are browsers that stopped responding. */
const NO_ANSWER = 75;

/**
 * Counts the tests for one plain closing line: `tests: 13 passed, 0 failed, 0 skipped`. A file that did not load counts as
 * failed.
 * Tests named for another engine, or in a group that is, don't count as skipped: an earlier line counts them.
 * Another line lists the files in which the browser stopped responding, so that you can rerun them.
 */
export function closingLineReporter() {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0, elsewhere: 0 };
      const silent = [];
      const count = (suite, only = isForOneEngine(suite)) => {
        for (const test of suite.tests) counts[outcome(test, only || isForOneEngine(test))]++;
        suite.suites.forEach((inner) => count(inner, only || isForOneEngine(inner)));
      };
      for (const session of sessions) {
        const { failed } = counts;
        if (session.testResults) count(session.testResults);
        if (!session.passed && counts.failed === failed) counts.failed++;
        if (!session.testResults && session.errors.some(({ message }) => /(?:within|after) \d+ms/.test(message)))
          silent.push(relative(process.cwd(), session.testFile));
      }
      closingLine(counts);
      process.on('exit', () => {
        const { failed, elsewhere } = counts;
        if (elsewhere) process.stdout.write(`\nleft to another engine, by name: ${elsewhere} tests\n`);
        if (silent.length) process.stdout.write(`\nno answer from the browser in: ${silent.join(' ')}\n`);
        if (failed && failed === silent.length) process.exitCode = NO_ANSWER;
      });
    },
  };
}

const isForOneEngine = ({ name }) => /\(only in [^()]+\)$/.test(name ?? '');

const outcome = ({ skipped, passed }, only) =>
  skipped ? (only ? 'elsewhere' : 'skipped') : passed ? 'passed' : 'failed';
