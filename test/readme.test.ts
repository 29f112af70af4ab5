import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/base/guide-element.js';
import { upgradePlaceholders } from '../src/page/upgrade-placeholders.js';
import { elements } from '../src/entries/register.js';
import { consoleOf, settled, showHtml } from './helpers.js';
import { otherOrigin } from './pages.js';

const readme = await (await fetch('/README.md')).text();
const blocks = [...readme.matchAll(/```html\n([^]*?)```/g)].map(([, code]) => code.trim());
const elementOf = (code: string) => code.replace(/<script\s+src=[^]*?<\/script>\s*/, '');
const shown = async (code: string) => {
  const box = await showHtml(`<div>${elementOf(code)}</div>`);
  await settled();
  return box.firstElementChild as GuideElement<object>;
};

upgradePlaceholders(Object.keys(elements));

describe('README', () => {
  it('has an example of every element', () => {
    const shownTags = blocks.flatMap((code) =>
      [...code.matchAll(/<((?:guide|patient)-[\w-]+)/g)].map(([, tag]) => tag),
    );
    expect([...new Set(shownTags)].sort()).to.deep.equal(Object.keys(elements).sort());
  });

  for (const code of blocks) {
    it(`has an example that works as is: ${elementOf(code).slice(0, 40).replace(/\s+/g, ' ')}`, async () => {
      const written = await consoleOf(async () => {
        const element = await shown(code);
        await element.updateComplete;
        expect(element.content).to.be.an('object');
      });
      expect(written).to.deep.equal({ errors: [], warnings: [] });
    });
  }

  it('shows the error for a misspelled key', async () => {
    const { errors } = await consoleOf(async () => {
      const faq = await shown(
        `<guide-faq content='{ "items": [{ "question": "a", "answer": "b" }, { "qestion": "c", "answer": "d" }] }'></guide-faq>`,
      );
      await faq.updateComplete;
    });
    expect(readme).to.contain(errors[0]);
  });

  it('shows the script element for the current version, with the integrity of the current file', async () => {
    const { version } = (await (await fetch('/package.json')).json()) as { version: string };
    const integrity = (await (await fetch('/dist/integrity.json')).json()) as Record<string, string>;
    const [, address, hash] = /<script\s+src="(https:[^"]*)"\s+integrity="([^"]*)"/.exec(readme)!;
    expect(address).to.include(`/patient-guide@${version}/dist/patient-guide.js`);
    expect(hash, 'to fix it: npm run snippet -- --write').to.equal(integrity['patient-guide.js']);
    const file = await (await fetch(`${await otherOrigin()}/dist/patient-guide.js`)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', file));
    expect(hash).to.equal(`sha384-${btoa(String.fromCharCode(...digest))}`);
  });

  it('mentions only commands that package.json has', async () => {
    const { scripts } = (await (await fetch('/package.json')).json()) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run )?(start|test|[a-z]+(?=`))/g)].map(([, name]) => name);
    expect(named).to.include.members(['start', 'test', 'check', 'size']);
    for (const name of named) expect(scripts).to.have.property(name);
  });
});
