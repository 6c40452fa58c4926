import { inBlocks } from './inBlocks.js';
import type { RowKeys, SlotMap } from './slots.js';
import type { RowSums } from './sumRows.js';

/** Amounts added up by slot, and what bounds every running total of them. */
export interface SoundSums {
  readonly sums: RowSums;
  /** The sum of their magnitudes: exact while it is at most 2⁵³, as the sums are. */
  readonly bound: number;
}

/**
 * Checks rows and adds them up by slot in one loop: two loops would fetch every cell twice.
 *
 * @param first first day that a row may have
 * @param last last day that a row may have
 * @returns `null` where a row has no slot or another day, or an amount is no integer
 */
export function soundSums(
  map: SlotMap,
  slots: number,
  { payee, day }: RowKeys,
  amounts: Float64Array,
  first: number,
  last: number,
): SoundSums | null {
  const { slotBase, periodOfDay, firstDay } = map;
  const totals = new Float64Array(slots);
  const from = Math.max(first - firstDay, 0);
  const to = Math.min(last - firstDay, periodOfDay.length - 1);
  let bound = 0;
  inBlocks(amounts.length, (start, end) => {
    // Nothing is added up behind a row that is not sound.
    if (bound === bound) {
      bound += soundBlock(totals, slotBase, periodOfDay, firstDay, from, to, payee, day, amounts, start, end);
    }
    return 0;
  });
  return bound === bound ? { sums: { totals, without: 0 }, bound } : null;
}

/**
 * Of `i − first` and `last − i` one is negative where i is out of first … last. The fraction `x − ⌊x⌋` is never negative,
 * and NaN of NaN and ±∞: fractions are added up, and judged at the end.
 */
function soundBlock(
  totals: Float64Array,
  slotBase: Int32Array,
  periodOfDay: Int32Array,
  firstDay: number,
  first: number,
  last: number,
  payee: Int32Array,
  day: Int32Array,
  amounts: Float64Array,
  from: number,
  to: number,
): number {
  const lastPayee = (slotBase.length - 1) | 0;
  const origin = firstDay | 0;
  const start = first | 0;
  const stop = last | 0;
  const end = to | 0;
  let even = 0;
  let odd = 0;
  let evenFraction = 0;
  let oddFraction = 0;
  let row = from | 0;
  // Four rows a turn, as in `sumRows`.
  for (; row < end - 3; row = (row + 4) | 0) {
    const a = payee[row]!;
    const b = payee[row + 1]!;
    const c = payee[row + 2]!;
    const d = payee[row + 3]!;
    const dayA = (day[row]! - origin) | 0;
    const dayB = (day[row + 1]! - origin) | 0;
    const dayC = (day[row + 2]! - origin) | 0;
    const dayD = (day[row + 3]! - origin) | 0;
    const payees = a | (lastPayee - a) | b | (lastPayee - b) | c | (lastPayee - c) | d | (lastPayee - d);
    const days = (dayA - start) | (stop - dayA) | (dayB - start) | (stop - dayB);
    if ((payees | days | (dayC - start) | (stop - dayC) | (dayD - start) | (stop - dayD)) < 0) return NaN;
    const baseA = slotBase[a]!;
    const baseB = slotBase[b]!;
    const baseC = slotBase[c]!;
    const baseD = slotBase[d]!;
    const periodA = periodOfDay[dayA]!;
    const periodB = periodOfDay[dayB]!;
    const periodC = periodOfDay[dayC]!;
    const periodD = periodOfDay[dayD]!;
    if ((baseA | periodA | baseB | periodB | baseC | periodC | baseD | periodD) < 0) return NaN;
    const amountA = amounts[row]!;
    const amountB = amounts[row + 1]!;
    const amountC = amounts[row + 2]!;
    const amountD = amounts[row + 3]!;
    even += Math.abs(amountA) + Math.abs(amountC);
    odd += Math.abs(amountB) + Math.abs(amountD);
    evenFraction += amountA - Math.floor(amountA) + (amountC - Math.floor(amountC));
    oddFraction += amountB - Math.floor(amountB) + (amountD - Math.floor(amountD));
    totals[baseA + periodA]! += amountA;
    totals[baseB + periodB]! += amountB;
    totals[baseC + periodC]! += amountC;
    totals[baseD + periodD]! += amountD;
  }
  for (; row < end; row = (row + 1) | 0) {
    const who = payee[row]!;
    const when = (day[row]! - origin) | 0;
    if ((who | (lastPayee - who) | (when - start) | (stop - when)) < 0) return NaN;
    const base = slotBase[who]!;
    const period = periodOfDay[when]!;
    if ((base | period) < 0) return NaN;
    const amount = amounts[row]!;
    even += Math.abs(amount);
    evenFraction += amount - Math.floor(amount);
    totals[base + period]! += amount;
  }
  return evenFraction + oddFraction !== 0 ? NaN : even + odd;
}
