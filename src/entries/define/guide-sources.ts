import { define } from '../../base/define.js';
import { GuideSources } from '../../elements/guide-sources/guide-sources.js';

define({ 'guide-sources': GuideSources });
export { GuideSources };
