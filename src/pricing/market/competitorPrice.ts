import type { PlainDate } from '../../core/date.js';
import {
  Decimal,
  type DecimalLike,
  type DecimalString,
  divide,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { freshQuotes, PRICE_STATISTICS, type RivalQuote, statisticOf, type UsedQuote } from './freshQuotes.js';

/** How an own price follows those of rivals. */
export interface CompetitorPricing {
  readonly quotes: readonly RivalQuote[];
  readonly on: PlainDate;
  /** Quotes of exactly this age still count. */
  readonly maxAgeDays: number;
  readonly statistic: (typeof PRICE_STATISTICS)[number] | { readonly rival: string };
  /** A fraction on top, negative to stay below. Default 0. */
  readonly offset?: DecimalLike;
  readonly floor?: DecimalLike;
  readonly ceiling?: DecimalLike;
}

/** A price that follows rivals, or no quote to follow. */
export type CompetitorPrice =
  | {
      readonly status: 'priced';
      /** Exact; a mean that does not end has 40 digits. */
      readonly price: DecimalString;
      /** Before floor and ceiling. */
      readonly unbounded: DecimalString;
      readonly used: readonly UsedQuote[];
      readonly superseded: readonly UsedQuote[];
      readonly stale: readonly UsedQuote[];
    }
  | { readonly status: 'noQuotes'; readonly stale: readonly UsedQuote[] };

/**
 * Returns a price in relation to those of rivals: the statistic of their latest fresh quotes × (1 + offset), within floor and
 * ceiling, of which the floor wins. Quotes that are too old or of days to come are stale and do not count.
 *
 * @param pricing quotes, day, greatest age and statistic
 * @throws SalesModelError `pricing.duplicateCode` for two quotes of a rival on a day, `pricing.count`, `option.unknown`,
 * `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { competitorPrice } from 'salesmodel/pricing';
 *
 * const quotes = [{ rival: 'a', price: '99.90', on: '2026-03-01' }, { rival: 'b', price: '105', on: '2026-02-20' }];
 * const result = competitorPrice({ quotes, on: '2026-03-02', maxAgeDays: 14, statistic: 'median', offset: '-0.02' });
 * result.status === 'priced' && result.price; // => '100.401'
 */
export function competitorPrice(pricing: CompetitorPricing): CompetitorPrice {
  const path: Path = ['pricing'];
  const { statistic } = pricing;
  const { used, stale, superseded } = freshQuotes(pricing.quotes, pricing.on, pricing.maxAgeDays, path);
  const followed = typeof statistic === 'object' ? used.filter(({ rival }) => rival === statistic.rival) : used;
  const name = typeof statistic === 'object' ? 'mean' : oneOf(statistic, PRICE_STATISTICS, [...path, 'statistic']);
  if (followed.length === 0) return { status: 'noQuotes', stale };
  const { sum, count } = statisticOf(
    followed.map(({ price }) => toDecimal(price)),
    name,
  );
  const bound = (which: 'floor' | 'ceiling'): Decimal | null =>
    pricing[which] === undefined ? null : toDecimal(pricing[which], [...path, which]);
  const offset = plus(ONE, toDecimal(pricing.offset ?? '0', [...path, 'offset']));
  const unbounded = divide(times(sum, offset), count);
  const [floor, ceiling] = [bound('floor'), bound('ceiling')];
  const capped = ceiling === null ? unbounded : Decimal.min(unbounded, ceiling);
  const price = floor === null ? capped : Decimal.max(capped, floor);
  return { status: 'priced', price: toText(price), unbounded: toText(unbounded), used: followed, superseded, stale };
}
