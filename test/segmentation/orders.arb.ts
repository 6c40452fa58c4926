import fc from 'fast-check';
import { fromDayNumber } from '../../src/core/index.js';
import type { OrderRow } from '../../src/segmentation/index.js';
import { fromScaled } from '../core/decimalText.arb.js';

/** Amounts of few digits, so that equal ones and zeros occur, and some that no double holds. */
export const amounts = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 2000 }).map((units) => fromScaled(BigInt(units), 2)) },
  { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((units) => fromScaled(units, 3)) },
);

const texts = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  arbitrary.map((text) => text.replace(/^-(0(\.0+)?)$/, '$1'));

/** Sound rows of a few customers over three months. */
export const orderRows: fc.Arbitrary<OrderRow[]> = fc.array(
  fc.record({
    customer: fc.constantFrom('a', 'b', 'B', 'ab', 'é'),
    date: fc.integer({ min: 20_000, max: 20_090 }).map((day) => fromDayNumber(day)),
    amount: texts(amounts),
    id: fc.constantFrom('1', '2', '3'),
    profit: texts(amounts),
  }),
  { maxLength: 25 },
);
