import type { Example } from '../examples.js';

/**
 * Whether this browser formats the example's numbers like the server: Safari uses different digits for Arabic than Node.
 * Such an element is rendered again, like one with different content.
 */
export const writesNumbersAlike = ({ element, lang }: Example): boolean =>
  element !== 'guide-statistic' || new Intl.NumberFormat(lang).format(10) === '10';
