import { define } from '../../base/define.js';
import { GuideContents } from '../../elements/guide-contents/guide-contents.js';

define({ 'guide-contents': GuideContents });
export { GuideContents };
