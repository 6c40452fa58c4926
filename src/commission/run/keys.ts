import type { FixedColumn } from '../../core/fixed/column.js';

/** What a kernel reads of rows. */
export interface Keys {
  readonly payee: Int32Array;
  readonly day: Int32Array;
  readonly amount: FixedColumn['values'];
}

/** The same in the order in which a kernel adds up. */
export interface OrderedKeys extends Keys {
  /** Row at each place; `null` where row order is the order. */
  readonly row: Int32Array | null;
}

/** Keys of rows that were sorted. */
export type SortedKeys = OrderedKeys & { readonly row: Int32Array };

/** Integers at places of theirs. */
export function picked(values: Int32Array, places: Int32Array): Int32Array {
  const result = new Int32Array(places.length);
  for (let at = 0; at < places.length; at++) result[at] = values[places[at]!]!;
  return result;
}

/** Amounts at places of theirs. */
export function pickedAmounts(values: Keys['amount'], places: Int32Array): Keys['amount'] {
  if (values instanceof Float64Array) {
    const result = new Float64Array(places.length);
    for (let at = 0; at < places.length; at++) result[at] = values[places[at]!]!;
    return result;
  }
  if (values instanceof BigInt64Array) return BigInt64Array.from(places, (place) => values[place]!);
  return Array.from(places, (place) => values[place]!);
}
