import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  ONE,
  times,
  toDecimal,
  ZERO,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { roundDecimal } from '../../core/rounding.js';
import { fail } from '../fail.js';
import { ceilQuotient, type IncrementOption, readIncrement } from './roundUp.js';

/** What keeps a price up; what is absent does not. */
export interface PriceBounds {
  /** At least 0. */
  readonly list: DecimalLike;
  readonly cost?: DecimalLike;
  /** The least part of the price that is margin, below 1; it needs the cost. */
  readonly minMargin?: DecimalLike;
  readonly floor?: DecimalLike;
  /** The least advertised price. */
  readonly map?: DecimalLike;
  /** The greatest fraction off the list price. */
  readonly maxDiscount?: DecimalLike;
}

/** The bounds in the order in which equal ones are named. */
const BINDINGS = ['minMargin', 'floor', 'map', 'maxDiscount'] as const;

/**
 * The bound that sets the price.
 *
 * @useDeclaredType
 */
export type PriceBinding = (typeof BINDINGS)[number];

/** The lowest price that all bounds allow, or why there is none: `unreachable`, `unknownCost`. */
export type AllowedDiscount =
  | {
      readonly ok: true;
      readonly price: DecimalString;
      /** The fraction off the list price, down to 4 decimals; `null` where the price lies above the list price. */
      readonly rate: DecimalString | null;
      /** `null` where nothing keeps the price up. */
      readonly binding: PriceBinding | null;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** What discounts are shown to. */
const RATE_STEP: Decimal = /* @__PURE__ */ toDecimal('0.0001');

/**
 * Returns the discount that is still allowed: the lowest price that no bound forbids, the fraction off the list price, and
 * the bound that set it. Each bound is rounded up to the increment.
 *
 * @param bounds list price, and any of cost with margin, floor, least advertised price, greatest discount
 * @param options `increment` of the price, default 0.01
 * @returns `unreachable` for a margin of 1 or more, `unknownCost` for a margin without a cost
 * @throws SalesModelError `pricing.negativePrice`, `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { discountAllowed } from 'salesmodel/pricing';
 *
 * discountAllowed({ list: 120, cost: 80, minMargin: '0.25', floor: 100, maxDiscount: '0.15' });
 * // => { ok: true, price: '106.67', rate: '0.1110', binding: 'minMargin' }
 */
export function discountAllowed(bounds: PriceBounds, options: IncrementOption = {}): AllowedDiscount {
  const read = (name: keyof PriceBounds): Decimal | null => {
    const value = bounds[name];
    return value === undefined ? null : toDecimal(value, ['bounds', name]);
  };
  const list = toDecimal(bounds.list, ['bounds', 'list']);
  if (list.lt(0)) fail('pricing.negativePrice', ['bounds', 'list'], { value: bounds.list });
  const increment = readIncrement(options);
  const [cost, margin, discount] = [read('cost'), read('minMargin'), read('maxDiscount')];
  if (margin !== null && cost === null) return { ok: false, reasons: [{ code: 'unknownCost', params: {} }] };
  if (margin?.gte(1) === true) return { ok: false, reasons: [{ code: 'unreachable', params: { supremum: '1' } }] };
  const up = (amount: Decimal | null, share = ONE): Decimal | null => amount && ceilQuotient(amount, share, increment);
  const lowest: Readonly<Record<PriceBinding, Decimal | null>> = {
    minMargin: margin && up(cost, minus(ONE, margin)),
    floor: up(read('floor')),
    map: up(read('map')),
    maxDiscount: up(discount && times(list, minus(ONE, discount))),
  };
  let price = ZERO;
  let binding: PriceBinding | null = null;
  for (const name of BINDINGS) {
    const bound = lowest[name];
    if (bound === null || (binding === null ? bound.lt(price) : bound.lte(price))) continue;
    price = bound;
    binding = name;
  }
  return { ok: true, price: price.toFixed(increment.dp()), rate: rateOff(list, price), binding };
}

function rateOff(list: Decimal, price: Decimal): DecimalString | null {
  if (price.gt(list) || list.isZero()) return null;
  // Rounding 1 − price ÷ list down is rounding price ÷ list up.
  return roundDecimal(minus(ONE, ceilQuotient(price, list, RATE_STEP)), RATE_STEP, 'down').toFixed(4);
}
