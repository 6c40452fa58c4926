import { expect, test } from 'vitest';
import { orderedKeys } from '../../../src/commission/run/canonicalOrder.js';
import type { Rows } from '../../../src/commission/run/rows.js';

/** Rows of which only order is asked. */
function rowsOf(day: readonly number[], seq: readonly number[] | null, ordered: boolean): Rows {
  return {
    n: day.length,
    day: Int32Array.from(day),
    seq: seq && Int32Array.from(seq),
    ordered,
    payee: Int32Array.from(day, (_, row) => row),
    amount: { values: Float64Array.from(day, (_, row) => row / 2), scale: 0 },
  } as Partial<Rows> as Rows;
}

test('verify keeps rows that stand in order, sort sorts them again, given sorts none', () => {
  const ordered = rowsOf([5, 5, 7], null, true);
  expect(orderedKeys(ordered, 'verify').row).toBeNull();
  expect(orderedKeys(ordered, 'sort').row).toEqual(Int32Array.of(0, 1, 2));
  const unordered = rowsOf([7, 5, 5], [0, 2, 1], false);
  expect(orderedKeys(unordered, 'given').row).toBeNull();
  expect(orderedKeys(unordered, 'verify').row).toEqual(Int32Array.of(2, 1, 0));
});

test('rows without ranks keep their order within a day', () => {
  expect(orderedKeys(rowsOf([7, 5, 7, 5], null, false), 'verify').row).toEqual(Int32Array.of(1, 3, 0, 2));
});

test('days may lie as far apart as they like', () => {
  expect(orderedKeys(rowsOf([2932896, -719162, 2932896, 0], [3, 1, 2, 0], false), 'verify').row).toEqual(
    Int32Array.of(1, 3, 2, 0),
  );
});

test('no rows have an order too', () => {
  expect(orderedKeys(rowsOf([], null, true), 'sort').row).toEqual(new Int32Array());
});

test('the columns of a kernel come in the order, or as they are', () => {
  const rows = rowsOf([7, 5, 6], null, false);
  expect(orderedKeys(rows, 'verify')).toEqual({
    payee: Int32Array.of(1, 2, 0),
    day: Int32Array.of(5, 6, 7),
    amount: Float64Array.of(0.5, 1, 0),
    row: Int32Array.of(1, 2, 0),
  });
  const same = orderedKeys(rows, 'given');
  expect([same.payee, same.day, same.amount]).toEqual([rows.payee, rows.day, rows.amount.values]);
  expect(same.payee).toBe(rows.payee);
  const wide = (values: Rows['amount']['values']) =>
    orderedKeys({ ...rows, amount: { values, scale: 0 } }, 'verify').amount;
  expect(wide(BigInt64Array.of(1n, 2n, 3n))).toEqual(BigInt64Array.of(2n, 3n, 1n));
  expect(wide([1n, 2n, 3n])).toEqual([2n, 3n, 1n]);
});
