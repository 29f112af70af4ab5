import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Given, GuideTag } from '../elements.js';

type Common<Type> = Omit<DetailedHTMLProps<HTMLAttributes<Type>, Type>, 'content'>;
type Elements = { [Tag in GuideTag]: Given<Tag, 'on'> & Common<HTMLElementTagNameMap[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
