import { type DecimalLike, type DecimalString, minus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { compileRebate, type RebateFigures } from './compileRebate.js';
import type { RebateAgreement } from './rebateAgreement.js';

/** What a rebate comes to, or why that can not be said: `noBase`, `noQuantity`. */
export type RebateDue =
  | {
      readonly ok: true;
      /** At the scale of the currency. */
      readonly earned: DecimalString;
      /** The unrounded figure. */
      readonly exact: DecimalString;
      /** To be paid: earned less settled; negative is paid back. */
      readonly due: DecimalString;
      /** Paid too much and set off against the next settlement: negative or 0. */
      readonly carried: DecimalString;
      /** Index of the tier that is reached. */
      readonly tier: number;
      /**
       * What is missing up to the bound of the next tier, in what tiers are on (growth: in amounts), and what crossing it adds
       * to what is earned; `null` in the last tier.
       */
      readonly toNextTier: { readonly missing: DecimalString; readonly gain: DecimalString } | null;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns what a rebate earns and what of it is still to be paid. What was settled always counts: where it is more than what is
 * earned, the agreement says whether that is carried, paid back or let go. Below zero nothing is earned.
 *
 * @param agreement tiers and what they are on
 * @param figures amount of the period; quantity and base where the agreement asks for them; `settled`: paid so far, default 0
 * @throws SalesModelError `pricing.rebateMode`, `currency.unknown`, `period.order`, `date.invalid`, `option.unknown`,
 * `decimal.invalid`, `decimal.tooLong` and the errors of tiers
 * @example
 * import { rebateDue, type RebateAgreement } from 'salesmodel/pricing';
 *
 * const agreement: RebateAgreement = {
 *   code: 'bonus', party: 'dealer', currency: 'EUR', negative: 'carry', tierOn: 'amount', payOn: 'amount',
 *   period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
 *   tiers: { mode: 'marginal', tiers: [{ upTo: '100000', rate: '0.01' }, { upTo: '250000', rate: '0.02' }, { upTo: null, rate: '0.03' }] },
 * };
 * const result = rebateDue(agreement, { amount: 200000, settled: 1000 });
 * result.ok && [result.earned, result.due]; // => ['3000.00', '2000.00']
 * result.ok && result.toNextTier; // => { missing: '50000', gain: '1000.00' }
 */
export function rebateDue(
  agreement: RebateAgreement,
  figures: RebateFigures & { readonly settled?: DecimalLike },
): RebateDue {
  const { earn, round, text } = compileRebate(agreement, ['agreement']);
  const earned = earn(figures, ['figures']);
  if (!('exact' in earned)) return { ok: false, reasons: earned };
  const { exact, tier, next } = earned;
  const rounded = round(exact);
  const open = minus(rounded, toDecimal(figures.settled ?? ZERO, ['figures', 'settled']));
  const isOver = open.lt(0);
  return {
    ok: true,
    earned: text(rounded),
    exact: toText(exact),
    due: text(isOver && agreement.negative !== 'repay' ? ZERO : open),
    carried: text(isOver && agreement.negative === 'carry' ? open : ZERO),
    tier,
    toNextTier: next && { missing: toText(next.missing), gain: text(round(next.gain)) },
  };
}
