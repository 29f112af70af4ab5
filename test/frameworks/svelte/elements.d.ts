import type { HTMLAttributes } from 'svelte/elements';
import type { Given, GuideTag } from '../elements.js';

type Common<Type extends EventTarget> = Omit<HTMLAttributes<Type>, 'content'>;
type Elements = { [Tag in GuideTag]: Given<Tag, 'on'> & Common<HTMLElementTagNameMap[Tag]> };

declare module 'svelte/elements' {
  export interface SvelteHTMLElements extends Elements {}
}
