import { expect } from '@open-wc/testing';
import { decodeContent } from '../src/content/decode.lazy.js';
import { findContent } from '../src/content/source.js';

describe('demo/clinic.html', () => {
  it('has the content of demo/content/spinal-fusion.json pasted in three different ways', async () => {
    const guide = (await (await fetch('/demo/content/spinal-fusion.json')).json()) as Record<string, unknown>;
    const markup = await (await fetch('/demo/clinic.html')).text();
    const page = new DOMParser().parseFromString(markup, 'text/html');
    const ways = new Set<string>();
    for (const key of ['takeaways', 'comparison', 'faq', 'disclaimer']) {
      const source = findContent(page.querySelector(`guide-${key}`)!, undefined)!;
      ways.add(source.name);
      expect(decodeContent((source as { text: string }).text)).to.deep.equal({ value: guide[key], repairs: [] });
    }
    expect([...ways]).to.have.members(['content attribute', 'data-content attribute', 'JSON script']);
  });
});
