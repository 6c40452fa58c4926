import { type Decimal, decimalString } from '../../core/decimal.js';
import { ratioValue } from '../../core/ratio.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { ComponentStatement } from '../schema.js';
import { amountText } from './amountText.js';
import type { EarnedComponent } from './earnedInPeriod.js';

/** A component as its statement shows it. */
export function componentStatement(
  { run, span, result }: EarnedComponent,
  payee: number,
  plan: CompiledPlan,
): ComponentStatement {
  const { increment } = plan.rounding;
  const money = (amount: Decimal): string => amountText(amount, increment);
  const position = run.position(0, payee, span);
  const attainment = run.position(null, payee, span);
  const slotSpan = run.slotSpan(payee, span);
  return {
    id: run.grid.component.id,
    measure: position === null ? null : ratioOf(position),
    ...(slotSpan.hasQuota
      ? {
          quota: decimalString(slotSpan.quota()),
          attainment: attainment === null ? null : ratioValue(attainment.numerator, attainment.denominator),
        }
      : {}),
    earned: money(result.earned),
    beforeModifiers: money(result.beforeModifiers),
    modifiers: result.effects.map((effect, index) => ({
      index,
      kind: run.grid.component.modifiers.list[index]!.kind,
      effect: money(effect),
    })),
  };
}

function ratioOf({ numerator, denominator }: { numerator: Decimal; denominator: Decimal }): string {
  return denominator.eq(1) ? decimalString(numerator) : ratioValue(numerator, denominator);
}
