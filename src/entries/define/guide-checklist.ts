import { define } from '../../base/define.js';
import { GuideChecklist } from '../../elements/guide-checklist/guide-checklist.js';

define({ 'guide-checklist': GuideChecklist });
export { GuideChecklist };
