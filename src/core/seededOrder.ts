import { fail } from './fail.js';
import { hash32 } from './hash.js';
import { checkSeed } from './random.js';

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
  const second = (checkSeed(seed, ['seed']) ^ 0x9e3779b9) >>> 0;
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) fail('ids.duplicate', ['ids', index], { id });
    seen.add(id);
  });
  return ids
    .map((id) => ({ id, first: hash32(id, seed), second: hash32(id, second) }))
    .sort((a, b) => a.first - b.first || a.second - b.second || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
