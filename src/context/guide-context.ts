import { createContext } from '@lit/context';

/** What a guide provides to its parts. A new object whenever anything in it changes. */
export interface Guide {
  /** The guide's validated content; `undefined` while it is loading or invalid. */
  readonly content: Readonly<Record<string, unknown>> | undefined;
  /** Level of each part's first heading. */
  readonly headingLevel: number;
  /** Whether editors see content errors on the page. */
  readonly debug: boolean;
  /** Language of the content; `""` if only the page specifies it. */
  readonly lang: string;
}

/** Every copy of the kit on a page uses the same key. */
export const guideContext = createContext<Guide>(Symbol.for('patient-guide'));
