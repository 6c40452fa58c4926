/** What one customer or many spent, in the order of their days customer by customer. */
export interface TierLedger<Amount extends number | bigint = number | bigint> {
  readonly days: ArrayLike<number>;
  /** Totals of the first of the amounts, from none to all: one more than days. */
  readonly sums: ArrayLike<Amount>;
  readonly zero: Amount;
}

/** The first of some places of a ledger whose day is not before a day; where there is none, the end. */
export function placeOf(days: ArrayLike<number>, day: number, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (days[middle]! < day) from = middle + 1;
    else to = middle;
  }
  return from;
}
