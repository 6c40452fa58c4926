import { FIRST_DAY, LAST_DAY } from '../../../core/civil.js';
import { inBlocks } from '../../../core/fixed/inBlocks.js';
import { soundSums } from '../../../core/fixed/soundSums.js';
import { sumAbs } from '../../../core/fixed/sumAbs.js';
import type { SlotSums } from '../rows.js';
import type { TransactionColumns } from '../transactionColumns.js';
import { isIndex } from './cellColumn.js';
import { type DayRange, dayRange } from './dayRange.js';
import type { ReadContext, SummedComponent } from './readContext.js';

/** What is found out of all cells before one is asked for its fault. */
export interface ColumnFacts {
  /** What `sumAbs` says of the amounts, NaN for 64-bit ones. */
  readonly bound: number;
  readonly days: DayRange;
  /** Whether every row has a payee that the run knows. */
  readonly payeesKnown: boolean;
  /** The amounts by slots of the component that is asked for, where every row has one. */
  readonly sums: SlotSums | null;
}

/** Finds the facts in one pass over columns in which nothing is wrong, and in one for each fact over others. */
export function columnFacts(columns: TransactionColumns, context: ReadContext): ColumnFacts {
  const { n, payee, day, amount } = columns;
  const { payees, asOf, horizon } = context;
  const least = Math.max(FIRST_DAY, horizon.from);
  const most = Math.min(LAST_DAY, asOf, horizon.to - 1);
  if (amount instanceof Float64Array && least <= most) {
    const component = componentToSum(columns, context);
    const summed =
      component === null ? null : soundSums(component.map, component.slots, { payee, day }, amount, least, most);
    const lastPayee = payees.size - 1;
    const bound =
      summed?.bound ?? inBlocks(n, (from, to) => sumSound(payee, day, amount, lastPayee, least, most, from, to));
    // Greater sums are not exact, and may hold amounts that are not safe.
    if (bound <= Number.MAX_SAFE_INTEGER) {
      const sums = summed === null || component === null ? null : { map: component.map, sums: summed.sums };
      return { bound, days: { least, most }, payeesKnown: true, sums };
    }
  }
  return { bound: boundOf(amount), days: dayRange(day), payeesKnown: isIndex(payee, payees.size), sums: null };
}

/** The component whose sums are wanted; `null` where none are, or rows are more than amounts of one payee each. */
function componentToSum(columns: TransactionColumns, { summed, planCurrencies }: ReadContext): SummedComponent | null {
  const { scale, currency, splits, reverses } = columns;
  if (summed === undefined || splits !== undefined || reverses !== undefined) return null;
  const { codes, index }: NonNullable<TransactionColumns['currency']> = currency ?? { codes: planCurrencies };
  return summed({ splits: null, reverses: null, currency: { codes, index: index ?? null }, amount: { scale } });
}

/** The bound of all running totals of amounts, NaN for 64-bit ones. */
export function boundOf(amount: TransactionColumns['amount']): number {
  return amount instanceof Float64Array ? sumAbs(amount) : NaN;
}

/**
 * The sum of the magnitudes of a block of amounts, NaN where a payee is not one of 0 … `lastPayee`, a day not one of
 * `least … most` or an amount no integer. Of `i` and `last − i` one is negative where i is out of 0 … last; where a
 * difference of days leaves 32 bits, the other one is negative. The fraction `x − ⌊x⌋` is never negative, and NaN of NaN
 * and ±∞: fractions are added up, and judged at the end.
 */
function sumSound(
  payee: Int32Array,
  day: Int32Array,
  amount: Float64Array,
  lastPayee: number,
  least: number,
  most: number,
  from: number,
  to: number,
): number {
  const last = lastPayee | 0;
  const start = least | 0;
  const stop = most | 0;
  const end = to | 0;
  let even = 0;
  let odd = 0;
  let evenFraction = 0;
  let oddFraction = 0;
  let row = from | 0;
  // Four rows a turn: for each turn the engine fetches anew where the columns lie, and one chain of additions would
  // wait for itself.
  for (; row < end - 3; row = (row + 4) | 0) {
    const who1 = payee[row]!;
    const who2 = payee[row + 1]!;
    const who3 = payee[row + 2]!;
    const who4 = payee[row + 3]!;
    const whoBits = who1 | (last - who1) | who2 | (last - who2) | who3 | (last - who3) | who4 | (last - who4);
    const day1 = day[row]!;
    const day2 = day[row + 1]!;
    const day3 = day[row + 2]!;
    const day4 = day[row + 3]!;
    const firstBits = (day1 - start) | (stop - day1) | (day2 - start) | (stop - day2);
    const dayBits = firstBits | (day3 - start) | (stop - day3) | (day4 - start) | (stop - day4);
    if ((whoBits | dayBits) < 0) return NaN;
    const amount1 = amount[row]!;
    const amount2 = amount[row + 1]!;
    const amount3 = amount[row + 2]!;
    const amount4 = amount[row + 3]!;
    even += Math.abs(amount1) + Math.abs(amount3);
    odd += Math.abs(amount2) + Math.abs(amount4);
    evenFraction += amount1 - Math.floor(amount1) + (amount3 - Math.floor(amount3));
    oddFraction += amount2 - Math.floor(amount2) + (amount4 - Math.floor(amount4));
  }
  for (; row < end; row = (row + 1) | 0) {
    const who = payee[row]!;
    const on = day[row]!;
    if ((who | (last - who) | (on - start) | (stop - on)) < 0) return NaN;
    even += Math.abs(amount[row]!);
    evenFraction += amount[row]! - Math.floor(amount[row]!);
  }
  return evenFraction + oddFraction !== 0 ? NaN : even + odd;
}
