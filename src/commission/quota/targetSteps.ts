import { type Decimal, type DecimalString, ONE, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { ProrationPolicy, TargetPay } from '../schema.js';
import { type FigureSteps, figureStep, prorationStep } from './figureSteps.js';
import { activePart, type QuotaSpan } from './quotaSpan.js';
import type { QuotaContext } from './quotaSteps.js';

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
 * @param sharePath where the share stands
 * @throws SalesModelError `prorate.noDays`, `decimal.invalid`
 */
export function targetSteps(
  target: TargetPay,
  share: DecimalString,
  { from, to, prorate }: TargetAssignee,
  span: QuotaSpan,
  { workCalendar, spread }: QuotaContext,
  increment: Decimal,
  path: Path,
  sharePath: Path,
): FigureSteps | null {
  const active = activePart({ from, to }, span, prorate ?? {}, workCalendar, path);
  if (active === null) return null;
  const { amount, per } = target;
  const amountPath = [...path, 'target', 'amount'];
  const given = { amount, per, seasonality: undefined, increment };
  return {
    amount,
    amountPath,
    per,
    base: spread(given, span, { amount: amountPath, seasonality: amountPath }),
    steps: [
      ...figureStep('target.share', toDecimal(share, sharePath), ONE, { share }, sharePath, share),
      ...prorationStep(active, path),
    ],
  };
}
