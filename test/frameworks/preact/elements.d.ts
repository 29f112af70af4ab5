import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { Given, GuideTag } from '../elements.js';

type Common<Type extends EventTarget> = Omit<HTMLAttributes<Type>, 'content'> & ClassAttributes<Type>;
type Elements = { [Tag in GuideTag]: Given<Tag, 'on'> & Common<HTMLElementTagNameMap[Tag]> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
