import type { PlainDate } from '../../core/date.js';
import { type Decimal, type DecimalLike, times, toDecimal } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { freshQuotes, type RivalQuote, statisticOf, type UsedQuote } from './freshQuotes.js';

/** How prices are compared. */
export interface PriceIndexOptions {
  /** The day of the comparison. */
  readonly on: PlainDate;
  /** Default `mean`. */
  readonly statistic?: 'mean' | 'median' | 'min';
  /** Default: quotes of any age count. */
  readonly maxAgeDays?: number;
  /** Rivals of whom a quote is expected. */
  readonly expected?: readonly string[];
}

/** An own price against those of rivals. */
export interface PriceIndex {
  /** Own price ÷ statistic × 100; `null` where no quote is left. */
  readonly index: Ratio | null;
  readonly used: readonly UsedQuote[];
  readonly stale: readonly UsedQuote[];
  /** Rivals that were expected and have no quote that counts, sorted. */
  readonly missing: readonly string[];
}

const HUNDRED: Decimal = /* @__PURE__ */ toDecimal('100');

/**
 * Returns an own price as a percentage of a statistic of rivals' latest prices: above 100 it is dearer.
 *
 * @param own own price
 * @param rivals quotes of rivals
 * @param options day, statistic, greatest age, expected rivals
 * @throws SalesModelError `pricing.duplicateCode`, `pricing.count`, `option.unknown`, `date.invalid`, `decimal.invalid`,
 * `decimal.tooLong`
 * @example
 * import { priceIndex } from 'salesmodel/pricing';
 *
 * const rivals = [{ rival: 'a', price: 100, on: '2026-03-01' }, { rival: 'b', price: 90, on: '2026-03-01' }];
 * priceIndex(95, rivals, { on: '2026-03-02' }).index?.value; // => '100'
 * priceIndex(95, rivals, { on: '2026-03-02', statistic: 'min' }).index?.value; // => '105.555555555556'
 */
export function priceIndex(own: DecimalLike, rivals: readonly RivalQuote[], options: PriceIndexOptions): PriceIndex {
  const { on, maxAgeDays, expected = [] } = options;
  const statistic = oneOf(options.statistic ?? 'mean', ['mean', 'median', 'min'], ['options', 'statistic']);
  const price = toDecimal(own, ['own']);
  const { used, stale } = freshQuotes(rivals, on, maxAgeDays, ['options']);
  const missing = [...new Set(expected)].filter((rival) => used.every((quote) => quote.rival !== rival)).toSorted();
  if (used.length === 0) return { index: null, used, stale, missing };
  const { sum, count } = statisticOf(
    used.map((quote) => toDecimal(quote.price)),
    statistic,
  );
  return { index: ratioOf(times(times(price, HUNDRED), count), sum), used, stale, missing };
}
