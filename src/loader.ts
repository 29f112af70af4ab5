/** The loader: only the elements that a page has, those of `data-guide` too, and those that come later. */
import { chunks } from 'chunks';
import { mountGuides } from './core/mounts.js';

const tags = Object.keys(chunks);
const waiting = new Set(tags);

/** Each file once. Another script of the page may have defined the element before. */
function load(tag: string): void {
  if (!waiting.delete(tag) || customElements.get(tag)) return;
  chunks[tag]().catch((error: unknown) =>
    console.error(
      `<${tag}> shows its fallback, its file could not be loaded. Fix: put the folder chunks beside loader.js`,
      error,
    ),
  );
}

const look = (): void => document.querySelectorAll(tags.join()).forEach(({ localName }) => load(localName));

look();
new MutationObserver(look).observe(document, { childList: true, subtree: true });
mountGuides(tags, load);
