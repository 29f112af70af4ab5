import { expect } from '@open-wc/testing';
import type { GuideElement } from '../src/base/guide-element.js';
import { consoleOf, settled, showHtml } from './helpers.js';
import './mangled.helpers.js';

describe('what WordPress does to content', () => {
  interface Recorded {
    readonly wordpress: string;
    readonly content: object;
    readonly shown: { readonly html: string; readonly names: string[] }[];
  }
  let recorded: Recorded;

  before(async () => {
    recorded = (await (await fetch('/test/fixtures/wordpress.json')).json()) as Recorded;
  });

  /** Counts the outcomes of these forms: the `same` content, `other` content, the `fallback`, or everything is `gone`. */
  async function outcomesOf(form: RegExp): Promise<Record<string, number>> {
    const outcomes: Record<string, number> = {};
    for (const { html, names } of recorded.shown.filter(({ names }) => names.some((name) => form.test(name)))) {
      let outcome = '';
      const { errors } = await consoleOf(async () => {
        const box = await showHtml(`<div>${html}</div>`);
        await settled();
        const faq = box.querySelector<GuideElement<object>>('guide-faq');
        await faq?.updateComplete;
        const content = JSON.stringify(faq?.content);
        outcome = faq
          ? content
            ? content === JSON.stringify(recorded.content)
              ? 'same'
              : 'other'
            : 'fallback'
          : 'gone';
      });
      expect(errors, names[0]).to.have.length(outcome === 'fallback' ? 1 : 0);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + names.filter((name) => form.test(name)).length;
    }
    return outcomes;
  }

  // Each form is saved by three kinds of users, with and without added slashes.
  it('leaves base64 alone, in the div and in the element, whoever saves it', async () => {
    expect(await outcomesOf(/^(div|element), base64,/)).to.deep.equal({ same: 12 });
  });

  it('leaves percent-encoding alone, from rawurlencode and urlencode', async () => {
    expect(await outcomesOf(/^(div|element), (raw)?urlencode,/)).to.deep.equal({ same: 24 });
  });

  it('leaves JSON in double quotes alone if it was encoded with flags and esc_attr, and saved with slashes', async () => {
    expect(await outcomesOf(/^(div|element), esc_attr, flags, \w+$/)).to.deep.equal({ same: 6 });
  });

  it('removes the backslashes if it was saved without wp_slash, which changes the text or shows the fallback', async () => {
    const outcomes = await outcomesOf(/^(div|element), esc_attr.* not slashed$/);
    expect(outcomes['same']).to.equal(undefined);
  });

  it('changes entities in text if the JSON was encoded without flags', async () => {
    expect(await outcomesOf(/^(div|element), (pretty, esc_attr|esc_attr, no flags), \w+$/)).to.deep.equal({
      other: 12,
    });
  });

  it('is undone if it escaped once too often', async () => {
    expect(await outcomesOf(/^(div|element), esc_attr twice, \w+$/)).to.deep.equal({ same: 6 });
  });

  it('leaves a JSON script alone only for users who may write any HTML; in the div, also between blank lines', async () => {
    expect(await outcomesOf(/^element, script, administrator$/)).to.deep.equal({ same: 1 });
    expect(await outcomesOf(/^div, script between blank lines, administrator$/)).to.deep.equal({ same: 1 });
    expect(await outcomesOf(/^element, script between blank lines, administrator$/)).to.deep.equal({ fallback: 1 });
    expect(await outcomesOf(/script.*, (author|balanced)$/)).to.deep.equal({ fallback: 8 });
  });

  it('breaks JSON in single quotes: the fallback remains or, for users who may write any HTML, nothing at all', async () => {
    expect(await outcomesOf(/single quotes, administrator/)).to.deep.equal({ gone: 2 });
    expect(await outcomesOf(/single quotes, (author|balanced)/)).to.deep.equal({ fallback: 4 });
  });

  it('is reported with the corrected line if it put <p> into a script', async () => {
    const { html } = recorded.shown.find(({ names }) => names.includes('div, pretty script, administrator'))!;
    const { errors } = await consoleOf(async () => {
      await showHtml(`<div>${html}</div>`);
      await settled();
    });
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(
      /^<guide-faq> JSON script, line \d+, column \d+: found "<", .* Fix: remove the tags; it should read /,
    );
  });
});
