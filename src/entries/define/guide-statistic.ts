import { define } from '../../base/define.js';
import { GuideStatistic } from '../../elements/guide-statistic/guide-statistic.js';

define({ 'guide-statistic': GuideStatistic });
export { GuideStatistic };
