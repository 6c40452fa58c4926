import { toText } from '../../core/decimal.js';
import { explainConstant, explainPolicy, explainStep, explainSum, type Explanation } from '../../core/explanation.js';
import type { Path } from '../../core/errors.js';
import type { PlanPayment } from '../schema.js';
import type { PaidOut } from './payOut.js';

/**
 * Explains a payout: the payable, less what is carried on or lost, plus what is forgiven and what rounding adds.
 *
 * @param payable nodes that add up to the payable with what was carried in
 * @param path where the payment policy stands
 */
export function explainPayment(
  paid: PaidOut,
  payment: PlanPayment,
  payable: readonly Explanation[],
  path: Path,
): Explanation {
  const { carryOut, forfeited, forgiven, cashRounding } = paid;
  const by = causeOf(paid, payment, path);
  const { increment } = payment.cashRounding ?? {};
  const cash =
    increment === undefined
      ? explainPolicy('cashRounding', payment.cashRounding?.mode ?? 'halfUp')
      : explainConstant([...path, 'cashRounding', 'increment'], increment);
  return explainSum('payment.payout', {}, [
    ...payable,
    ...(carryOut.isZero() ? [] : [explainStep('payment.carryOut', {}, toText(carryOut.neg()), by)]),
    ...(forfeited.isZero() ? [] : [explainStep('payment.forfeited', {}, toText(forfeited.neg()), by)]),
    ...(forgiven.isZero() ? [] : [explainStep('payment.forgiven', {}, toText(forgiven), by)]),
    ...(cashRounding.isZero() ? [] : [explainStep('payment.cashRounding', {}, toText(cashRounding), [cash])]),
  ]);
}

function causeOf({ by }: PaidOut, payment: PlanPayment, path: Path): readonly Explanation[] {
  if (by === null) return [];
  const stated = payment[by];
  return [stated === undefined ? explainPolicy(by, 'carry') : explainConstant([...path, by], stated)];
}
