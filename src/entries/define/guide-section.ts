import { define } from '../../base/define.js';
import { GuideSection } from '../../elements/guide-section/guide-section.js';

define({ 'guide-section': GuideSection });
export { GuideSection };
