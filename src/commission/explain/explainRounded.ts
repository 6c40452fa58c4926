import { type Decimal, toText } from '../../core/decimal.js';
import { explainStep, type Explanation } from '../../core/explanation.js';
import type { SlotView } from './slotView.js';

/** A sum on whole increments. */
export function explainRounded(view: SlotView, sum: Explanation, after: Decimal): Explanation {
  const { increment, mode } = view.plan.rounding;
  return explainStep('sum.rounded', { increment: toText(increment), mode }, toText(after), [sum]);
}
