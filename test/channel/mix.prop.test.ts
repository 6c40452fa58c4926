import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelMixShare, type ChannelMixRow, classifySalesMode, mixShift } from '../../src/channel/index.js';
import { addRatios, decimalString, type Ratio } from '../../src/core/index.js';

const mixes = (least = 0): fc.Arbitrary<ChannelMixRow[]> =>
  fc.uniqueArray(
    fc.record({
      channel: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      value: fc.integer({ min: least, max: 1000 }).map(String),
    }),
    { selector: ({ channel }) => channel, minLength: 1 },
  );
const sum = (ratios: readonly Ratio[]): Ratio => ratios.reduce(addRatios);
const holder = fc.constantFrom('supplier' as const, 'shared' as const, 'intermediary' as const);
const rights = fc.record({
  price: holder,
  contract: holder,
  fulfilment: holder,
  display: holder,
  quality: holder,
  assortment: holder,
});

test('shares add up to one, rounded or not, and the order of rows changes nothing', () => {
  fc.assert(
    fc.property(mixes(1), fc.integer({ min: 0, max: 6 }), (rows, decimals) => {
      const mix = channelMixShare(rows, { decimals });
      expect(sum(mix.shares.map(({ share }) => share)).value).toBe('1');
      const units = mix.shares.map(({ rounded }) => BigInt(decimalString(rounded!, decimals).replace('.', '')));
      expect(units.reduce((a, b) => a + b)).toBe(10n ** BigInt(decimals));
      expect(channelMixShare(rows.toReversed(), { decimals })).toEqual(mix);
      const count = Number(mix.effectiveNumber.value);
      expect(count).toBeGreaterThanOrEqual(1);
      expect(count).toBeLessThanOrEqual(rows.length + 1e-9);
    }),
    { numRuns: 1000 },
  );
});

test('shifts cancel out, contributions add up to the growth of the total', () => {
  fc.assert(
    fc.property(mixes(1), mixes(1), (before, after) => {
      const shifts = mixShift(before, after);
      expect(sum(shifts.map(({ shift }) => shift)).value).toBe('0');
      const total = (rows: readonly ChannelMixRow[]): number => rows.reduce((all, { value }) => all + Number(value), 0);
      const { numerator, denominator } = sum(shifts.map(({ growthContribution }) => growthContribution));
      expect(Number(numerator) / Number(denominator)).toBeCloseTo(total(after) / total(before) - 1, 9);
    }),
    { numRuns: 1000 },
  );
});

test('contributions add up to the position, and a right that goes to the supplier never lowers it', () => {
  fc.assert(
    fc.property(rights, fc.constantFrom('price', 'display', 'quality'), (given, right) => {
      const { position, contributions } = classifySalesMode(given);
      expect(sum(contributions.map(({ contribution }) => contribution))).toEqual(position);
      const more = classifySalesMode({ ...given, [right]: 'supplier' });
      expect(Number(more.position.value)).toBeGreaterThanOrEqual(Number(position.value));
    }),
    { numRuns: 1000 },
  );
});
