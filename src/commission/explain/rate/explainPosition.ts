import { type Decimal, divide, toText } from '../../../core/decimal.js';
import { explainStep, type Explanation, quotientParams } from '../../../core/explanation.js';
import type { RateAxis } from '../../schema/rate.js';
import type { Moment } from '../moment.js';

/** Where an axis stands, as a number, and how it came about; `null` where it has no position. */
export interface ExplainedPosition {
  readonly x: Decimal;
  readonly node: Explanation;
}

/**
 * The position of an axis at a moment; an attainment beside its measure and quota.
 *
 * @param measure how the measure is read: rates may round it to steps of attainment, gates and multipliers do not
 */
export function explainPosition(
  moment: Moment,
  axis: RateAxis,
  measure: ExplainedPosition = { x: moment.sum(0), node: moment.node(0) },
): ExplainedPosition | null {
  if (axis === 'attainment') {
    const { view } = moment;
    const quota = view.slotSpan.quota();
    if (quota.isZero()) return null;
    const x = divide(measure.x, quota);
    const params = quotientParams(x, measure.x, quota);
    return { x, node: explainStep('measure.attainment', params, toText(x), [measure.node, view.quotaNode()]) };
  }
  const quantity = moment.view.quantityOf(axis);
  const below = moment.below(quantity);
  if (below === null) return quantity === 0 ? measure : { x: moment.sum(quantity), node: moment.node(quantity) };
  if (below.isZero()) return null;
  return { x: divide(moment.sum(quantity), below), node: moment.node(quantity) };
}

/** The measure as a rate reads it: rounded to steps of attainment where the component asks for it. */
export function explainMeasure(moment: Moment): ExplainedPosition {
  const { view } = moment;
  const node = moment.node(0);
  const policy = view.component.component.attainmentRounding;
  const sum = moment.sum(0);
  const x = view.roundedMeasure(sum);
  if (policy === undefined || x.eq(sum)) return { x, node };
  const { increment, mode = 'halfEven' } = policy;
  return { x, node: explainStep('measure.rounded', { increment, mode }, toText(x), [node, view.quotaNode()]) };
}
