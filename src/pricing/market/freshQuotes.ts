import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { Decimal, type DecimalLike, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { distinct } from '../priceBook/checkPriceBook.js';
import { toCount } from '../toCount.js';

/** A rival's price as it was seen on a day. */
export interface RivalQuote {
  readonly rival: string;
  readonly price: DecimalLike;
  readonly on: PlainDate;
}

/** A quote as it stands in a result. */
export interface UsedQuote {
  readonly rival: string;
  readonly price: string;
  readonly on: PlainDate;
}

/** Quotes by whether they count: of each rival the latest fresh one does. All by rival, then day. */
export interface SortedQuotes {
  readonly used: readonly UsedQuote[];
  /** Too old, or of a day that has not come. */
  readonly stale: readonly UsedQuote[];
  /** Fresh, but not the rival's latest. */
  readonly superseded: readonly UsedQuote[];
}

/** Sorts quotes by age on a day; one that is exactly `maxAgeDays` old is fresh. */
export function freshQuotes(
  quotes: readonly RivalQuote[],
  on: PlainDate,
  maxAgeDays: number | undefined,
  path: Path,
): SortedQuotes {
  const today = dayNumber(on, [...path, 'on']);
  if (maxAgeDays !== undefined) toCount(maxAgeDays, [...path, 'maxAgeDays']);
  distinct(
    quotes.map((quote) => JSON.stringify([quote.rival, quote.on])),
    (index) => [...path, 'quotes', index],
  );
  const read = quotes
    .map((quote, index) => ({
      rival: quote.rival,
      price: toText(toDecimal(quote.price, [...path, 'quotes', index, 'price'])),
      on: quote.on,
      age: today - dayNumber(quote.on, [...path, 'quotes', index, 'on']),
    }))
    .toSorted((a, b) => compareText(a.rival, b.rival) || b.age - a.age);
  const isFresh = ({ age }: (typeof read)[number]): boolean =>
    age >= 0 && (maxAgeDays === undefined || age <= maxAgeDays);
  const fresh = read.filter(isFresh);
  const isLatest = (quote: (typeof read)[number], index: number): boolean => fresh[index + 1]?.rival !== quote.rival;
  const shown = ({ rival, price, on: day }: (typeof read)[number]): UsedQuote => ({ rival, price, on: day });
  return {
    used: fresh.filter(isLatest).map(shown),
    stale: read.filter((quote) => !isFresh(quote)).map(shown),
    superseded: fresh.filter((quote, index) => !isLatest(quote, index)).map(shown),
  };
}

/** Every statistic of rivals' prices. */
export const PRICE_STATISTICS = ['min', 'median', 'mean', 'max'] as const;

/** A statistic of prices, at least one, as sum ÷ count; the median of an even number is the mean of the middle two. */
export function statisticOf(
  prices: readonly Decimal[],
  statistic: (typeof PRICE_STATISTICS)[number],
): { readonly sum: Decimal; readonly count: Decimal } {
  const sorted = prices.toSorted((a, b) => a.cmp(b));
  const middle = Math.floor((sorted.length - 1) / 2);
  const taken = {
    min: sorted.slice(0, 1),
    max: sorted.slice(-1),
    mean: sorted,
    median: sorted.slice(middle, sorted.length - middle),
  }[statistic];
  return { sum: taken.reduce((sum, price) => plus(sum, price), ZERO), count: new Decimal(taken.length) };
}
