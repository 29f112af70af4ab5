import { define } from '../../base/define.js';
import { GuideNote } from '../../elements/guide-note/guide-note.js';

define({ 'guide-note': GuideNote });
export { GuideNote };
