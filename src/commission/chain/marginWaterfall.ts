import { type Decimal, type DecimalLike, type DecimalString, ONE, ZERO, toDecimal } from '../../core/decimal.js';
import { divide, minus, plus, times, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { ratioValue } from '../../core/ratio.js';
import { ROUNDING_MODES, type RoundingMode, roundDecimal, toIncrement } from '../../core/rounding.js';
import { fail } from '../fail.js';

/** Who adds to the price on the way from the maker to the shelf. */
export interface MarginLevel {
  readonly id: string;
  /** `margin`: the rate is a part of the level's own price; `markup`: a part of what the level pays. */
  readonly basis: 'margin' | 'markup';
  /** 1 = 100 %. Below 0 the level sells under what it pays. */
  readonly rate: DecimalLike;
}

/** A price and the levels that it passes. */
export interface MarginWaterfallInput {
  /** Forward: the maker's price; backward: the shelf price. */
  readonly start: DecimalLike;
  /** From maker to shelf, in both directions. */
  readonly levels: readonly MarginLevel[];
  /** Default `forward`. */
  readonly direction?: 'forward' | 'backward';
  /** Rounds every price that is worked out; the next level works on the rounded one. Default: prices stay exact. */
  readonly rounding?: { readonly increment: DecimalLike; readonly mode?: RoundingMode };
}

/** What a level pays, takes and adds. */
export interface MarginStep {
  readonly id: string;
  readonly cost: DecimalString;
  readonly price: DecimalString;
  /** `price` less `cost`. */
  readonly margin: DecimalString;
  /** Part of the shelf price, 12 decimals; `null` where the shelf price is 0. */
  readonly share: DecimalString | null;
}

/** The way of a price from the maker to the shelf. */
export interface MarginWaterfall {
  /** The maker's price. */
  readonly start: DecimalString;
  /** Part of the shelf price that is the maker's. With those of the levels it adds up to 1 exactly. */
  readonly startShare: DecimalString | null;
  /** From maker to shelf. */
  readonly levels: readonly MarginStep[];
  /** The shelf price. */
  readonly end: DecimalString;
}

/**
 * Returns how a price grows from the maker to the shelf: what each level pays, takes and adds, and its share of the
 * shelf price. A margin divides by 1 − rate, a markup multiplies by 1 + rate; `backward` starts at the shelf and inverts.
 * The last level's share is what the others leave of 1.
 *
 * @param input price, levels, direction and rounding
 * @throws SalesModelError `marginWaterfall.margin` (a margin of 1 or more, a markup of −1 or less),
 * `rounding.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { marginWaterfall } from 'salesmodel/commission';
 *
 * const { end, levels } = marginWaterfall({
 *   start: '100',
 *   levels: [
 *     { id: 'distributor', basis: 'margin', rate: '0.1' },
 *     { id: 'retailer', basis: 'markup', rate: '0.25' },
 *   ],
 *   rounding: { increment: '0.01' },
 * });
 * end; // => '138.89'
 * levels[0]; // => { id: 'distributor', cost: '100.00', price: '111.11', margin: '11.11', share: '0.079991360069' }
 */
export function marginWaterfall(input: MarginWaterfallInput): MarginWaterfall {
  const direction = oneOf(input.direction ?? 'forward', ['forward', 'backward'], ['direction']);
  const isForward = direction === 'forward';
  const { round, text } = roundingOf(input.rounding);
  const factors = input.levels.map((level, index) => factorOf(level, ['levels', index]));
  const prices: Decimal[] = [toDecimal(input.start, ['start'])];
  for (const factor of isForward ? factors : factors.toReversed())
    prices.push(round(step(factor, prices.at(-1)!, isForward)));
  if (!isForward) prices.reverse();

  const shares = sharesOf(prices);
  return {
    start: text(prices[0]!),
    startShare: shares?.[0] ?? null,
    levels: input.levels.map(({ id }, index) => {
      const cost = prices[index]!;
      const price = prices[index + 1]!;
      return {
        id,
        cost: text(cost),
        price: text(price),
        margin: text(minus(price, cost)),
        share: shares?.[index + 1] ?? null,
      };
    }),
    end: text(prices.at(-1)!),
  };
}

/** A price as a multiple (markup) or a quotient (margin) of the one before. */
interface Factor {
  readonly by: Decimal;
  readonly divides: boolean;
}

function factorOf({ basis, rate }: MarginLevel, path: Path): Factor {
  const divides = oneOf(basis, ['margin', 'markup'], [...path, 'basis']) === 'margin';
  const read = toDecimal(rate, [...path, 'rate']);
  const by = divides ? minus(ONE, read) : plus(ONE, read);
  if (by.lte(0)) fail('marginWaterfall.margin', [...path, 'rate'], { basis, value: toText(read) });
  return { by, divides };
}

function step({ by, divides }: Factor, price: Decimal, isForward: boolean): Decimal {
  return divides === isForward ? divide(price, by) : times(price, by);
}

function roundingOf(rounding: MarginWaterfallInput['rounding']): {
  round: (price: Decimal) => Decimal;
  text: (price: Decimal) => DecimalString;
} {
  if (rounding === undefined) return { round: (price) => price, text: toText };
  const increment = toIncrement(rounding.increment, ['rounding', 'increment']);
  const mode = oneOf(rounding.mode ?? 'halfEven', ROUNDING_MODES, ['rounding', 'mode']);
  return {
    round: (price) => roundDecimal(price, increment, mode),
    text: (price) => price.toFixed(Math.max(increment.dp(), price.dp())),
  };
}

/** What the maker and each level add to the last price, as parts of it that add up to 1. */
function sharesOf(prices: readonly Decimal[]): DecimalString[] | undefined {
  const end = prices.at(-1)!;
  if (end.isZero()) return undefined;
  let left = ONE;
  return prices.map((price, index) => {
    if (index === prices.length - 1) return toText(left);
    const share = ratioValue(minus(price, prices[index - 1] ?? ZERO), end);
    left = minus(left, toDecimal(share));
    return share;
  });
}
