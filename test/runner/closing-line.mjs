/** Sends a run's counts to test/run.mjs, which adds them up and prints them last, or prints them where it ran alone. */
export function closingLine({ passed, failed, skipped }) {
  if (process.send) process.send({ passed, failed, skipped });
  else
    process.on('exit', () => process.stdout.write(`\ntests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`));
}
