import * as fc from 'fast-check';
import type { Tier, TierMode, Tiers } from '../../src/core/tiers.js';

/** A decimal of few digits, so that bounds and quantities meet often. */
export const smallDecimal = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least * 4, max: most * 4 }).map((quarters) => String(quarters / 4));

const MODES: readonly TierMode[] = ['marginal', 'whole', 'anchored', 'interpolated'];

/** Tables of one to five tiers; `least` is the lowest rate, flat and amount. */
export function tiersArb({
  least = 0,
  modes = MODES,
}: { least?: number; modes?: readonly TierMode[] } = {}): fc.Arbitrary<Tiers> {
  return fc
    .record({
      mode: fc.constantFrom(...modes),
      boundary: fc.constantFrom('lower' as const, 'upper' as const),
      anchor: smallDecimal(1, 30),
      flatWhenZero: fc.boolean(),
      widths: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
      rates: fc.array(smallDecimal(least, 5), { minLength: 5, maxLength: 5 }),
      flats: fc.array(fc.option(smallDecimal(least, 20), { nil: undefined }), { minLength: 5, maxLength: 5 }),
    })
    .map(({ widths, rates, flats, ...table }) => {
      let bound = 0;
      const tiers = [...widths, null].map((width, index): Tier => {
        bound += width ?? 0;
        const figure = rates[index] ?? '0';
        return {
          upTo: width === null ? null : String(bound / 4),
          ...(table.mode === 'interpolated' && width !== null ? { amount: figure } : { rate: figure }),
          ...(flats[index] === undefined ? {} : { flat: flats[index] }),
        };
      });
      return { ...table, tiers };
    });
}
