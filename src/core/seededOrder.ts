import { fail } from './fail.js';
import { seededFirst } from './seededFirst.js';

/**
 * Returns distinct ids in an order that looks random and depends on the seed alone: where an id stands among others does not
 * depend on their order or on who else is there. So samples can be drawn per partition and merged, and a new id
 * never reshuffles the rest.
 *
 * @param ids distinct texts
 * @param seed integer from 0 to 2³² − 1
 * @throws SalesModelError `seed.invalid`, `ids.duplicate`
 * @example
 * import { seededOrder } from 'salesmodel/core';
 *
 * seededOrder(['a', 'b', 'c', 'd'], 7); // => ['d', 'b', 'c', 'a']
 * seededOrder(['d', 'c', 'a'], 7); // => ['d', 'c', 'a']
 */
export function seededOrder(ids: readonly string[], seed: number): string[] {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) fail('ids.duplicate', ['ids', index], { id });
    seen.add(id);
  });
  return seededFirst(ids, seed, ids.length);
}
