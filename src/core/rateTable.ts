import { dayNumber, type PlainDate } from './date.js';
import { compare, type Decimal, type DecimalString, divide, ONE, times, toDecimal, toText } from './decimal.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';

/** One unit of `from` was worth `rate` units of `to` on a day. */
export interface RateQuote {
  readonly from: string;
  readonly to: string;
  /** A positive decimal. */
  readonly rate: DecimalString;
  readonly on: PlainDate;
}

/** Dated exchange rates, in any order. */
export type RateTable = readonly RateQuote[];

/** Which quotes a day may use: those of that day, or the newest of that day and before. */
export const RATE_POLICIES = ['exact', 'previous'] as const;
/**
 * Which day's quote may be used: `exact` the day itself, `previous` the latest up to it.
 *
 * @useDeclaredType
 */
export type RatePolicy = (typeof RATE_POLICIES)[number];

/** How rates are found. Nothing but a quote of the very pair is used unless it is asked for. */
export interface RateOptions {
  /** Default `exact`. */
  readonly policy?: RatePolicy;
  /** Currency to go through where the pair has no quote of its own. */
  readonly via?: string;
  /** Whether a quote of the opposite pair may be used where the pair has none. Default false. */
  readonly inverse?: boolean;
}

/** A quote that was used; an `inverted` one divides. */
export interface RateLeg extends RateQuote {
  readonly inverted: boolean;
}

/** What a conversion was made with. */
export interface UsedQuote {
  readonly from: string;
  readonly to: string;
  /** Units of `to` for one unit of `from`: exact, or 40 significant digits where an inverted quote does not divide evenly. */
  readonly rate: DecimalString;
  /** None for a currency to itself, two through another currency. */
  readonly legs: readonly RateLeg[];
}

/** A rate found: `amount × rate`, or `amount × multiplier ÷ divisor` where a quote was inverted. */
export interface FoundRate {
  /** Exact while `divisor` is 1, which it is unless `inverse` was asked for. */
  readonly rate: Decimal;
  readonly multiplier: Decimal;
  readonly divisor: Decimal;
  readonly quote: UsedQuote;
}

/** Finds the rate of a pair on a day. The same quote always gives the same object, so a caller may compare by identity. */
export type RateLookup = (from: string, to: string, day: number) => FoundRate | undefined;

/** The quotes of one pair in time order. */
interface Series {
  readonly days: number[];
  readonly found: FoundRate[];
}

/**
 * Compiles a rate table: a lookup costs two map reads and a binary search.
 *
 * @throws SalesModelError `rates.notPositive`, `rates.duplicate`, `rates.sameCurrency`, `date.invalid`, `option.unknown`,
 * `decimal.invalid`
 */
export function compileRates(rates: RateTable, options: RateOptions = {}, path: Path = ['rates']): RateLookup {
  const { via, inverse = false } = options;
  const policy = oneOf(options.policy ?? 'exact', RATE_POLICIES, ['policy']);
  const direct = seriesOf(rates, path);
  const inverted = new Map<FoundRate, FoundRate>();
  const crossed = new Map<FoundRate, Map<FoundRate, FoundRate>>();
  const same = new Map<string, FoundRate>();

  function pair(from: string, to: string, day: number): FoundRate | undefined {
    const found = newest(direct.get(from)?.get(to), day, policy);
    if (found !== undefined || !inverse) return found;
    const opposite = newest(direct.get(to)?.get(from), day, policy);
    return opposite === undefined ? undefined : kept(inverted, opposite, () => inverseOf(opposite));
  }

  return (from, to, day) => {
    if (from === to) return kept(same, from, () => foundRate(from, to, ONE, ONE, []));
    const found = pair(from, to, day);
    if (found !== undefined || via === undefined || via === from || via === to) return found;
    const first = pair(from, via, day);
    const second = pair(via, to, day);
    if (first === undefined || second === undefined) return undefined;
    return kept(kept(crossed, first, newMap<FoundRate, FoundRate>), second, () => crossOf(first, second));
  };
}

/** Checks the quotes and sorts them by pair and day. */
function seriesOf(rates: RateTable, path: Path): Map<string, Map<string, Series>> {
  const direct = new Map<string, Map<string, Series>>();
  const rows = rates.map((quote, index) => ({ quote, index, day: dayNumber(quote.on, [...path, index, 'on']) }));
  for (const { quote, index, day } of rows.toSorted((a, b) => a.day - b.day)) {
    const { from, to, on } = quote;
    const rate = toDecimal(quote.rate, [...path, index, 'rate']);
    if (rate.lte(0)) fail('rates.notPositive', [...path, index, 'rate'], { value: quote.rate });
    if (from === to) fail('rates.sameCurrency', [...path, index, 'to'], { from });
    const { days, found } = kept(kept(direct, from, newMap<string, Series>), to, () => ({ days: [], found: [] }));
    const before = found.at(-1);
    if (before !== undefined && days.at(-1) === day) {
      if (compare(before.multiplier, rate) === 0) continue;
      fail('rates.duplicate', [...path, index], { from, to, on });
    }
    days.push(day);
    found.push(foundRate(from, to, rate, ONE, [{ from, to, rate: toText(rate), on, inverted: false }]));
  }
  return direct;
}

function newest(series: Series | undefined, day: number, policy: RatePolicy): FoundRate | undefined {
  if (series === undefined) return undefined;
  let low = 0;
  let high = series.days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (series.days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  if (low === 0 || (policy === 'exact' && series.days[low - 1] !== day)) return undefined;
  return series.found[low - 1];
}

function inverseOf({ multiplier, divisor, quote }: FoundRate): FoundRate {
  const legs = quote.legs.map((leg) => ({ ...leg, inverted: !leg.inverted }));
  return foundRate(quote.to, quote.from, divisor, multiplier, legs);
}

function crossOf(first: FoundRate, second: FoundRate): FoundRate {
  const multiplier = times(first.multiplier, second.multiplier);
  const divisor = times(first.divisor, second.divisor);
  return foundRate(first.quote.from, second.quote.to, multiplier, divisor, [...first.quote.legs, ...second.quote.legs]);
}

function foundRate(
  from: string,
  to: string,
  multiplier: Decimal,
  divisor: Decimal,
  legs: readonly RateLeg[],
): FoundRate {
  const rate = divisor.eq(ONE) ? multiplier : divide(multiplier, divisor);
  return { rate, multiplier, divisor, quote: { from, to, rate: toText(rate), legs } };
}

/** The value of a key, made on its first use. */
function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const old = map.get(key);
  if (old !== undefined) return old;
  const made = make();
  map.set(key, made);
  return made;
}

function newMap<K, V>(): Map<K, V> {
  return new Map();
}
