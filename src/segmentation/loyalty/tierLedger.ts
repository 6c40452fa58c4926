/** What one customer spent, by day: row `i` of the customer is place `i`, the days ascend. */
export interface TierLedger<Amount extends number | bigint = number | bigint> {
  readonly size: number;
  dayAt(place: number): number;
  /** Total of the places from one up to another, which is not among them. */
  sum(from: number, to: number): Amount;
  readonly zero: Amount;
}

/** The first place whose day is not before a day. */
export function placeOf({ size, dayAt }: TierLedger, day: number): number {
  let from = 0;
  let to = size;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (dayAt(middle) < day) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Total of the days from one up to another, which is not among them. */
export function sumOfDays<Amount extends number | bigint>(
  ledger: TierLedger<Amount>,
  from: number,
  to: number,
): Amount {
  return ledger.sum(placeOf(ledger, from), placeOf(ledger, to));
}
