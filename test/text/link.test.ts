import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { html, render } from 'lit';
import { renderMarkdown } from '../../src/text/render-markdown.js';
import { relFor, safeHref } from '../../src/text/link.js';
import { runs } from '../depth.js';

/** The protocol that the browser would use for the link, if any. */
function protocolOf(address: string): string | undefined {
  const href = safeHref(address);
  if (href === undefined) return undefined;
  const anchor = document.createElement('a');
  anchor.href = href;
  return anchor.protocol;
}

const SAFE = ['http:', 'https:', 'mailto:', 'tel:', 'sms:'];

/** Adds a `<base>` to the page, as some sites do. */
function withBase(href: string, action: () => void): void {
  const base = document.createElement('base');
  base.href = href;
  document.head.prepend(base);
  try {
    action();
  } finally {
    base.remove();
  }
}

function shown(text: string): HTMLElement {
  const place = document.createElement('div');
  render(html`${renderMarkdown(text)}`, place);
  return place;
}

describe('A link', () => {
  describe('is kept', () => {
    it('to pages, email, phone and text messages, with the URL as the browser writes it', () => {
      const links = {
        'https://example.org': 'https://example.org/',
        'http://example.org/a b?c=d#e': 'http://example.org/a%20b?c=d#e',
        'HTTPS://EXAMPLE.ORG/A': 'https://example.org/A',
        '  https://example.org/\n': 'https://example.org/',
        'ht\ntps://exam\tple.org/': 'https://example.org/',
        'https:\\\\example.org\\a': 'https://example.org/a',
        'https://bücher.example/ü': 'https://xn--bcher-kva.example/%C3%BC',
        'mailto:a@example.org?subject=Hello': 'mailto:a@example.org?subject=Hello',
        'tel:+1-555-010-0199': 'tel:+1-555-010-0199',
        'Tel:911': 'tel:911',
        'sms:+15550100?body=Hi%20%23%2A': 'sms:+15550100?body=Hi%20%23%2A',
      };
      for (const [address, href] of Object.entries(links)) expect(safeHref(address), address).to.equal(href);
    });

    it('within the site, relative to the page', () => {
      for (const address of ['/costs', 'costs', './costs', '../costs', '?page=2', 'a/b', '//example.org/a', '']) {
        expect(safeHref(address), address).to.equal(new URL(address, document.baseURI).href);
      }
    });

    it('within the page, as just the fragment', () => {
      expect(safeHref('#costs')).to.equal('#costs');
      expect(safeHref(' #a b')).to.equal('#a%20b');
      expect(safeHref('#')).to.equal('#');
      expect(safeHref('#javascript:alert(1)')).to.equal('#javascript:alert(1)');
    });

    it('with a dangerous word that is not a protocol', () => {
      for (const address of [
        '/javascript:alert(1)',
        './javascript:alert(1)',
        '?javascript:alert(1)',
        'https://javascript:1@x.y/',
      ]) {
        expect(protocolOf(address), address).to.be.oneOf(['http:', 'https:']);
      }
      expect(safeHref('mailto:javascript:alert(1)')).to.equal('mailto:javascript:alert(1)');
    });

    it('with an entity, which is not decoded', () => {
      expect(protocolOf('&#106;avascript:alert(1)')).to.equal(location.protocol);
      expect(protocolOf('&#x6A;avascript&colon;alert(1)')).to.equal(location.protocol);
      expect(protocolOf('javascript&#58;alert(1)')).to.equal(location.protocol);
      expect(protocolOf('%6Aavascript:alert(1)')).to.equal(location.protocol);
    });
  });

  describe('is dropped', () => {
    it('to a script, data or a file, however it is spelled', () => {
      const addresses = [
        'javascript:alert(1)',
        'JavaScript:alert(1)',
        'JAVASCRIPT:alert(1)',
        ' javascript:alert(1)',
        '\u0000javascript:alert(1)',
        '\u0001\u001f javascript:alert(1)',
        'java\tscript:alert(1)',
        'java\nscript:alert(1)',
        'java\r\nscript:alert(1)',
        'j\ta\nv\ra\ts\nc\rr\ti\np\rt\t:alert(1)',
        'javascript\t:alert(1)',
        'javascript:\nalert(1)',
        'javascript://example.org/%0aalert(1)',
        'javascript:void(0)',
        'javascript:',
        'data:text/html,<script>alert(1)</script>',
        'DATA:text/html;base64,PHNjcmlwdD4=',
        'vbscript:msgbox(1)',
        'blob:https://example.org/8f6d',
        'file:///etc/passwd',
        'filesystem:https://example.org/temporary/a',
        'view-source:https://example.org',
        'about:blank',
        'ftp://example.org/',
        'ws://example.org/',
        'intent://scan/#Intent;scheme=zxing;end',
        'whatsapp://send?text=hello',
        'httpsx://example.org',
        'xhttps://example.org',
        'http+x://example.org',
        'x-mailto:a@example.org',
      ];
      for (const address of addresses) expect(safeHref(address), JSON.stringify(address)).to.equal(undefined);
    });

    it('to a phone service code, which some phones run right away', () => {
      for (const code of ['*#06#', '%2306%23', '**21*5550100#', '1%2a2', '1%2A2', '555;ext=1#', '#1']) {
        expect(safeHref(`tel:${code}`), code).to.equal(undefined);
        expect(safeHref(` T\tEL:${code}`), code).to.equal(undefined);
      }
    });

    it('to an invalid URL', () => {
      for (const address of ['https://', 'http://[', 'https://exa<mple.org', 'https://example.org:99999', 'http://%']) {
        expect(safeHref(address), address).to.equal(undefined);
      }
    });
  });

  it('is never a live script, data or file, wherever one character is inserted into its URL', () => {
    const address = fc
      .tuple(
        fc.constantFrom('javascript:alert(1)', 'data:text/html,a', 'vbscript:a', 'blob:https://x.y/z', 'file:///etc/a'),
        fc.nat(),
        fc.oneof(
          fc.nat({ max: 0x20 }),
          fc.integer({ min: 0x7f, max: 0xa0 }),
          fc.constantFrom(0xad, 0x1680, 0x180e, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff, 0xd800, 0x2a, 0x3a),
          fc.integer({ min: 0x2000, max: 0x200f }),
          fc.nat({ max: 0x10ffff }),
        ),
        fc.boolean(),
      )
      .map(([address, place, code, isUpper]) => {
        const at = place % (address.length + 1);
        const text = address.slice(0, at) + String.fromCodePoint(code) + address.slice(at);
        return isUpper ? text.toUpperCase() : text;
      });
    fc.assert(
      fc.property(address, (address) => {
        expect(protocolOf(address) ?? 'https:').to.be.oneOf(SAFE);
      }),
      { numRuns: runs(5000), includeErrorInReport: true },
    );
  });

  it('is never a live script, wherever a control character or space is inserted into its URL', () => {
    let live = 0;
    for (const address of ['javascript:alert(1)', 'data:,a', 'vbscript:a', 'blob:https://x.y/z', 'file:///a']) {
      for (let code = 0; code <= 0x20; code++) {
        for (let at = 0; at <= address.length; at++) {
          const text = address.slice(0, at) + String.fromCharCode(code) + address.slice(at);
          const anchor = document.createElement('a');
          anchor.href = text;
          if (!SAFE.includes(anchor.protocol)) live++;
          expect(protocolOf(text) ?? 'https:', JSON.stringify(text)).to.be.oneOf(SAFE);
        }
      }
    }
    // Without the check, the browser would have followed many of them.
    expect(live).to.be.above(500);
  });

  it('only ever leads to a page, email, phone or text message, whatever its URL', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'javscriptdeHTlm:/\\#?.@%*+-0 \t\n\u0000') }),
          fc.webUrl(),
        ),
        (address) => {
          expect(protocolOf(address) ?? 'https:').to.be.oneOf(SAFE);
        },
      ),
      { numRuns: runs(5000), includeErrorInReport: true },
    );
  });

  describe('on a page with a <base>', () => {
    it('is relative to that base', () => {
      withBase('https://cdn.example.org/x/', () => {
        expect(safeHref('costs')).to.equal('https://cdn.example.org/x/costs');
      });
    });

    it('stays on the page when it is a fragment', () => {
      withBase('https://cdn.example.org/x/', () => {
        expect(safeHref('#costs')).to.equal('#costs');
        expect(safeHref(' #costs')).to.equal('#costs');
        expect(safeHref('\u0001#costs')).to.equal('#costs');
      });
    });

    it('keeps a fragment where the page is a file or has no URL of its own', () => {
      for (const base of ['file:///C:/guide.html', 'about:srcdoc', 'blob:https://example.org/8f6d']) {
        withBase(base, () => {
          expect(document.baseURI).to.equal(base);
          expect(safeHref('#costs'), base).to.equal('#costs');
        });
      }
    });
  });

  it('gives other sites no access to this window', () => {
    expect(relFor('https://example.org/')).to.equal('noopener');
    expect(relFor(`${location.protocol}//${location.hostname}:1/`)).to.equal('noopener');
    expect(relFor(`${location.origin}/costs`)).to.equal(undefined);
    expect(relFor('#costs')).to.equal(undefined);
    expect(relFor('mailto:a@example.org')).to.equal(undefined);
    expect(relFor('tel:+15550100')).to.equal(undefined);
  });

  it('in Markdown has its URL, and a rel only for other sites', () => {
    const [other, own, mail] = shown('[a](https://example.org/b) [c](/d) [e](mailto:f@example.org)').querySelectorAll(
      'a',
    );
    expect(other.getAttribute('href')).to.equal('https://example.org/b');
    expect(other.getAttribute('rel')).to.equal('noopener');
    expect(own.getAttribute('href')).to.equal(`${location.origin}/d`);
    expect(own.hasAttribute('rel')).to.equal(false);
    expect(mail.getAttribute('href')).to.equal('mailto:f@example.org');
    expect(mail.hasAttribute('rel')).to.equal(false);
  });

  it('in Markdown leaves its text when it is dropped', () => {
    const addresses = [
      'javascript:alert(1)',
      'JAVA&#9;SCRIPT:a',
      'java\nscript:alert(1)',
      'data:text/html,a',
      'tel:*1#',
      'https://[',
    ];
    for (const address of addresses) {
      const place = shown(`Before [the **link** text](${address}) after`);
      const link = place.querySelector('a');
      if (link) expect(link.protocol, address).to.equal(location.protocol);
      expect(place.textContent, address).to.include('the link text');
      expect(place.querySelector('strong')?.textContent, address).to.equal('link');
    }
    expect(shown('Before [the link](javascript:alert(1)) after').textContent).to.equal('Before the link after');
  });
});
