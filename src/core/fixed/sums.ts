import { inBlocks } from './inBlocks.js';
import type { RowKeys, SlotMap } from './slots.js';

/** Adds amounts to sums by slot and returns the number of rows without one. Exact while the magnitudes add up to 2⁵³. */
export function sumRows(sums: Float64Array, map: SlotMap, keys: RowKeys, amounts: Float64Array): number {
  return inBlocks(amounts.length, (from, to) => sumBlock(sums, map, keys, amounts, from, to));
}

function sumBlock(
  sums: Float64Array,
  { slotBase, periodOfDay, firstDay }: SlotMap,
  { payee, day }: RowKeys,
  amounts: Float64Array,
  from: number,
  to: number,
): number {
  const payees = slotBase.length | 0;
  const days = periodOfDay.length | 0;
  const start = firstDay | 0;
  const end = to | 0;
  let without = 0;
  for (let row = from | 0; row < end; row = (row + 1) | 0) {
    const who = payee[row]!;
    const when = (day[row]! - start) | 0;
    const base = who >>> 0 < payees ? slotBase[who]! : -1;
    const period = when >>> 0 < days ? periodOfDay[when]! : -1;
    if ((base | period) < 0) {
      without = (without + 1) | 0;
    } else {
      const slot = (base + period) | 0;
      sums[slot] = sums[slot]! + amounts[row]!;
    }
  }
  return without;
}

/** The same for items whose slots are known; −1 is none. */
export function sumItems(sums: Float64Array, slotOfItem: Int32Array, amounts: Float64Array): number {
  let without = 0;
  for (let item = 0; item < amounts.length; item++) {
    const slot = slotOfItem[item]!;
    if (slot < 0) without++;
    else sums[slot] = sums[slot]! + amounts[item]!;
  }
  return without;
}
