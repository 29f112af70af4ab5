import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/base/guide-element.js';
import { upgradePlaceholders } from '../src/page/upgrade-placeholders.js';
import { elements } from '../src/entries/register.js';
import { consoleOf, settled, showHtml } from './helpers.js';

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
});
