/** Most different sums that are kept apart. */
export const MAX_OUTCOMES = 1_000_000;

/** Chances of sums: whole numbers of one over a power of ten that all of them share. */
export type Masses = ReadonlyMap<bigint, bigint>;

/** Nothing is won for sure. */
export const NOTHING: Masses = new Map([[0n, 1n]]);

/**
 * The sums with one more deal, or `null` where there are too many.
 *
 * @param chance of the deal, in units of `1 / one`
 */
export function convolve(masses: Masses, units: bigint, chance: bigint, one: bigint): Masses | null {
  const next = new Map<bigint, bigint>();
  const rest = one - chance;
  for (const [sum, mass] of masses) {
    if (rest > 0n) next.set(sum, (next.get(sum) ?? 0n) + mass * rest);
    if (chance > 0n) next.set(sum + units, (next.get(sum + units) ?? 0n) + mass * chance);
  }
  return next.size > MAX_OUTCOMES ? null : next;
}
