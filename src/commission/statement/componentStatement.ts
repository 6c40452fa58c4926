import { type Decimal, decimalString } from '../../core/decimal.js';
import { ratioValue } from '../../core/ratio.js';
import type { CreditSource } from '../run/creditSource.js';
import type { ComponentStatement } from '../schema.js';
import { amountText } from './amountText.js';
import type { EarnedComponent } from './earnedInPeriod.js';

/**
 * A component as its statement shows it.
 *
 * @param stated version of the plan that the statement is of
 * @param reduced its credits without everything reversed, where that lowers its attainment
 */
export function componentStatement(
  { version: { plan }, run, span, result }: EarnedComponent,
  payee: number,
  stated: string,
  reduced: CreditSource | null,
): ComponentStatement {
  const { increment } = plan.rounding;
  const money = (amount: Decimal): string => amountText(amount, increment);
  const slotSpan = run.slotSpan(payee, span);
  const figures = (source?: CreditSource) => {
    const position = run.position(0, payee, span, source);
    const attainment = run.position(null, payee, span, source);
    return {
      measure: position === null ? null : ratioOf(position),
      ...(slotSpan.hasQuota
        ? { attainment: attainment === null ? null : ratioValue(attainment.numerator, attainment.denominator) }
        : {}),
    };
  };
  const { measure, attainment } = figures();
  const afterReversals = reduced === null ? null : figures(reduced);
  return {
    id: run.grid.component.id,
    ...(plan.version === stated ? {} : { planVersion: plan.version }),
    measure,
    ...(attainment === undefined ? {} : { quota: decimalString(slotSpan.quota()), attainment }),
    ...(afterReversals === null || afterReversals.measure === measure ? {} : { afterReversals }),
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
