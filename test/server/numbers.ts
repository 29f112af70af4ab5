import type { Example } from '../examples.js';

/**
 * Whether this browser writes the example's numbers as the server has: in Arabic Safari takes other digits than Node. Such
 * an element is shown anew, as one with other content is.
 */
export const writesNumbersAlike = ({ element, lang }: Example): boolean =>
  element !== 'guide-statistic' || new Intl.NumberFormat(lang).format(10) === '10';
