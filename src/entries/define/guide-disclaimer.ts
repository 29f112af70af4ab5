import { define } from '../../base/define.js';
import { GuideDisclaimer } from '../../elements/guide-disclaimer/guide-disclaimer.js';

define({ 'guide-disclaimer': GuideDisclaimer });
export { GuideDisclaimer };
