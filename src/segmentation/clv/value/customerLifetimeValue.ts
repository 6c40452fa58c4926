import { exp, ln1p } from '../../../core/elementary.js';
import type { Reason } from '../../../core/errors.js';
import type { Estimate } from '../../../core/estimate.js';
import { oneOf } from '../../../core/oneOf.js';
import { PURCHASE_MODELS } from '../ask/purchaseModels.js';
import { checkCount, checkRate } from '../model/checks.js';
import type { BgBbModel, BuyingModel, GammaGammaModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import type { OccasionHistory, PurchaseHistory } from '../model/history.js';
import type { SpendHistory } from '../model/spendHistory.js';
import { fail } from '../fail.js';

/** What the value of a customer is calculated from. */
export type LifetimeValueInput = LifetimeValueTerms &
  (
    | { readonly purchases: BuyingModel; readonly history: PurchaseHistory }
    | { readonly purchases: BgBbModel; readonly history: OccasionHistory }
  ) &
  (
    | {
        /** What a purchase brings, above 0. */
        readonly spend: string | number;
      }
    | { readonly gammaGamma: GammaGammaModel; readonly history: SpendHistory }
  );

/** Over which steps purchases are counted, and what they are worth. */
export interface LifetimeValueTerms {
  /** How many steps ahead, a whole number from 1 to 100,000; default 12. */
  readonly steps?: number;
  /** Length of a step in the unit of the model: 4.345 for months of weeks; for `bgBb` whole occasions. */
  readonly stepLength: number;
  /** Discount a step, above −1. */
  readonly ratePerStep: number;
  /** When in its step a purchase is paid; default `end`. */
  readonly timing?: 'end' | 'mid' | 'start';
  /** What is left of a spend, as a share of it; default 1. */
  readonly margin?: number;
}

/** One step: its purchases, times spend, margin and discount, are its value. */
export interface LifetimeValueStep {
  readonly step: number;
  readonly purchases: Estimate;
  /** What 1 paid in the step is worth on the day of valuation. */
  readonly discount: Estimate;
  readonly value: Estimate;
}

/** The value of a customer with the steps that add up to it, or the reason why there is none. */
export type LifetimeValue =
  | {
      readonly ok: true;
      readonly value: Estimate;
      /** What a purchase brings before the margin. */
      readonly spend: Estimate;
      readonly margin: number;
      readonly steps: readonly LifetimeValueStep[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** By how much of a step a payment lies before its end. */
const EARLY = { end: 0, mid: 0.5, start: 1 } as const;

/**
 * Returns what a customer's purchases to come are worth today, an estimate: step by step the purchases expected, times what one
 * brings, discounted.
 *
 * @param input models, history of the customer, steps, discount
 * @returns `{ ok: false, reasons }` with `infinite` where the model of spending has no finite mean
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.history`, `segmentation.clv.occasions`,
 *   `segmentation.clv.count`, `segmentation.clv.positive`, `segmentation.clv.rate`, `option.unknown`
 * @example
 * import { customerLifetimeValue } from 'salesmodel/segmentation/clv';
 *
 * const value = customerLifetimeValue({
 *   purchases: { model: 'paretoNbd', params: { r: 0.6, alpha: 12, s: 0.5, beta: 9 } },
 *   history: { x: 3, tx: 21.5, T: 38 },
 *   spend: '57.5',
 *   steps: 4,
 *   stepLength: 13,
 *   ratePerStep: 0.03,
 * });
 * value.ok && value.value.toFixed(2); // => '105.25'
 * value.ok && value.steps.map(({ purchases }) => purchases.toFixed(3)); // => [ '0.565', '0.506', '0.463', '0.429' ]
 */
export function customerLifetimeValue(input: LifetimeValueInput): LifetimeValue {
  const { stepLength, ratePerStep, margin = 1, steps: count = 12 } = input;
  oneOf(input.purchases.model, PURCHASE_MODELS, ['input', 'purchases', 'model']);
  const early = EARLY[oneOf(input.timing ?? 'end', ['end', 'mid', 'start'], ['input', 'timing'])];
  checkCount(count, ['input', 'steps'], 1);
  checkRate(ratePerStep, ['input', 'ratePerStep']);
  checkPositive(stepLength, 'stepLength');
  if (!Number.isFinite(margin)) fail('segmentation.clv.margin', ['input', 'margin'], { value: String(margin) });

  const spend = spendOf(input);
  if (!spend.ok) return spend;
  const expected = purchasesOf(input);
  const steps: LifetimeValueStep[] = [];
  let value = 0;
  let before = 0;
  for (let step = 1; step <= count; step++) {
    const until = expected(step * stepLength);
    const purchases = until - before;
    const discount = exp(-(step - early) * ln1p(ratePerStep));
    steps.push({ step, purchases, discount, value: purchases * spend.value * margin * discount });
    value += steps.at(-1)!.value;
    before = until;
  }
  return { ok: true, value, spend: spend.value, margin, steps };
}

function spendOf(
  input: LifetimeValueInput,
): ReturnType<ReturnType<typeof compileClv<GammaGammaModel>>['expectedSpend']> {
  if ('gammaGamma' in input) return compileClv(input.gammaGamma).expectedSpend(input.history);
  const value = input.spend === '' ? NaN : Number(input.spend);
  checkPositive(value, 'spend');
  return { ok: true, value };
}

function purchasesOf(input: LifetimeValueInput): (t: number) => Estimate {
  if (input.purchases.model === 'bgBb') {
    const model = compileClv(input.purchases);
    return (t) => model.conditionalExpectedPurchases(t, input.history as OccasionHistory);
  }
  const model = compileClv(input.purchases);
  return (t) => model.conditionalExpectedPurchases(t, input.history as PurchaseHistory);
}

function checkPositive(value: number, name: string): void {
  if (!(Number.isFinite(value) && value > 0))
    fail('segmentation.clv.positive', ['input', name], { value: String(value) });
}
