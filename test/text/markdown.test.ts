import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { renderMarkdown } from '../../src/text/render-markdown.js';
import { expectAllLetters } from './letters.js';
import { shown } from './markdown.helpers.js';

/** The rendered HTML without Lit’s comments, with whitespace collapsed. */
const htmlOf = (text: string): string =>
  shown(text)
    .innerHTML.replace(/<!--.*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:ul|ol|li|p)\b[^>]*>) ?/g, '$1');

const ofParagraph = (text: string): string =>
  /^<p>(.*)<\/p>$/.exec(htmlOf(text))?.[1] ?? `no paragraph: ${htmlOf(text)}`;

function expectLiteral(text: string): void {
  const place = shown(text);
  expect([...place.querySelectorAll('*')].map(({ localName }) => localName).join(), text).to.equal('p');
  expect(place.textContent, text).to.equal(text);
}

describe('Markdown', () => {
  describe('paragraphs', () => {
    it('continue until a blank line', () => {
      expect(htmlOf('One\ntwo\r\nthree\rfour')).to.equal('<p>One two three four</p>');
    });

    it('start after a blank line', () => {
      expect(htmlOf('\n\nOne\n\nTwo\n \t\n\nThree\n')).to.equal('<p>One</p><p>Two</p><p>Three</p>');
    });

    it('are empty when there is only whitespace', () => {
      expect(htmlOf('')).to.equal('');
      expect(htmlOf(' \n\t\n')).to.equal('');
    });
  });

  describe('lists', () => {
    it('start with hyphens, asterisks and plus signs', () => {
      for (const marker of '-*+') {
        expect(htmlOf(`${marker} One\n${marker} Two`)).to.equal('<ul><li><p>One</p></li><li><p>Two</p></li></ul>');
      }
    });

    it('start over when the marker changes', () => {
      expect(htmlOf('- One\n+ Two')).to.equal('<ul><li><p>One</p></li></ul><ul><li><p>Two</p></li></ul>');
      expect(htmlOf('1. One\n2) Two')).to.equal(
        '<ol start="1"><li><p>One</p></li></ol><ol start="2"><li><p>Two</p></li></ol>',
      );
    });

    it('keep the author’s first number', () => {
      expect(htmlOf('3. Three\n4. Four')).to.equal('<ol start="3"><li><p>Three</p></li><li><p>Four</p></li></ol>');
      expect(htmlOf('0) None')).to.equal('<ol start="0"><li><p>None</p></li></ol>');
    });

    it('continue across blank lines between items', () => {
      expect(htmlOf('- One\n\n\n- Two')).to.equal('<ul><li><p>One</p></li><li><p>Two</p></li></ul>');
    });

    it('nest when indented to the item’s text', () => {
      expect(htmlOf('- One\n  1. Two\n     - Three\n- Four')).to.equal(
        '<ul><li><p>One</p><ol start="1"><li><p>Two</p><ul><li><p>Three</p></li></ul></li></ol></li><li><p>Four</p></li></ul>',
      );
    });

    it('can start directly inside another list item', () => {
      expect(htmlOf('- - One\n  - Two')).to.equal('<ul><li><ul><li><p>One</p></li><li><p>Two</p></li></ul></li></ul>');
    });

    it('keep additional paragraphs in their item', () => {
      expect(htmlOf('- One\n\n  More of one\n- Two\n\nAfter')).to.equal(
        '<ul><li><p>One</p><p>More of one</p></li><li><p>Two</p></li></ul><p>After</p>',
      );
    });

    it('continue an item’s paragraph on a line that is not indented', () => {
      expect(htmlOf('- One\nand on\n- Two')).to.equal('<ul><li><p>One and on</p></li><li><p>Two</p></li></ul>');
    });

    it('can follow a paragraph without a blank line', () => {
      expect(htmlOf('Bring:\n- scans\n- notes')).to.equal(
        '<p>Bring:</p><ul><li><p>scans</p></li><li><p>notes</p></li></ul>',
      );
      expect(htmlOf('First:\n1. call')).to.equal('<p>First:</p><ol start="1"><li><p>call</p></li></ol>');
    });

    it('do not start with a year at the beginning of a line', () => {
      expect(htmlOf('The first one was done in\n1986. It was long ago.')).to.equal(
        '<p>The first one was done in 1986. It was long ago.</p>',
      );
    });

    it('start with any number right after another marker, even after a paragraph', () => {
      expect(htmlOf('One\n- 2. Two')).to.equal('<p>One</p><ul><li><ol start="2"><li><p>Two</p></li></ol></li></ul>');
    });

    it('treat a tab as a four-column tab stop', () => {
      expect(htmlOf('-\tOne\n-\tTwo')).to.equal('<ul><li><p>One</p></li><li><p>Two</p></li></ul>');
      expect(htmlOf('-\tOne\n\t- Two')).to.equal('<ul><li><p>One</p><ul><li><p>Two</p></li></ul></li></ul>');
      expect(htmlOf('1.\tOne\n\tand on\n\n\tTwo')).to.equal('<ol start="1"><li><p>One and on</p><p>Two</p></li></ol>');
    });

    it('can contain strong text, emphasis and links', () => {
      expect(htmlOf('* **One** *two* [three](/x)')).to.match(
        /^<ul><li><p><strong>One<\/strong> <em>two<\/em> <a [^>]*>three<\/a><\/p><\/li><\/ul>$/,
      );
    });

    it('leave hyphens, numbers and asterisks alone when they do not start a list', () => {
      for (const text of ['-One', '- ', '1.One', '1234567890. One', '-1 degree', '*', '1986.', '—', '• One']) {
        expectLiteral(text.trim());
      }
    });

    it('nest up to four deep, and show deeper markers as text', () => {
      expect(htmlOf('- - - - - One')).to.equal(`${'<ul><li>'.repeat(4)}<p>- One</p>${'</li></ul>'.repeat(4)}`);
    });
  });

  describe('strong text and emphasis', () => {
    it('use two asterisks for strong text and one for emphasis', () => {
      expect(ofParagraph('A **strong** and *gentle* word')).to.equal(
        'A <strong>strong</strong> and <em>gentle</em> word',
      );
    });

    it('nest in any combination', () => {
      const combinations = {
        '***a***': '<em><strong>a</strong></em>',
        '***a** b*': '<em><strong>a</strong> b</em>',
        '***a* b**': '<strong><em>a</em> b</strong>',
        '**a *b***': '<strong>a <em>b</em></strong>',
        '*a **b***': '<em>a <strong>b</strong></em>',
        '*a**b*': '<em>a**b</em>',
        '**a*b**': '<strong>a*b</strong>',
        '*a **b** c*': '<em>a <strong>b</strong> c</em>',
        '****a****': '<strong><strong>a</strong></strong>',
        '**a** **b**': '<strong>a</strong> <strong>b</strong>',
        'a**b**c': 'a<strong>b</strong>c',
        '*a\nb*': '<em>a b</em>',
        'x***a***y': 'x<em><strong>a</strong></em>y',
      };
      for (const [text, expected] of Object.entries(combinations)) expect(ofParagraph(text), text).to.equal(expected);
    });

    it('count whole runs of asterisks when they are ambiguous', () => {
      // CommonMark 0.31, rules 9 and 10.
      expect(ofParagraph('**a* b*c')).to.equal('*<em>a</em> b*c');
      expect(ofParagraph('x[***[****')).to.equal('x[<em><strong>[</strong></em>*');
    });

    it('leave unmatched asterisks as text', () => {
      for (const text of ['2 * 3 * 4', '*', '**', '*a', 'a*', '**a', '* *', '** a **', 'a * b*', '*a *', '5 ** 2']) {
        expect(ofParagraph(`x ${text}`), text).to.equal(`x ${text}`);
      }
      expect(ofParagraph('**a*')).to.equal('*<em>a</em>');
      expect(ofParagraph('*a**')).to.equal('<em>a</em>*');
    });

    it('can be next to punctuation in any script', () => {
      expect(ofParagraph('“*a*” «**b**» ¿*c*?')).to.equal('“<em>a</em>” «<strong>b</strong>» ¿<em>c</em>?');
      expect(ofParagraph('a*“b”*')).to.equal('a*“b”*');
      expect(ofParagraph('*(**a**)*')).to.equal('<em>(<strong>a</strong>)</em>');
      expect(ofParagraph('中**文**字')).to.equal('中<strong>文</strong>字');
    });

    it('treat an emoji as punctuation and a letter outside the basic plane as a letter', () => {
      expect(ofParagraph('🙂*a*')).to.equal('🙂<em>a</em>');
      expect(ofParagraph('a*🙂*')).to.equal('a*🙂*');
      expect(ofParagraph('𠮷*𠮷*𠮷')).to.equal('𠮷<em>𠮷</em>𠮷');
    });

    it('treat a no-break space as a space', () => {
      expect(ofParagraph('*\u00a0a*')).to.equal('* a*'.replace(' ', '&nbsp;'));
    });

    it('do not extend across paragraphs, items or links', () => {
      expect(htmlOf('*a\n\nb*')).to.equal('<p>*a</p><p>b*</p>');
      expect(htmlOf('- *a\n- b*')).to.equal('<ul><li><p>*a</p></li><li><p>b*</p></li></ul>');
      expect(ofParagraph('*[a*](/x)').replace(/<a [^>]*>/, '<a>')).to.equal('*<a>a*</a>');
    });
  });

  describe('links', () => {
    const linkOf = (text: string): HTMLAnchorElement => {
      const links = [...shown(text).querySelectorAll('a')];
      expect(links, text).to.have.length(1);
      return links[0];
    };

    it('have a text and a URL', () => {
      expect(linkOf('See [the study](https://example.org/a?b=c#d).')).to.include({
        href: 'https://example.org/a?b=c#d',
        textContent: 'the study',
      });
    });

    it('can have relative URLs, phone numbers and email addresses', () => {
      expect(linkOf('[a](../b)').href).to.equal(new URL('../b', document.baseURI).href);
      expect(linkOf('[a](#b)').getAttribute('href')).to.equal('#b');
      expect(linkOf('[a](tel:+1-555-0100)').href).to.equal('tel:+1-555-0100');
      expect(linkOf('[a](mailto:a@example.org)').href).to.equal('mailto:a@example.org');
    });

    it('can contain strong text and emphasis, or be inside them', () => {
      expect(linkOf('[a **b** *c*](/x)').innerHTML).to.include('<strong>').and.include('<em>');
      expect(linkOf('**a [b](/x) c**').closest('strong')?.textContent).to.equal('a b c');
    });

    it('can have balanced or escaped brackets in the text and parentheses in the URL', () => {
      expect(linkOf('[a [b] c](/x)').textContent).to.equal('a [b] c');
      expect(linkOf('[a \\] b](/x)').textContent).to.equal('a ] b');
      expect(linkOf('[a](/x_(y))').pathname).to.equal('/x_(y)');
      expect(linkOf('[a](/x\\)y)').pathname).to.equal('/x)y');
      expect(linkOf('[a]( /x )').pathname).to.equal('/x');
      expect(linkOf('[a](\n/x\n)').pathname).to.equal('/x');
    });

    it('can have a backslash inside parentheses in the URL', () => {
      expect(linkOf('[a](/x(y\\)z))').pathname).to.equal('/x(y)z)');
    });

    it('link only the inner one of two', () => {
      expect(shown('[a [b](/x) c](/y)').textContent).to.equal('[a b c](/y)');
      expect(linkOf('[a [b](/x) c](/y)')).to.include({ textContent: 'b', pathname: '/x' });
    });

    it('can follow an escaped exclamation mark', () => {
      expect(linkOf('\\![a](/x)').textContent).to.equal('a');
      expect(shown('\\![a](/x)').textContent).to.equal('!a');
    });

    it('with an image in the text use their own URL and show the image’s source', () => {
      expect(linkOf('[a ![b](/c.png) d](/x)')).to.include({ textContent: 'a ![b](/c.png) d', pathname: '/x' });
    });

    it('keep their text when the URL is not allowed', () => {
      expect(ofParagraph('Do [not **click**](javascript:alert(1)) this')).to.equal(
        'Do not <strong>click</strong> this',
      );
      expect(ofParagraph('[a](https://)')).to.equal('a');
    });

    it('show brackets that are not a link as text', () => {
      for (const text of [
        '[a]',
        '[a] (/x)',
        '[a](/x',
        '[a](x y)',
        '[a]()',
        'a](/x)',
        '[a][b]',
        '[',
        ']',
        '](',
        '[a](b(c)',
        '[ ]',
      ])
        expectLiteral(text);
    });
  });

  it('removes a backslash before punctuation and keeps any other', () => {
    expect(ofParagraph('\\*a\\* \\[b\\](c) \\\\ \\- \\_ \\~')).to.equal('*a* [b](c) \\ - _ ~');
    expect(ofParagraph('C:\\Users\\n \\“')).to.equal('C:\\Users\\n \\“');
    expect(ofParagraph('a\\\nb')).to.equal('a\\ b');
    expect(ofParagraph('\\- no list')).to.equal('- no list');
    expect(ofParagraph('1\\. no list')).to.equal('1. no list');
    expect(ofParagraph('\\**a*')).to.equal('*<em>a</em>');
  });

  it('shows everything else as plain text', () => {
    const texts = [
      '<b>bold</b> <img src=x onerror=alert(1)> <script>alert(1)</script> <!-- a -->',
      '&lt;b&gt; &amp; &copy; &#42;a&#42; &nbsp;',
      '![a](https://example.org/a.png)',
      '# Heading',
      'Heading =====',
      '> quote',
      '`code` ``co`de`` ~~~',
      '<https://example.org> https://example.org a@example.org www.example.org',
      '***',
      '- - -',
      '---',
      '* * *',
      '___',
      '_a_ __b__ ~~c~~ ==d== ^e^',
      '| a | b |',
      '[a]: https://example.org',
      '[^1]: note',
      '{{a}} ${b} <%= c %> {% d %}',
      ':smile: (c) -- ... "quoted"',
    ];
    for (const text of texts) expectLiteral(text);
  });

  it('shows multi-line headings, quotes, code and rules as a paragraph', () => {
    expect(htmlOf('Title\n===')).to.equal('<p>Title ===</p>');
    expect(htmlOf('Title\n---')).to.equal('<p>Title ---</p>');
    expect(htmlOf('> a\n> b')).to.equal('<p>&gt; a &gt; b</p>');
    expect(htmlOf('```\na\n```')).to.equal('<p>``` a ```</p>');
    expect(htmlOf('    a\n    b')).to.equal('<p>a b</p>');
    expect(htmlOf('a  \nb')).to.equal('<p>a b</p>');
  });

  it('parses a changed text again, and leaves an unchanged one alone', () => {
    const place = document.createElement('div');
    const show = (text: string) => render(html`${renderMarkdown(text)}`, place);
    show('One');
    const paragraph = place.querySelector('p');
    show('One');
    expect(place.querySelector('p')).to.equal(paragraph);
    show('**Two**');
    expect(place.querySelector('strong')?.textContent).to.equal('Two');
    expect(place.textContent).not.to.include('One');
  });

  describe('with pathological text', () => {
    it('renders deep nesting without a stack overflow', () => {
      const deep = 20_000;
      const texts = [
        `${'*a '.repeat(deep)}${'b* '.repeat(deep)}`,
        `${'**a '.repeat(deep)}${'b** '.repeat(deep)}`,
        `${'*'.repeat(deep)}a${'*'.repeat(deep)}`,
        `${'['.repeat(deep)}a${'](x)'.repeat(deep)}`,
        `${'*['.repeat(deep)}a${'](x)*'.repeat(deep)}`,
        `${'- '.repeat(deep)}a`,
        `${'1. '.repeat(deep)}a`,
      ];
      for (const text of texts) expectAllLetters(shown(text).textContent, text);
    });
  });

  it('renders at least fifteen levels of nested emphasis', () => {
    const text = `${'*a '.repeat(15)}b${' a*'.repeat(15)}`;
    expect(shown(text).querySelectorAll('em')).to.have.length(15);
    expect(shown(text).textContent).not.to.include('*');
  });
});
