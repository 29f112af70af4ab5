import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

const CONTENT = { items: [{ question: 'Is it safe?', answer: 'As a rule.' }] };

/** The page that a server sends for these theme tokens. */
async function pageWith(tokens: Record<string, string>): Promise<Document> {
  const { html } = await executeServerCommand<{ html: string }, object>('render', {
    tag: 'guide-faq',
    content: CONTENT,
    options: { tokens, form: 'plain' },
  });
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The rules of the style element in front of the guide. */
function rulesOf(page: Document): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(page.querySelector('style')!.textContent);
  return [...sheet.cssRules].map(({ cssText }) => cssText.replace(/ \{.*/s, ''));
}

describe('theme tokens on a server-rendered page', () => {
  it('style the guide', async () => {
    const page = await pageWith({ accent: '#036', radius: '0' });
    expect(page.querySelector('style')!.textContent).to.equal('guide-faq{--guide-accent:#036;--guide-radius:0}');
  });

  for (const [where, tokens] of [
    ['the value', { accent: '#036}</style><img src=x><script>alert(1)</script>' }],
    ['the name', { 'accent:red}</style><img src=x><script>alert(1)</script>': '#036' }],
  ] as const)
    it(`add nothing to the page, even when ${where} holds HTML`, async () => {
      const page = await pageWith(tokens);
      expect(page.querySelectorAll('img, script')).to.have.length(0);
      expect(page.querySelectorAll('style')).to.have.length(1);
      expect(page.body.textContent).not.to.contain('alert');
    });

  for (const [where, tokens] of [
    ['the value', { accent: '#036} body{display:none' }],
    ['the name', { 'accent:red} body{display': 'none' }],
  ] as const)
    it(`style nothing but the guide, even when ${where} holds another rule`, async () => {
      expect(rulesOf(await pageWith(tokens))).to.deep.equal(['guide-faq']);
    });
});
