import { expect } from 'chai';
import { GuideContentError, type GuideTag, renderToHtml } from '../../src/server/index.js';
import { guides } from '../examples.js';

function rejection(tag: GuideTag, content: string): GuideContentError {
  try {
    renderToHtml(tag, content, { source: 'faq.json' });
  } catch (error) {
    if (error instanceof GuideContentError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('renderToHtml', () => {
  it('needs no style attributes, event handlers or scripts', () => {
    const html = renderToHtml('patient-guide', guides[0].content);
    expect(html.match(/ style=| on\w+=|<script/g)).to.equal(null);
  });

  it('rejects invalid content with the same message as the browser console', () => {
    const { message, error } = rejection('guide-faq', '{"items": [{"question": "a"}]}');
    expect(message).to.equal('<guide-faq> faq.json, items[0].answer: found nothing, expected text. Fix: add "answer".');
    expect(error.path).to.equal('items[0].answer');
    expect(rejection('guide-faq', '{\n  "items": [}').message).to.contain('faq.json, line 2, column 13');
  });
});
