import { valueOrder } from '../populations/valueOrder.js';
import type { ReadAbc } from './readAbcPolicy.js';

/** The places of values in a list, by share. */
export interface AbcPlaces {
  /** By value: a place in the letters. */
  readonly place: Uint8Array;
  /** By value: the sum that decided, before it or with it; `null` of one that is not above 0. */
  readonly decided: readonly (bigint | null)[];
  /** The values above 0, descending. */
  readonly sorted: readonly bigint[];
  /** Totals of the first of them, from none to all. */
  readonly sums: readonly bigint[];
  readonly total: bigint;
}

/** @param values in the order of their ids */
export function abcPlaces(values: readonly bigint[], read: ReadAbc): AbcPlaces {
  const order = descending(values);
  const sorted = order.map((at) => values[at]!);
  const sums = [0n];
  for (const value of sorted) sums.push(sums.at(-1)! + value);
  const total = sums.at(-1)!;
  const last = read.letters.length - 1;
  // The least sum with which a class is left: shares are compared as whole numbers.
  const bounds = read.cuts.map((cut) => {
    const whole = cut * total;
    return read.included ? (whole + read.one - 1n) / read.one : whole / read.one + 1n;
  });
  const place = new Uint8Array(values.length).fill(last);
  const decided = new Array<bigint | null>(values.length).fill(null);
  for (let start = 0; start < order.length;) {
    const value = sorted[start]!;
    let end = start;
    while (end < order.length && sorted[end] === value) end++;
    for (let at = start; at < end; at++) {
      // Equal values share the sum of the first of them, or of the last.
      const ahead = read.ties === 'byKey' ? at : read.ties === 'promote' ? start : end - 1;
      const sum = sums[read.included ? ahead : ahead + 1]!;
      const row = order[at]!;
      decided[row] = sum;
      let found = 0;
      while (found < last && sum >= bounds[found]!) found++;
      place[row] = found;
    }
    start = end;
  }
  return { place, decided, sorted, sums, total };
}

/** The values above 0 from the greatest down, equal ones in the order given. */
function descending(values: readonly bigint[]): number[] {
  const order = values.map((_, at) => at).filter((at) => values[at]! > 0n);
  if (order.some((at) => values[at]! > MOST)) {
    return order.sort((a, b) => (values[a]! > values[b]! ? -1 : values[a]! < values[b]! ? 1 : a - b));
  }
  const places = valueOrder(
    Float64Array.from(order, (at) => -Number(values[at])),
    order.length,
    1,
  );
  return Array.from(places, (place) => order[place]!);
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER);
