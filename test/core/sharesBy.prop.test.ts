import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRatios, sharesBy } from '../../src/core/index.js';

test('shares do not depend on the order of rows, and add up to the whole', () => {
  const row = fc.record({
    keys: fc.record({ a: fc.constantFrom('x', 'y', 'z'), b: fc.constantFrom('1', '2') }, { requiredKeys: ['b'] }),
    value: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), fc.nat(), (list, shift) => {
      const shares = sharesBy(list, ['a', 'b']);
      const turned = [...list.slice(shift % list.length), ...list.slice(0, shift % list.length)];
      expect(sharesBy(turned, ['a', 'b'])).toEqual(shares);
      const whole = shares.map(({ share }) => share).reduce(addRatios);
      expect(whole.value).toBe('1');
      expect(whole.numerator).toBe(whole.denominator);
    }),
  );
});
