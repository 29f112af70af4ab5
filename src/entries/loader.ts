/** The loader: it brings only the elements that a page has, those of `data-guide` and later ones included. */
import { upgradePlaceholders } from '../page/upgrade-placeholders.js';

const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  'guide-checklist': () => import('./define/guide-checklist.js'),
  'guide-comparison': () => import('./define/guide-comparison.js'),
  'guide-contents': () => import('./define/guide-contents.js'),
  'guide-cta': () => import('./define/guide-cta.js'),
  'guide-disclaimer': () => import('./define/guide-disclaimer.js'),
  'guide-faq': () => import('./define/guide-faq.js'),
  'guide-matcher': () => import('./define/guide-matcher.js'),
  'guide-note': () => import('./define/guide-note.js'),
  'guide-section': () => import('./define/guide-section.js'),
  'guide-sources': () => import('./define/guide-sources.js'),
  'guide-statistic': () => import('./define/guide-statistic.js'),
  'guide-summary': () => import('./define/guide-summary.js'),
  'guide-takeaways': () => import('./define/guide-takeaways.js'),
  'patient-guide': () => import('./define/patient-guide.js'),
};
const tags = Object.keys(modules);
const waiting = new Set(tags);

/** Loads each file once. Another script of the page may have defined the element before. */
function load(tag: string): void {
  if (!waiting.delete(tag) || customElements.get(tag)) return;
  modules[tag]!().catch((error: unknown) =>
    console.error(
      `<${tag}> shows its fallback: its file did not load. Fix: put the folder chunks beside loader.js`,
      error,
    ),
  );
}

upgradePlaceholders(tags, load);
