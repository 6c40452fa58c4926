import { type Decimal, type DecimalString, ONE, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { ProrationPolicy, TargetPay } from '../schema.js';
import { type FigureSteps, figureStep, prorationStep } from './figureSteps.js';
import { activePart, type QuotaCalendar, type QuotaSpan } from './quotaSpan.js';
import { spreadAmount } from './spreadAmount.js';

/** One assignment as target pay sees it. Days are half-open. */
export interface TargetAssignee {
  readonly from: number;
  readonly to: number;
  readonly prorate: ProrationPolicy | 'none' | undefined;
}

/**
 * Everything that makes the target pay of one assignment in a span; null when the assignment is not active in it.
 *
 * @param share the component's share
 * @param path where the assignment stands
 * @throws SalesModelError `prorate.noDays`, `decimal.invalid`
 */
export function targetSteps(
  target: TargetPay,
  share: DecimalString,
  { from, to, prorate }: TargetAssignee,
  span: QuotaSpan,
  calendar: QuotaCalendar,
  increment: Decimal,
  path: Path,
): FigureSteps | null {
  const active = activePart({ from, to }, span, prorate ?? {}, calendar.workCalendar, path);
  if (active === null) return null;
  const { amount, per } = target;
  const amountPath = [...path, 'target', 'amount'];
  const given = { amount: toDecimal(amount, amountPath), per, seasonality: undefined, increment };
  return {
    amount,
    amountPath,
    per,
    base: spreadAmount(given, span, calendar, amountPath),
    steps: [
      ...figureStep('target.share', toDecimal(share, ['share']), ONE, { share }, ['share']),
      ...prorationStep(active, path),
    ],
  };
}
