/**
 * Where the slots of rows are found: slot = slotBase[payee] + periodOfDay[day − firstDay].
 * −1 in either table, a payee below 0 or beyond the table, and a day outside it mean that a row has no slot.
 */
export interface SlotMap {
  readonly slotBase: Int32Array;
  readonly periodOfDay: Int32Array;
  readonly firstDay: number;
}

/** The keys of rows, in the order in which their running totals grow. */
export interface RowKeys {
  readonly payee: Int32Array;
  readonly day: Int32Array;
}

/** The slot of one row, −1 where it has none. The loops of the kernels say the same in place. */
export function slotOf({ slotBase, periodOfDay, firstDay }: SlotMap, payee: number, day: number): number {
  const base = slotBase[payee] ?? -1;
  const period = periodOfDay[day - firstDay] ?? -1;
  return base < 0 || period < 0 ? -1 : base + period;
}

/** The slots of all rows. */
export function slotsOf(map: SlotMap, { payee, day }: RowKeys): Int32Array {
  return payee.map((who, row) => slotOf(map, who, day[row]!));
}
