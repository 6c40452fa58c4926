import {
  type DecimalLike,
  type DecimalString,
  divide,
  minus,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';

/** What a promotion sold and cost, all in one currency. */
export interface PromotionFigures {
  /** Quantity that would have been sold without it. */
  readonly baselineQty: DecimalLike;
  readonly promoQty: DecimalLike;
  /** Margin of a unit at its usual price. */
  readonly unitMargin: DecimalLike;
  /** Taken off each unit. */
  readonly discount: DecimalLike;
  readonly fixedCost: DecimalLike;
  /** Margin lost on other products. Default 0. */
  readonly cannibalised?: DecimalLike;
  /** Margin won on other products. Default 0. */
  readonly halo?: DecimalLike;
}

/** What a promotion brought in. */
export interface PromotionRoi {
  readonly incrementalMargin: DecimalString;
  readonly spend: DecimalString;
  /** Incremental margin ÷ spend; without a value where nothing was spent. */
  readonly roi: Ratio;
  /** The quantity at which the incremental margin is 0. */
  readonly breakEvenQty: DecimalString | 'unreachable';
}

/**
 * Returns the incremental margin of a promotion, its return on what was spent, and the quantity at which it breaks even.
 *
 * @param figures quantities and amounts; the discount is that of one unit
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { promotionRoi } from 'salesmodel/pricing';
 *
 * const result = promotionRoi({ baselineQty: 1000, promoQty: 1400, unitMargin: 30, discount: 5, fixedCost: 2000 });
 * [result.incrementalMargin, result.spend, result.roi.value, result.breakEvenQty]; // => ['3000', '9000', '0.333333333333', '1280']
 */
export function promotionRoi(figures: PromotionFigures): PromotionRoi {
  const read = (name: keyof PromotionFigures): ReturnType<typeof toDecimal> =>
    toDecimal(figures[name] ?? '0', ['figures', name]);
  const baseline = read('baselineQty');
  const quantity = read('promoQty');
  const discount = read('discount');
  const margin = minus(read('unitMargin'), discount);
  const fixed = read('fixedCost');
  // What has to be earned before the first additional unit pays.
  const burden = minus(plus(plus(times(baseline, discount), fixed), read('cannibalised')), read('halo'));
  const incremental = minus(times(minus(quantity, baseline), margin), burden);
  const spend = plus(times(quantity, discount), fixed);
  return {
    incrementalMargin: toText(incremental),
    spend: toText(spend),
    roi: ratioOf(incremental, spend),
    breakEvenQty: margin.lte(0) ? 'unreachable' : toText(plus(baseline, divide(burden, margin))),
  };
}
