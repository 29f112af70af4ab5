import { expect } from '@open-wc/testing';
import { en } from '../src/i18n/en.js';
import { es } from '../src/i18n/es.js';
import { EXAMPLES, allIn, expectNoHarm, isText, pathsOf, showSafely, withValue } from './every-field.js';
import { find, show, showHtml } from './helpers.js';

/** The name of a character in a failure message. */
const named = (mark: string) => [...mark].map((char) => `U+${char.codePointAt(0)!.toString(16)}`).join(' ');

/** The text nodes that run backwards, apart from `own`, the field's text, which may reorder itself. */
function turnedIn(nodes: readonly Node[], own: string): string[] {
  const range = document.createRange();
  const boxAt = (node: Node, at: number) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // At the start of a line, some browsers also return the end of the line before.
    return [...range.getClientRects()].at(-1) ?? [];
  };
  return nodes.flatMap((node) => {
    const text = (node as Text).data;
    const from = text.indexOf(own);
    const seen = [...text].flatMap((char, at) =>
      /\s/.test(char) || (from >= 0 && at >= from && at < from + own.length) ? [] : boxAt(node, at),
    );
    const isTurned = seen.some((box, index) => {
      const before = seen[index - 1];
      return before && Math.abs(before.top - box.top) < 2 && box.left < before.left - 0.5;
    });
    return isTurned ? text : [];
  });
}

const textsIn = (element: Element): Node[] =>
  [element.shadowRoot!, ...allIn(element).flatMap((inner) => [inner, inner.shadowRoot ?? []].flat())]
    .flatMap((place) => [...place.childNodes])
    .filter(
      (node) => node instanceof Text && !node.parentElement?.matches('.visually-hidden, .visually-hidden *, style'),
    );

describe('bidirectional control characters in text', () => {
  expectNoHarm();

  /** Each reverses what follows; those that close something first try to end the isolation around the text. */
  const MARKS = ['\u202E', '\u2067\u202E', '\u2069\u202E', '\u05D0\u202E', '\u202C\u2069\u202E'];

  for (const [name, width, marks] of [
    ['a wide', '60em', MARKS.slice(0, 2)],
    ['a wide', '60em', MARKS.slice(2)],
    ['a narrow', '20em', MARKS.slice(-1)],
  ] as const)
    it(`reorder no text but their own, in ${name} container: ${marks.map(named).join(', ')}`, async () => {
      let fields = 0;
      for (const { tag, content } of EXAMPLES.filter(({ tag }) => tag !== 'patient-guide'))
        for (const path of pathsOf(content).filter((path) => isText(content, path))) {
          fields++;
          for (const mark of marks) {
            const own = `Ab${mark}cd`;
            const element = await showSafely(tag, withValue(content, path, own), path.join('.'));
            element.parentElement!.style.inlineSize = width;
            expect(turnedIn(textsIn(element), own), `${tag} ${path.join('.')} ${named(mark)}`).to.deep.equal([]);
            element.parentElement!.remove();
          }
        }
      expect(fields).to.equal(61);
    });

  it('would reorder the rest of a line without isolation, and these tests notice', async () => {
    for (const mark of MARKS) {
      const own = `Ab${mark}cd`;
      const box = await showHtml('<div></div>');
      box.textContent = `Before ${own}, after`;
      expect(turnedIn([...box.childNodes], own), named(mark)).to.have.length(1);
    }
  });

  it('reorder nothing in an accessible name, which ends with the text', () => {
    const { noteFor, added, remove, copyLink, call } = en;
    const { noteFor: nota, added: nueva, remove: quitar, copyLink: copiar, call: llamar } = es;
    for (const name of [noteFor, added, remove, copyLink, call, nota, nueva, quitar, copiar, llamar])
      expect(name('A\u202EB')).to.match(/[\w:] A\u202EB$/);
  });

  it('do not reorder the URL that is printed after a button', async () => {
    const element = await show('guide-cta', { label: 'Ab\u2069\u202Ecd', href: 'https://example.org/' });
    const { parentElement, textContent } = find(element, 'bdi');
    expect([parentElement!.localName, textContent]).to.deep.equal(['a', 'Ab\u2069\u202Ecd']);
    expect(getComputedStyle(find(element, 'bdi')).unicodeBidi).to.equal('isolate');
  });
});
