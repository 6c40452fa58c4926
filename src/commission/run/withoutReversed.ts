import type { CreditPart, Items } from './items.js';

/** Items without what was reversed: parts of them, and none of those of which nothing is left. */
export function withoutReversed(items: Items, leftOf: (credit: number) => CreditPart | null): Items {
  const kept: number[] = [];
  const offset = new Int32Array(items.offset.length);
  const part = (item: number): CreditPart | null => (items.collection[item]! >= 0 ? null : leftOf(items.credit[item]!));
  for (let slot = 0; slot + 1 < items.offset.length; slot += 1) {
    for (let item = items.offset[slot]!; item < items.offset[slot + 1]!; item += 1) {
      const isBack = (items.back?.[item] ?? -1) >= 0;
      if (!isBack && part(item)?.part.isZero() !== true) kept.push(item);
    }
    offset[slot + 1] = kept.length;
  }
  const take = (column: ArrayLike<number>): Int32Array => Int32Array.from(kept, (item) => column[item]!);
  return {
    n: kept.length,
    offset,
    credit: take(items.credit),
    day: take(items.day),
    collection: take(items.collection),
    origin: Int32Array.from(kept),
    partOf: (item) => part(kept[item]!),
  };
}
