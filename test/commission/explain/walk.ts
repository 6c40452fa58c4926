import { plus, toDecimal, ZERO } from '../../../src/core/decimal.js';
import type { Path } from '../../../src/core/errors.js';
import type { Explanation } from '../../../src/core/index.js';
import type { RunInput } from '../../../src/commission/index.js';

/** Every step of a tree, each subtree once where the same text comes again. */
export function* steps(root: Explanation): Generator<Explanation> {
  const open = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    open.push(...next.from);
  }
}

/** Steps that say they are a sum and are not. */
export function wrongSums(root: Explanation): Explanation[] {
  return [...steps(root)].filter(({ params, value, from }) => {
    if (params['additive'] !== true) return false;
    const sum = from.reduce((total, part) => plus(total, toDecimal(String(part.value))), ZERO);
    return !sum.eq(toDecimal(String(value)));
  });
}

/** Facts that do not stand in the input where they say. */
export function wrongFacts(root: Explanation, input: RunInput): Explanation[] {
  return [...steps(root)].filter(({ params, value, from }) => {
    const path = params['path'] as Path | undefined;
    if (path === undefined || from.length > 0) return false;
    const found = at(input, path);
    if (value === null) return false;
    return typeof value === 'string' &&
      /^-?[\d.]+$/.test(value) &&
      typeof found === 'string' &&
      /^-?[\d.]+$/.test(found)
      ? !toDecimal(found).eq(toDecimal(value))
      : found !== value;
  });
}

/** What stands at a path, in which entries with an id are named by it. */
function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((place, key) => {
    if (Array.isArray(place) && typeof key === 'string') {
      return (place as { readonly id: string }[]).find(({ id }) => id === key);
    }
    return (place as Record<string | number, unknown> | undefined)?.[key];
  }, root);
}
