import { FIRST_DAY, LAST_DAY } from '../../../core/civil.js';
import { inBlocks } from '../../../core/fixed/inBlocks.js';
import { sumAbs } from '../../../core/fixed/sumAbs.js';
import type { TransactionColumns } from '../transactionColumns.js';
import { isIndex } from './cellColumn.js';
import { type DayRange, dayRange } from './dayRange.js';
import type { ReadContext } from './readContext.js';

/** What is found out of all cells before one is asked for its fault. */
export interface ColumnFacts {
  /** What `sumAbs` says of the amounts, NaN for 64-bit ones. */
  readonly bound: number;
  readonly days: DayRange;
  /** Whether every row has a payee that the run knows. */
  readonly payeesKnown: boolean;
}

/** Finds the facts in one pass over columns in which nothing is wrong, and in one for each fact over others. */
export function columnFacts({ n, payee, day, amount }: TransactionColumns, context: ReadContext): ColumnFacts {
  const { payees, asOf, horizon } = context;
  const least = Math.max(FIRST_DAY, horizon.from);
  const most = Math.min(LAST_DAY, asOf, horizon.to - 1);
  if (amount instanceof Float64Array && least <= most) {
    const sound: SoundRows = { payee, day, amount, lastPayee: payees.size - 1, least, most, steps: 0 };
    const bound = inBlocks(n, (from, to) => sumSound(sound, from, to));
    // Greater sums are not exact, and may hold amounts that are not safe.
    if (bound <= Number.MAX_SAFE_INTEGER) {
      return { bound, days: { least, most, ascends: sound.steps >= 0 }, payeesKnown: true };
    }
  }
  return { bound: boundOf(amount), days: dayRange(day), payeesKnown: isIndex(payee, payees.size) };
}

/** The bound of all running totals of amounts, NaN for 64-bit ones. */
export function boundOf(amount: TransactionColumns['amount']): number {
  return amount instanceof Float64Array ? sumAbs(amount) : NaN;
}

interface SoundRows {
  readonly payee: Int32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
  readonly lastPayee: number;
  /** Days that need no further look. */
  readonly least: number;
  readonly most: number;
  /** Below 0 once a day is before the one above it. */
  steps: number;
}

/**
 * The sum of the magnitudes of a block of amounts, NaN where a payee is unknown, a day is out of range or an amount is
 * no integer. Nothing in the loop depends on what the cells hold: sign bits and fractions are gathered, and judged at
 * the end. Of `i` and `last − i` one is negative where i is out of 0 … last; the fraction `x − ⌊x⌋` is never negative,
 * and NaN of NaN and ±∞. Differences of days are taken of days in range, or else another bit tells that one is not.
 */
function sumSound(rows: SoundRows, from: number, to: number): number {
  const { payee, day, amount } = rows;
  const lastPayee = rows.lastPayee | 0;
  const least = rows.least | 0;
  const most = rows.most | 0;
  const end = to | 0;
  let before = day[from === 0 ? 0 : from - 1]!;
  let bits = 0;
  let steps = 0;
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
    bits |= who1 | (lastPayee - who1) | who2 | (lastPayee - who2);
    bits |= who3 | (lastPayee - who3) | who4 | (lastPayee - who4);
    const day1 = day[row]!;
    const day2 = day[row + 1]!;
    const day3 = day[row + 2]!;
    const day4 = day[row + 3]!;
    bits |=
      within(day1, least, most) | within(day2, least, most) | within(day3, least, most) | within(day4, least, most);
    steps |= (day1 - before) | (day2 - day1) | (day3 - day2) | (day4 - day3);
    before = day4;
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
    const amount1 = amount[row]!;
    bits |= payee[row]! | (lastPayee - payee[row]!) | within(day[row]!, least, most);
    steps |= day[row]! - before;
    before = day[row]!;
    even += Math.abs(amount1);
    evenFraction += amount1 - Math.floor(amount1);
  }
  rows.steps |= steps;
  return bits < 0 || evenFraction + oddFraction !== 0 ? NaN : even + odd;
}

/** Below 0 where a day is not one of `least … most`: of two differences that leave 32 bits, the other one turns negative. */
function within(day: number, least: number, most: number): number {
  return (day - least) | (most - day);
}
