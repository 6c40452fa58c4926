import { toDecimal } from '../../core/decimal.js';
import { explainLater, type Explanation } from '../../core/explanation.js';
import { creditKinds } from '../credit/credits.js';
import { creditOfLine } from '../run/items.js';
import { amountText } from '../statement/amountText.js';
import { lineRunning } from './lineRunning.js';
import type { SlotView } from './slotView.js';

/** What one credit earned in a component. */
export function explainLine(view: SlotView, item: number): Explanation {
  const { plan, component } = view;
  const { table } = plan.run;
  const credit = creditOfLine(view.items.items, item);
  const part = lineRunning(view).part(view.positionOf(item));
  return explainLater(
    'line',
    {
      transactionId: table.rows.id(table.credits.row[credit]!),
      payeeId: plan.run.payeeId(view.payee),
      planId: plan.planRun.plan.plan.id,
      componentId: component.id,
      period: plan.periodOf(view),
      kind: creditKinds[table.credits.kind[credit]!]!,
      level: table.credits.level[credit]!,
      additive: true,
    },
    amountText(toDecimal(String(part.value)), plan.rounding.increment),
    () => [part],
  );
}
