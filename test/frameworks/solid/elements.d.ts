import type { JSX } from 'solid-js';
import type { Given, GuideTag } from '../elements.js';

type Common<Type> = Omit<JSX.HTMLAttributes<Type>, 'content'>;
type Elements = { [Tag in GuideTag]: Given<Tag, 'on:'> & Common<HTMLElementTagNameMap[Tag]> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
    interface ExplicitAttributes {
      'data-content': string;
    }
    interface ExplicitProperties {
      content: object;
      headingLevel: number;
    }
  }
}
