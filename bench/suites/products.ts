import { Decimal } from 'decimal.js';
import { quotient } from '../../src/core/fixed/quotient.js';
import { roundSafe } from '../../src/core/fixed/safeQuotient.js';
import { roundProduct } from '../../src/core/fixed/wideQuotient.js';
import { race } from '../harness.js';
import { halfEven } from '../peers/integerLoop.js';
import { sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { type Findings, atLeast, atMost } from '../targets.js';
import { workload } from '../workload.js';

const HAND = 'hand-written round(amount × rate), products within 2⁵³';
const SAFE = 'round(amount × rate), products within 2⁵³';
const WIDE = 'round(amount × rate), amounts to 2⁵⁰';

/** Amount × rate of six decimals, rounded half even: products within 2⁵³ and beyond it, one pair of columns each. */
export async function products({ rows, slowRows, repetitions }: Size): Promise<Findings> {
  const { amount: small, slot } = workload(rows, 1000, 7);
  const rates = Float64Array.from(slot, (key, row) => (key * 7919 + row * 104_729) % 1_000_000);
  const large = small.map((x, row) => x * 9_000_000 + (row % 9_000_000));
  const result = new Float64Array(rows);
  const by = quotient(1_000_000n, 'halfEven');
  const Precise = Decimal.clone({ precision: 40 });

  const decimal = (row: number): number =>
    new Precise(large[row]!).times(rates[row]!).div(1_000_000).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).toNumber();
  const expectedLarge = Float64Array.from(large, (x, row) => bigint(x, rates[row]!));
  const expectedSmall = Float64Array.from(small, (x, row) => bigint(x, rates[row]!));
  // A loop each: one that they share would call what it does not know, and measure the calls.
  const times = await race('Rounded products', rows, repetitions, [
    {
      name: HAND,
      run() {
        for (let row = 0; row < rows; row++) result[row] = halfEven(small[row]! * rates[row]!);
        return result;
      },
      check: sameAs(expectedSmall),
    },
    {
      name: SAFE,
      run() {
        for (let row = 0; row < rows; row++) result[row] = roundSafe(small[row]! * rates[row]!, by);
        return result;
      },
      check: sameAs(expectedSmall),
    },
    {
      name: WIDE,
      run() {
        for (let row = 0; row < rows; row++) result[row] = roundProduct(large[row]!, rates[row]!, by);
        return result;
      },
      check: sameAs(expectedLarge),
    },
    {
      name: 'BigInt',
      run() {
        for (let row = 0; row < rows; row++) result[row] = bigint(large[row]!, rates[row]!);
        return result;
      },
      check: sameAs(expectedLarge),
    },
    {
      name: 'decimal.js',
      rows: slowRows,
      run() {
        for (let row = 0; row < slowRows; row++) result[row] = decimal(row);
        return result;
      },
      check: sameAs(expectedLarge.slice(0, slowRows)),
    },
  ]);
  return {
    must: [atMost(times, WIDE, 1.1, HAND), atLeast(times, WIDE, 8, 'BigInt'), atLeast(times, WIDE, 80, 'decimal.js')],
    stretch: [atMost(times, WIDE, 1.1, SAFE)],
  };
}

/** Half even, of integers of 0 or more. */
function bigint(amount: number, rate: number): number {
  const value = BigInt(amount) * BigInt(rate);
  const twice = 2n * (value % 1_000_000n);
  const whole = value / 1_000_000n;
  return Number(twice > 1_000_000n || (twice === 1_000_000n && whole % 2n === 1n) ? whole + 1n : whole);
}
