// Node 20 has no navigator.
const { userAgent } = (globalThis as Partial<typeof globalThis>).navigator ?? { userAgent: 'Node' };

/** The browser that runs the tests. Node counts as Chromium, because it has the same JavaScript engine. */
const engine = /Firefox\//.test(userAgent) ? 'Firefox' : /Chrome\/|^Node/.test(userAgent) ? 'Chromium' : 'WebKitGTK';

/** `it` and `describe` for tests that not every engine can run. Other engines skip them, and the summary counts them. */
const onlyIn = (...engines: string[]) => {
  const here = engines.includes(engine);
  const named = (name: string): string => `${name} (only in ${engines.join(' and ')})`;
  return {
    it: (sentence: string, test: Mocha.Func | Mocha.AsyncFunc) =>
      (here ? it : it.skip)(named(sentence), test as Mocha.Func),
    describe: (subject: string, tests: () => void) => (here ? describe : describe.skip)(named(subject), tests),
  };
};

/** For tests that read the accessibility tree with `a11ySnapshot` or use Chromium's protocol. */
export const inChromium = onlyIn('Chromium');

/** For tests of what the headless shell of Chromium lacks. */
export const inFirefox = onlyIn('Firefox');

/** For tests that emulate media features with `emulate`. */
export const inChromiumAndFirefox = onlyIn('Chromium', 'Firefox');
