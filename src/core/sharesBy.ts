import { checkKey } from './checkJson.js';
import { ZERO, plus, toDecimal, type Decimal, type DecimalLike } from './decimal.js';
import { fail } from './fail.js';
import { ratioOf, type Ratio } from './ratio.js';

/** One row of what is shared out: the classes it belongs to and its size. */
export interface ShareRow {
  readonly keys: Readonly<Record<string, string>>;
  readonly value: DecimalLike;
}

/** The part of a group in the total. A key that the group's rows lack is `null`. */
export interface Share {
  readonly keys: Readonly<Record<string, string | null>>;
  readonly share: Ratio;
}

/**
 * Returns the share of each group in the total of all rows, sorted by the keys in the order of `by`
 * (UTF-16 code units, rows without the key last). The numerators add up to the total, which is the denominator of all.
 *
 * @param rows sizes with their classes
 * @param by names of the keys that make a group; none makes one group of all rows
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `key.invalid`, `key.forbidden`
 * @example
 * import { sharesBy } from 'salesmodel/core';
 *
 * sharesBy(
 *   [
 *     { keys: { channel: 'web', month: '2026-01' }, value: '30' },
 *     { keys: { channel: 'shop', month: '2026-01' }, value: '50' },
 *     { keys: { channel: 'web', month: '2026-02' }, value: '20' },
 *   ],
 *   ['channel'],
 * ).map(({ keys, share }) => [keys.channel, share.value]); // => [['shop', '0.5'], ['web', '0.5']]
 */
export function sharesBy(rows: readonly ShareRow[], by: readonly string[]): Share[] {
  by.forEach((name, index) => checkKey(name, ['by', index]));
  const groups = new Map<string, { keys: (string | null)[]; sum: Decimal }>();
  let total = ZERO;
  rows.forEach((row, index) => {
    const keys = by.map((name) => keyOf(row, name, index));
    const value = toDecimal(row.value, ['rows', index, 'value']);
    const id = JSON.stringify(keys);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { keys, sum: value });
    else group.sum = plus(group.sum, value);
    total = plus(total, value);
  });
  return [...groups.values()]
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ keys, sum }) => ({
      keys: Object.fromEntries(by.map((name, index) => [name, keys[index] ?? null])),
      share: ratioOf(sum, total),
    }));
}

function keyOf(row: ShareRow, name: string, index: number): string | null {
  const key: unknown = Object.hasOwn(row.keys, name) ? (row.keys[name] ?? null) : null;
  if (typeof key !== 'string' && key !== null) fail('key.invalid', ['rows', index, 'keys', name], { value: key });
  return key;
}

function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    return right === null || (left !== null && left < right) ? -1 : 1;
  }
  return 0;
}
