import { define } from '../../base/define.js';
import { GuideCta } from '../../elements/guide-cta/guide-cta.js';

define({ 'guide-cta': GuideCta });
export { GuideCta };
