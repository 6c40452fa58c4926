import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { type Decimal, minus, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import type { Explanation } from '../../core/explanation.js';
import { oneOf } from '../../core/oneOf.js';
import { ROUNDING_MODES, roundDecimal, type RoundingMode, toIncrement } from '../../core/rounding.js';
import { toRate } from '../toRate.js';
import type { Charge, ChargeAdjustment, ChargeInput, ChargeResult } from './charge.js';
import { chargeColumn, type ChargedColumn } from './chargeColumn.js';
import { compileModel, type Rated } from './compileModel.js';
import { explainCharge } from './explainCharge.js';
import { readBounds } from './model/clamped.js';
import { presentSlices, totalOf } from './model/slice.js';

/** A charge that is rated many times. */
export interface CompiledCharge {
  /** What an input comes to. */
  readonly run: (input: ChargeInput) => ChargeResult;
  /**
   * The amounts of many quantities, each by itself: integers in units of 10⁻ˢᶜᵃˡᵉ in and out.
   * Only for models of a quantity.
   */
  readonly runColumn: (quantities: Float64Array, scale: number) => ChargedColumn;
  /** The steps that made the amount; its value is `null` where there is no price. */
  readonly explain: (input: ChargeInput) => Explanation;
}

/**
 * Compiles a charge.
 *
 * The order is fixed: usage discount, model, rounding, percentage off, maximum, minimum. With `previous` the model part is
 * what the quantity adds to it, and the limits compare both amounts together.
 *
 * @param charge rates are fractions, amounts decimals in its currency
 * @throws SalesModelError `pricing.rateRange`, `pricing.chargeMinAboveMax`, `pricing.blocksPerTier`, `pricing.notPositive`,
 * `pricing.unusedInput`, `pricing.missingInput`, `pricing.rangesOverlap`, `pricing.count`, `rounding.increment`,
 * `option.unknown`, `currency.unknown`, `decimal.invalid`, `decimal.tooLong` and the errors of tiers
 * @example
 * import { compileCharge } from 'salesmodel/pricing';
 *
 * const calls = compileCharge({
 *   code: 'calls',
 *   currency: 'EUR',
 *   model: { kind: 'package', size: '10', price: '15' },
 *   minimum: '20',
 * });
 * const result = calls.run({ quantity: '7' });
 * result.status === 'priced' && result.amount; // => '20.00'
 */
export function compileCharge(charge: Charge): CompiledCharge {
  return compiled(charge, ['charge'], ['charge', 'model']);
}

/** Compiles a charge that is nothing but a model, which stands at a path. */
export function compileChargeModel(charge: Pick<Charge, 'code' | 'currency' | 'model'>, path: Path): CompiledCharge {
  return compiled(charge, path, path);
}

function compiled(charge: Charge, path: Path, at: Path): CompiledCharge {
  const rate = compileModel(charge, path, at);
  const rounding = roundingOf(charge, path);
  const adjust = adjustmentsOf(charge, rounding, path);
  const run = (input: ChargeInput): ChargeResult => {
    const rated = rate(input);
    return isUnpriced(rated)
      ? { status: 'unpriced', reasons: [rated] }
      : present(charge, rated, rounding, adjust, input);
  };
  const runColumn = chargeColumn(charge, rounding, run);
  return { run, runColumn, explain: (input) => explainCharge(charge, rounding, input, run(input)) };
}

/** How amounts of a charge are rounded. */
export interface ChargeRounding {
  readonly mode: RoundingMode;
  readonly increment: Decimal;
  /** Decimals of a shown amount. */
  readonly decimals: number;
}

function roundingOf({ currency, rounding = {} }: Charge, path: Path): ChargeRounding {
  const known = findCurrency(currency, isoCurrencies, [...path, 'currency']);
  const increment = toIncrement(rounding.increment ?? minorUnit(known), [...path, 'rounding', 'increment']);
  const mode = oneOf(rounding.mode ?? 'halfUp', ROUNDING_MODES, [...path, 'rounding', 'mode']);
  return { mode, increment, decimals: Math.max(known.exponent, increment.dp()) };
}

function isUnpriced(rated: Rated | Reason): rated is Reason {
  return 'code' in rated;
}

type Adjustment = { readonly code: ChargeAdjustment['code']; readonly amount: Decimal };

/** What is done to a rated amount, given what the period was charged before. */
type Adjust = (rated: Decimal, input: ChargeInput) => Adjustment[];

function adjustmentsOf(charge: Charge, { mode, increment }: ChargeRounding, path: Path): Adjust {
  const off = charge.percentOff === undefined ? null : toRate(charge.percentOff, [...path, 'percentOff']);
  const names = { min: 'minimum', max: 'maximum' };
  const limits = readBounds({ min: charge.minimum, max: charge.maximum }, path, names);
  // A limit between two amounts that can be charged holds for the amount inside it.
  const most = limits.max && roundDecimal(limits.max, increment, 'floor');
  const least = limits.min && roundDecimal(limits.min, increment, 'ceiling');
  return (rated, { previous, closing = true }) => {
    const before = toDecimal(previous?.amount ?? ZERO, ['previous', 'amount']);
    let total = plus(before, rated);
    const adjustments: Adjustment[] = [];
    const add = (code: Adjustment['code'], amount: Decimal): void => {
      if (amount.isZero()) return;
      adjustments.push({ code, amount });
      total = plus(total, amount);
    };
    if (off !== null) add('percentOff', roundDecimal(times(rated, off), increment, mode).neg());
    if (most?.lt(total) === true) add('maximum', minus(most, total));
    if (closing && least?.gt(total) === true) add('minimum', minus(least, total));
    return adjustments;
  };
}

function present(
  { currency }: Charge,
  { units, discountedUnits, slices }: Rated,
  { mode, increment, decimals }: ChargeRounding,
  adjust: Adjust,
  input: ChargeInput,
): ChargeResult {
  const exact = totalOf(slices);
  const rated = roundDecimal(exact, increment, mode);
  const adjustments = adjust(rated, input);
  const amount = adjustments.reduce((sum, { amount: each }) => plus(sum, each), rated);
  return {
    status: 'priced',
    currency,
    units: toText(units),
    discountedUnits: toText(discountedUnits),
    exact: toText(exact),
    rated: amountText(rated, decimals),
    amount: amountText(amount, decimals),
    slices: presentSlices(slices),
    adjustments: adjustments.map(({ code, amount: each }) => ({ code, amount: amountText(each, decimals) })),
  };
}

/** An amount with the decimals of its currency, never a negative zero. */
function amountText(amount: Decimal, decimals: number): string {
  return (amount.isZero() ? ZERO : amount).toFixed(decimals);
}
