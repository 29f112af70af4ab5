import { createContext } from '@lit/context';

/** What a guide hands to its parts. A new object whenever anything in it has changed. */
export interface Guide {
  /** The guide's checked content; none while it is on its way, or wrong. */
  readonly content: Readonly<Record<string, unknown>> | undefined;
  /** Level of each part's first heading. */
  readonly headingLevel: number;
  /** Whether editors see faults on the page. */
  readonly debug: boolean;
  /** Language of the content; `""` if only the page says it. */
  readonly lang: string;
}

/** The key is the same for every copy of the kit on a page. */
export const guideContext = createContext<Guide>(Symbol.for('patient-guide'));
