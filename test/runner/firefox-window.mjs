/**
 * Runs a script in Firefox's own window around the page, as its developer tools do, because WebDriver BiDi has no
 * command for some things.
 */
export async function runInFirefoxWindow(page, script) {
  const { connection } = page.browser();
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await connection.send('script.evaluate', {
    expression: `{ ${script} }`,
    target: { context: result.contexts[0].context },
    awaitPromise: true,
  });
  if (answer.result.type === 'exception') throw new Error(answer.result.exceptionDetails.text);
}
