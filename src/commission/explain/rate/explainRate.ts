import type { Decimal } from '../../../core/decimal.js';
import { toText } from '../../../core/decimal.js';
import { explainConstant, explainStep, type Explanation } from '../../../core/explanation.js';
import type { Moment } from '../moment.js';
import { explainCurveRate } from './explainCurveRate.js';
import { explainMatrixRate } from './explainMatrixRate.js';
import { explainTiersRate } from './explainTiersRate.js';

/** What the rate of a component gives at a moment, for rates that look at sums. */
export function explainRate(moment: Moment, earned: Decimal): Explanation {
  const { view } = moment;
  const { rate, path } = view.written;
  const value = toText(earned);
  switch (rate.kind) {
    case 'tiers':
      return explainTiersRate(rate, path, moment, value);
    case 'curve':
      return explainCurveRate(rate, path, moment, value);
    case 'matrix':
      return explainMatrixRate(rate, path, moment, value);
    case 'flat': {
      const base = moment.node(view.component.base);
      const per = explainConstant([...path, 'rate'], rate.rate, 'rate.rate');
      return explainStep('rate.flat', { rate: rate.rate, base: base.value }, value, [per, base]);
    }
    case 'table':
      return explainStep('sum.nothing', {}, value, []);
  }
}
