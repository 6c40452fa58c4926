import fc from 'fast-check';
import { fromScaled } from '../../core/decimalText.arb.js';

/** Decimals that often tie, also when they are written differently; safe integers, wide ones and huge ones. */
export const decimals: fc.Arbitrary<string> = fc
  .record({
    units: fc.oneof(
      { weight: 4, arbitrary: fc.bigInt({ min: -4n, max: 4n }) },
      fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n }),
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    ),
    zeros: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ units, zeros }) => (units === 0n ? '0' : fromScaled(units * 10n ** BigInt(zeros), zeros)));

/** Entries of distinct ids, in any order, some without a value. */
export const entries = (value: fc.Arbitrary<string> = decimals) =>
  fc.uniqueArray(
    fc.record({
      id: fc.string({ maxLength: 3 }),
      value: fc.option(value, { freq: 9 }),
      facts: fc.record({ second: fc.option(decimals) }),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  );

/** What has a value. */
export function valued<Entry extends { readonly value: string | null }>(
  list: readonly Entry[],
): (Entry & { readonly value: string })[] {
  return list.filter((entry): entry is Entry & { readonly value: string } => entry.value !== null);
}
