/** Prints one plain closing line: `tests: 13 passed, 0 failed, 0 skipped`. A file that did not load counts as failed. */
export function closingLineReporter() {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      const count = (suite) => {
        for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suite.suites.forEach(count);
      };
      for (const session of sessions) {
        const { failed } = counts;
        if (session.testResults) count(session.testResults);
        if (!session.passed && counts.failed === failed) counts.failed++;
      }
      process.on('exit', () => {
        const { passed, failed, skipped } = counts;
        process.stdout.write(`\ntests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
      });
    },
  };
}
