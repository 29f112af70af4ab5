import { define } from '../../base/define.js';
import { GuideSummary } from '../../elements/guide-summary/guide-summary.js';

define({ 'guide-summary': GuideSummary });
export { GuideSummary };
