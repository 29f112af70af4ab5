import { expect } from 'chai';
import { tags } from './examples.js';

const files = (await (await fetch('/__files?folder=test/released')).json()) as Record<string, string>;

describe('released content', () => {
  it('covers every element', () => {
    const paths = Object.keys(files).join();
    for (const tag of tags.filter((tag) => tag !== 'patient-guide')) expect(paths).to.include(`0.1/edges/${tag}.json`);
    expect(paths).to.include('0.1/spinal-fusion.json');
  });
});
