import { define } from '../../base/define.js';
import { GuideTakeaways } from '../../elements/guide-takeaways/guide-takeaways.js';

define({ 'guide-takeaways': GuideTakeaways });
export { GuideTakeaways };
