import { ZERO } from '../../core/decimal.js';
import { explainStep, type Explanation } from '../../core/explanation.js';
import { momentAt } from './moment.js';
import { explainRate } from './rate/explainRate.js';
import { explainRatePart, paysEachCredit } from './rate/explainRatePart.js';
import { accumulated, functionOf, type Running } from './running.js';
import type { SlotView } from './slotView.js';

/** What the rate of a component gives while credits come in, before any modifier. */
export function grossOf(view: SlotView): Running {
  if (view.component.accumulate === 'perTransaction') {
    return accumulated((position) => {
      const alone = view.alone(position);
      return paysEachCredit(alone) ? explainRatePart(alone, 1) : explainRate(momentAt(alone, 1, true), alone.gross(1));
    });
  }
  if (paysEachCredit(view)) {
    return accumulated(
      (position) => explainRatePart(view, position),
      (position) => view.gross(position),
    );
  }
  return functionOf(
    (position) => view.gross(position),
    (position, own) => explainRate(momentAt(view, position, own), view.gross(position)),
  );
}

/** Everything that the rate gives, or the span without a credit by its score or a curve at nothing sold, by the end of a span, of its window to date where the component accumulates. */
export function totalGross(view: SlotView): Explanation {
  if (view.count > 0) return grossOf(view).node(view.count, false);
  const earned = view.result.stages[0] ?? ZERO;
  return earned.isZero() ? explainStep('sum.nothing', {}, '0', []) : explainRate(momentAt(view, 0, false), earned);
}
