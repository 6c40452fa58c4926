import { inBlocks } from './inBlocks.js';
import type { RowKeys, SlotMap } from './slots.js';

/** Amounts added up by slot. */
export interface RowSums {
  readonly totals: Float64Array;
  /** The number of rows without a slot. */
  readonly without: number;
}

/** Adds amounts up by slot. Exact while the magnitudes add up to 2⁵³. */
export function sumRows(map: SlotMap, slots: number, { payee, day }: RowKeys, amounts: Float64Array): RowSums {
  const { slotBase, periodOfDay, firstDay } = map;
  const totals = new Float64Array(slots);
  const without = inBlocks(amounts.length, (from, to) =>
    sumBlock(totals, slotBase, periodOfDay, firstDay, payee, day, amounts, from, to),
  );
  return { totals, without };
}

/**
 * Takes four rows at a time, because the engine fetches where a column lies anew for each turn of the loop, and that
 * costs more than the row. Four rows of which one has no slot are taken one by one.
 */
function sumBlock(
  sums: Float64Array,
  slotBase: Int32Array,
  periodOfDay: Int32Array,
  firstDay: number,
  payee: Int32Array,
  day: Int32Array,
  amounts: Float64Array,
  from: number,
  to: number,
): number {
  const lastPayee = (slotBase.length - 1) | 0;
  const lastDay = (periodOfDay.length - 1) | 0;
  const start = firstDay | 0;
  const end = to | 0;
  let without = 0;
  let row = from | 0;
  while (row < end) {
    for (; row < end - 3; row = (row + 4) | 0) {
      const a = payee[row]!;
      const b = payee[row + 1]!;
      const c = payee[row + 2]!;
      const d = payee[row + 3]!;
      const dayA = (day[row]! - start) | 0;
      const dayB = (day[row + 1]! - start) | 0;
      const dayC = (day[row + 2]! - start) | 0;
      const dayD = (day[row + 3]! - start) | 0;
      // Of `i` and `last − i` one is negative where i is out of 0 … last.
      const payees = a | (lastPayee - a) | b | (lastPayee - b) | c | (lastPayee - c) | d | (lastPayee - d);
      const days =
        dayA | (lastDay - dayA) | dayB | (lastDay - dayB) | dayC | (lastDay - dayC) | dayD | (lastDay - dayD);
      if ((payees | days) < 0) break;
      const baseA = slotBase[a]!;
      const baseB = slotBase[b]!;
      const baseC = slotBase[c]!;
      const baseD = slotBase[d]!;
      const periodA = periodOfDay[dayA]!;
      const periodB = periodOfDay[dayB]!;
      const periodC = periodOfDay[dayC]!;
      const periodD = periodOfDay[dayD]!;
      if ((baseA | periodA | baseB | periodB | baseC | periodC | baseD | periodD) < 0) break;
      sums[baseA + periodA]! += amounts[row]!;
      sums[baseB + periodB]! += amounts[row + 1]!;
      sums[baseC + periodC]! += amounts[row + 2]!;
      sums[baseD + periodD]! += amounts[row + 3]!;
    }
    const stop = Math.min(row + 4, end) | 0;
    for (; row < stop; row = (row + 1) | 0) {
      const who = payee[row]!;
      const when = (day[row]! - start) | 0;
      const base = who >= 0 && who <= lastPayee ? slotBase[who]! : -1;
      const period = when >= 0 && when <= lastDay ? periodOfDay[when]! : -1;
      if ((base | period) < 0) without = (without + 1) | 0;
      else sums[base + period]! += amounts[row]!;
    }
  }
  return without;
}
