import type { Path } from '../../../core/errors.js';
import { explainCurveAt } from '../../../core/explainCurve.js';
import { explainStep, type Explanation } from '../../../core/explanation.js';
import type { CurveRate } from '../../schema/rate.js';
import type { Moment } from '../moment.js';
import { explainMeasure, explainPosition } from './explainPosition.js';
import { explainYield } from './explainYield.js';

/** What a pay curve gives at a moment. */
export function explainCurveRate(rate: CurveRate, path: Path, moment: Moment, value: string): Explanation {
  const { axis = 'attainment', yields = 'targetPay', curve } = rate;
  const position = explainPosition(moment, axis, explainMeasure(moment));
  if (position !== null) {
    const height = explainCurveAt(curve, position.x, position.node, [...path, 'curve']);
    return explainYield(yields, height, moment, value);
  }
  return axis === 'attainment'
    ? explainStep('rate.noQuota', {}, value, [moment.view.quotaNode()])
    : explainStep('rate.noPosition', {}, value, []);
}
