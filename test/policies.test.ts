import { expect } from '@open-wc/testing';
import { version } from '../src/core/version.js';
import { edges, guideParts } from './examples.js';
import { consoleOf, settled, showHtml, textOf } from './helpers.js';
import {
  FILE,
  NONCE,
  type Report,
  TAGS,
  attribute,
  expectAtWork,
  guide,
  inline,
  load,
  pageWith,
  script,
  serve,
} from './pages.js';

const readme = await (await fetch('/README.md')).text();
/** The line that README has to paste. */
const PASTED = /^Content-Security-Policy: (.*)$/m.exec(readme)![1];

const NONE = `default-src 'none'; script-src 'nonce-${NONCE}'`;
const TYPES = `${NONE}; require-trusted-types-for 'script'`;
const STRICTEST = `${TYPES}; trusted-types patient-guide`;
const WARNING = `warn: patient-guide ${version}: this page’s Content-Security-Policy has to allow it: trusted-types patient-guide`;
const KIT = script(`nonce="${NONCE}"`);
const OTHER_VERSION = script(`nonce="${NONCE}"`, '?page=VERSION');

/** A guide and an FAQ with all that they can do, besides what every page has. */
const USED = `
  <patient-guide structured-data content="${attribute(guide)}">Call us.</patient-guide>
  <guide-faq share content="${attribute({ items: [{ question: 'Q?', answer: 'A.' }] })}">Call us.</guide-faq>
  <guide-disclaimer content='{"placement": "bottom", "dismissible": true}'></guide-disclaimer>`;

/** How a policy comes: Trusted Types and all that is tried here mean the same both ways. */
const WAYS: [string, (policy: string, head: string, isUsed: boolean) => Promise<Report>][] = [
  [
    'a header',
    async (policy, head, isUsed) => {
      const page = pageWith({ head, isUsed, ...(isUsed && { body: USED }) });
      return load('', { src: await serve(page, { 'content-security-policy': policy }) });
    },
  ],
  [
    'a <meta>',
    (policy, head, isUsed) => {
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
      const page = pageWith({ head, isUsed, ...(isUsed && { body: USED }) });
      return load(page.replace('<title>', `${meta}<title>`));
    },
  ],
];

/** Every state that a reader can bring an element into was reached, and nothing was said or refused on the way. */
function expectUsed({ used, data, lines }: Report): void {
  expect(lines).to.deep.equal([]);
  const { prints, questions, copied, ...rest } = used as Record<string, string[]>;
  expect(rest).to.deep.equal({ opened: 1, matched: 1, dismissed: true });
  expect(questions).to.deep.equal(['What if I wait?', 'Mine?']);
  expect(copied.join()).to.match(/copied|address/);
  expect(prints).to.have.length(3);
  expect(prints[2]).to.match(/Mine\?.*A note.* \S+ [1-9]\d*$/s);
  expect(data).to.have.length(1);
  expect(JSON.parse(data[0])).to.have.nested.property('@graph[1].mainEntity[0].name', 'Q?');
}

describe('policies of the page', () => {
  for (const [policy, head] of [
    [NONE, KIT],
    [`${NONE} 'strict-dynamic'`, KIT],
    [TYPES, KIT],
    [STRICTEST, KIT],
    [STRICTEST, KIT + KIT],
    [STRICTEST, KIT + script(`nonce="${NONCE}" type="module"`)],
    [PASTED, KIT],
    [PASTED, KIT + KIT + KIT],
  ])
    for (const [way, open] of WAYS)
      it(`hold, by ${way}, with ${head.split(FILE).length - 1} script(s): ${policy}`, async () => {
        const report = await open(policy, head, true);
        throw new Error(JSON.stringify(report))
        expectUsed(report);
        expectAtWork(await open(policy, head, false));
      });
});
