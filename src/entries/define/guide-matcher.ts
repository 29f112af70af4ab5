import { define } from '../../base/define.js';
import { GuideMatcher } from '../../elements/guide-matcher/guide-matcher.js';

define({ 'guide-matcher': GuideMatcher });
export { GuideMatcher };
