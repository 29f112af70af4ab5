import { expect } from '@open-wc/testing';
import type { Tag } from './examples.js';
import { allIn } from './every-field.js';
import { consoleOf, settled, show } from './helpers.js';

interface Released {
  readonly name?: string;
  readonly content: object;
}

/** The example content of each minor version. What a clinic wrote then must still be shown, without any errors. */
const files = (await (await fetch('/__files?folder=test/released')).json()) as Record<string, string>;

describe('released content', () => {
  for (const [path, text] of Object.entries(files)) {
    const [, version, , tag = 'patient-guide'] = /released\/+([\d.]+)\/(edges\/(.*)|.*)\.json$/.exec(path)!;
    const written = JSON.parse(text) as object | Released[];
    const examples = Array.isArray(written) ? (written as Released[]) : [{ content: written }];

    it(`of version ${version} is still valid: ${path.split('/').pop()}`, async () => {
      for (const { name, content } of examples) {
        const said = await consoleOf(async () => {
          const element = await show(tag as Tag, content);
          await settled();
          expect(element.content, name).to.be.an('object');
          expect(allIn(element).length, name).to.be.greaterThan(0);
          element.parentElement!.remove();
        });
        expect(said.errors, name).to.deep.equal([]);
      }
    });
  }
});
