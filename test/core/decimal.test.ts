import { Decimal as Host } from 'decimal.js';
import { expect, test } from 'vitest';
import { divide, plus, toDecimal, toText } from '../../src/core/decimal.js';

test("a host's global settings change nothing", () => {
  Host.set({ precision: 3, rounding: Host.ROUND_UP });
  expect(toText(divide(toDecimal('1'), toDecimal('3')))).toBe('0.' + '3'.repeat(40));
  expect(toText(plus(toDecimal('1' + '0'.repeat(40)), toDecimal('0.' + '0'.repeat(39) + '1')))).toBe(
    '1' + '0'.repeat(40) + '.' + '0'.repeat(39) + '1',
  );
  Host.set({ defaults: true });
});
