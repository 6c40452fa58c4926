import type { Decimal } from '../../core/decimal.js';
import type { Explanation } from '../../core/explanation.js';
import type { RateRun } from '../rate/rateFunction.js';
import { explainCreditMeasure, explainRatio } from './explainMeasure.js';
import { accumulated } from './running.js';
import type { SlotView } from './slotView.js';

/** The quantities of a component when a rate looks at them. */
export interface Moment {
  readonly view: SlotView;
  /** Sum of a quantity; the numerator of a ratio. */
  sum(quantity: number): Decimal;
  /** Denominator of a ratio; `null` for other quantities. */
  below(quantity: number): Decimal | null;
  /** How a quantity came about. */
  node(quantity: number): Explanation;
  /** The rate after the credits of the moment. */
  replay(): RateRun;
}

/** The quantities after some credits; with `own` the last one stands beside all earlier ones. */
export function momentAt(view: SlotView, position: number, own: boolean): Moment {
  const running = (quantity: number, below: boolean): Explanation =>
    accumulated(
      (at) => explainCreditMeasure(view, at, quantity, below),
      (at) => (below ? view.below(quantity, at)! : view.sum(quantity, at)),
    ).node(position, own);
  return {
    view,
    sum: (quantity) => view.sum(quantity, position),
    below: (quantity) => view.below(quantity, position),
    node: (quantity) => quantityNode(view, quantity, (below) => running(quantity, below)),
    replay: () => view.replay(position),
  };
}

function quantityNode(view: SlotView, quantity: number, node: (below: boolean) => Explanation): Explanation {
  const { score = null, isRatio = false } = view.component.quantities[quantity] ?? {};
  if (score !== null) return scoreNode(view, score);
  return isRatio ? explainRatio(node(false), node(true)) : node(false);
}

/** A score of the span, as it was given. */
function scoreNode({ plan, payee, days, slotSpan }: SlotView, name: string): Explanation {
  return plan.run.scoreNode(payee, days.whole.start, name, slotSpan.score(name));
}
