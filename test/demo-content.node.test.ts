import { expect } from 'chai';
import { edges, guideParts, guides, partTags } from './examples.js';

describe('the demo’s content', () => {
  it('has whole guides, every part of a guide, and edge cases for each part', () => {
    for (const { content } of guides) expect(content).to.have.property('title').that.is.a('string');
    expect(guides).to.have.length(3);
    // A guide builds its table of contents itself.
    const partsThere = new Set([...guideParts.map(({ element }) => element), 'guide-contents']);
    expect([...partsThere].sort()).to.deep.equal([...partTags].sort());
    for (const tag of partTags) expect(edges.filter(({ element }) => element === tag).length, tag).to.be.at.least(6);
  });

  it('gives each example a unique name', () => {
    const names = edges.map(({ element, name }) => `${element}: ${name}`);
    expect(new Set(names).size).to.equal(names.length);
  });
});
