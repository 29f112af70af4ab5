import { expect } from 'chai';
import { elements } from '../../src/entries/register.js';

const readme = await (await fetch('/README.md')).text();
const blocks = [...readme.matchAll(/```html\n([^]*?)```/g)].map(([, code]) => code.trim());

describe('README', () => {
  it('has an example of every element', () => {
    const shownTags = blocks.flatMap((code) =>
      [...code.matchAll(/<((?:guide|patient)-[\w-]+)/g)].map(([, tag]) => tag),
    );
    expect([...new Set(shownTags)].sort()).to.deep.equal(Object.keys(elements).sort());
  });

  it('shows the script element for the current version, with the integrity of the current file', async () => {
    const { version } = (await (await fetch('/package.json')).json()) as { version: string };
    const integrity = (await (await fetch('/dist/integrity.json')).json()) as Record<string, string>;
    const [, address, hash] = /<script\s+src="(https:[^"]*)"\s+integrity="([^"]*)"/.exec(readme)!;
    expect(address).to.include(`/patient-guide@${version}/dist/patient-guide.js`);
    expect(hash, 'to fix it: npm run snippet -- --write').to.equal(integrity['patient-guide.js']);
    const file = await (await fetch('/dist/patient-guide.js')).arrayBuffer();
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
