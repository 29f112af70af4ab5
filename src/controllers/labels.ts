import { LocalizeController, registerTranslation } from '@shoelace-style/localize';
import { parentOf } from '../core/parent-of.js';
import { type Messages, en } from '../messages/en.js';
import { es } from '../messages/es.js';

// English first: it stands in for every other language.
registerTranslation(en, es);

/** The kit's own words in the language of the place the element stands in. */
export class Labels extends LocalizeController<Messages> {
  /** The nearest `lang` counts, through shadow roots too; one that `Intl` cannot read would throw on every render. */
  override lang(): string {
    for (let node: Element | null | undefined = this.host; node; node = parentOf(node)) {
      const lang = node.getAttribute('lang');
      if (!lang) continue;
      try {
        return new Intl.Locale(lang.replaceAll('_', '-')).baseName.toLowerCase();
      } catch {
        return en.$code;
      }
    }
    return en.$code;
  }
}
