import { version } from './core/version.js';
import { GuideComparison } from './elements/guide-comparison/guide-comparison.js';
import { GuideDisclaimer } from './elements/guide-disclaimer/guide-disclaimer.js';
import { GuideFaq } from './elements/guide-faq/guide-faq.js';
import { GuideTakeaways } from './elements/guide-takeaways/guide-takeaways.js';

/** Every element of the kit, by its tag. */
export const elements = {
  'guide-comparison': GuideComparison,
  'guide-disclaimer': GuideDisclaimer,
  'guide-faq': GuideFaq,
  'guide-takeaways': GuideTakeaways,
} as const satisfies Partial<Record<keyof HTMLElementTagNameMap, CustomElementConstructor>>;

/** Defines what is not defined yet. The same file pasted twice is no fault; another version, or another's element, is told once. */
export function register(): void {
  const others: string[] = [];
  for (const [tag, element] of Object.entries(elements)) {
    const taken = customElements.get(tag) as { version?: string } | undefined;
    if (!taken) customElements.define(tag, element);
    else if (taken.version !== version) others.push(`<${tag}> (${taken.version ?? 'not of this kit'})`);
  }
  if (others.length)
    console.warn(`patient-guide ${version}: these are defined already and stay as they are: ${others.join(', ')}`);
}
