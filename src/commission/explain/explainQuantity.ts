import { type Decimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { explainConstant, explainStep, type Explanation } from '../../core/explanation.js';
import type { Quantity } from '../schema.js';

/** How the figures come about that a quantity may be a part of; made only when one is. */
export interface QuantityNodes {
  quota(): Explanation;
  target(): Explanation;
  measure(): Explanation;
}

/** An amount that a plan gives, or a part of another figure. */
export function explainQuantity(quantity: Quantity, path: Path, value: Decimal, nodes: QuantityNodes): Explanation {
  if ('amount' in quantity) return explainConstant([...path, 'amount'], quantity.amount, 'quantity.amount');
  const of = (share: string, field: string, node: Explanation): Explanation =>
    explainStep('quantity.part', { share }, toText(value), [
      explainConstant([...path, field], share, 'quantity.share'),
      node,
    ]);
  if ('ofTarget' in quantity) return of(quantity.ofTarget, 'ofTarget', nodes.target());
  if ('ofQuota' in quantity) return of(quantity.ofQuota, 'ofQuota', nodes.quota());
  return of(quantity.ofMeasure, 'ofMeasure', nodes.measure());
}
