import { expect } from '@open-wc/testing';
import { contrast } from './colours.js';
import { styleOf } from './frames.js';
import { emulate, inChromiumAndFirefox } from './helpers.js';
import { insideKit, nameOf, openGuide, close } from './accessibility.helpers.js';

inChromiumAndFirefox.describe('a whole guide in forced colors', () => {
  afterEach(async () => {
    close();
    await emulate({});
  });

  for (const scheme of ['light', 'dark'])
    it(`keeps every shape, line and edge visible, ${scheme}`, async () => {
      await emulate({ 'forced-colors': 'active', 'prefers-color-scheme': scheme });
      const page = await openGuide({ css: ':root { --guide-accent: #888; --guide-border: #888 }' });
      const probe = page.body.appendChild(page.createElement('i'));
      probe.style.cssText = 'background: canvas; color: canvastext';
      const { backgroundColor: canvas } = styleOf(probe);
      const shapes = insideKit(page).filter((element) => element.matches('path, span[part=icon]'));
      expect(shapes.length).to.be.greaterThan(20);
      for (const shape of shapes) {
        const lines =
          shape.localName === 'path'
            ? [styleOf(shape).stroke]
            : [styleOf(shape).borderTopColor, styleOf(shape, '::after').borderLeftColor];
        for (const line of lines)
          expect(contrast(line, canvas), `${nameOf((shape.getRootNode() as ShadowRoot).host)} ${line}`).to.be.at.least(
            3,
          );
      }
      for (const element of insideKit(page)) {
        const { borderTopStyle, borderTopWidth, borderTopColor, color } = styleOf(element);
        if (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0)
          expect(contrast(borderTopColor, canvas), `${nameOf(element)} ${borderTopColor}`).to.be.at.least(3);
        if (element.textContent.trim() && !element.matches('[part~=button][href]'))
          expect(contrast(color, canvas), nameOf(element)).to.be.at.least(4.5);
      }
    });
});
