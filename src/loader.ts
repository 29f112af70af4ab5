/** The loader: only the elements that a page has, those of `data-guide` too, and those that come later. */
import { chunks } from 'chunks';
import { mountGuides } from './core/mounts.js';

const tags = Object.keys(chunks);
const waiting = new Set(tags);

/** Each file once. Another script of the page may have defined the element before. */
function load(tag: string): void {
  if (!waiting.delete(tag) || customElements.get(tag)) return;
  import(`./chunks/${tag}-${chunks[tag]}.js`).catch((error: unknown) =>
    console.error(
      `<${tag}> shows its fallback: its file did not load. Fix: put the folder chunks beside loader.js`,
      error,
    ),
  );
}

mountGuides(tags, load);
