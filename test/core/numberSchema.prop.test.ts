import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDecimal } from '../../src/core/decimal.js';
import { DecimalString, SalesModelError } from '../../src/core/index.js';
import { decimalText } from './decimalText.arb.js';

function reads(text: string): boolean {
  try {
    toDecimal(text);
    return true;
  } catch (error) {
    if (error instanceof SalesModelError) return false;
    throw error;
  }
}

const nearMiss = fc.string({
  unit: fc.constantFrom('0', '1', '9', '.', '-', '0', '+', 'e', ' ', ',', '\n', '٣'),
  maxLength: 7,
});
const aroundTheLimit = fc
  .record({
    sign: fc.constantFrom('', '-'),
    whole: fc.constantFrom('', '0', '1', '12'),
    digits: fc.integer({ min: 996, max: 1003 }),
    point: fc.constantFrom('', '.'),
  })
  .map(({ sign, whole, digits, point }) => sign + whole + point + '7'.repeat(digits));

test('the schema takes exactly the texts that calculations read', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof(nearMiss, decimalText(), aroundTheLimit, fc.string()), (text) => {
      const isTaken = DecimalString.safeParse(text).success;
      expect(isTaken).toBe(reads(text));
      if (isTaken) taken++;
    }),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(300);
});
