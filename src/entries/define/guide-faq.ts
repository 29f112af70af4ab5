import { define } from '../../base/define.js';
import { GuideFaq } from '../../elements/guide-faq/guide-faq.js';

define({ 'guide-faq': GuideFaq });
export { GuideFaq };
