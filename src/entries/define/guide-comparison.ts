import { define } from '../../base/define.js';
import { GuideComparison } from '../../elements/guide-comparison/guide-comparison.js';

define({ 'guide-comparison': GuideComparison });
export { GuideComparison };
