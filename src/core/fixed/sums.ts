import type { RowKeys, SlotMap } from './slots.js';

/** Sums of amounts by slot and the number of rows without one. */
export interface Sums {
  readonly sums: Float64Array;
  readonly without: number;
}

/** Exact while the magnitudes add up to at most 2⁵³. */
export function rowSums(
  slots: number,
  { slotBase, periodOfDay, firstDay }: SlotMap,
  { payee, day }: RowKeys,
  amounts: Float64Array,
): Sums {
  const sums = new Float64Array(slots);
  const payees = slotBase.length | 0;
  const days = periodOfDay.length | 0;
  let without = 0;
  for (let row = 0; row < amounts.length; row++) {
    const who = payee[row]!;
    const when = (day[row]! - firstDay) | 0;
    if (who >>> 0 >= payees || when >>> 0 >= days) {
      without++;
      continue;
    }
    const base = slotBase[who]!;
    const period = periodOfDay[when]!;
    if ((base | period) < 0) {
      without++;
      continue;
    }
    const slot = (base + period) | 0;
    sums[slot] = sums[slot]! + amounts[row]!;
  }
  return { sums, without };
}

/** The same for items whose slots are known; −1 is none. */
export function itemSums(slots: number, slotOfItem: Int32Array, amounts: Float64Array): Sums {
  const sums = new Float64Array(slots);
  let without = 0;
  for (let item = 0; item < amounts.length; item++) {
    const slot = slotOfItem[item]!;
    if (slot < 0) without++;
    else sums[slot] = sums[slot]! + amounts[item]!;
  }
  return { sums, without };
}
