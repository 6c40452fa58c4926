import { expect, test } from 'vitest';
import { reorganisation, REORGANISED } from '../../examples/demo/reorganisation.js';
import { northwindOrders } from '../../examples/demo/northwindOrders.js';
import { usd } from '../../examples/demo/usd.js';

const { result, text } = reorganisation();

/** Who is above whom, by hand. */
const above = (id: string, date: string): string | undefined => {
  if (id === 'rep-6' || id === 'rep-7') return date < REORGANISED ? 'rep-5' : 'rep-4';
  if (id === 'rep-9') return 'rep-5';
  return id === 'rep-2' ? undefined : 'rep-2';
};

test('every override is 2 % of the own people and 1 % of theirs, by the team of the day', () => {
  const basis = new Map<string, bigint>();
  const add = (manager: string | undefined, month: string, halves: bigint): void => {
    if (manager !== undefined) basis.set(`${manager} ${month}`, (basis.get(`${manager} ${month}`) ?? 0n) + halves);
  };
  for (const { date, amount, payeeId = '' } of northwindOrders()) {
    const [whole = '', part = ''] = amount.split('.');
    const cents = BigInt(whole + part.padEnd(2, '0'));
    const first = above(payeeId, date);
    add(first, date.slice(0, 7), cents * 2n);
    // Half of an odd cent is rounded to the even one where the credit is made.
    const half = cents / 2n + (cents % 2n === 1n && (cents / 2n) % 2n === 1n ? 1n : 0n);
    if (first !== undefined) add(above(first, date), date.slice(0, 7), half * 2n);
  }
  for (const { payeeId, period, payout } of result.statements) {
    // Doubled cents × 2 %, in cents, half to even.
    const hundredths = basis.get(`${payeeId} ${period.label}`) ?? 0n;
    const cents = hundredths / 100n;
    const rest = hundredths % 100n;
    const rounded = cents + (rest > 50n || (rest === 50n && cents % 2n === 1n) ? 1n : 0n);
    expect(payout).toBe(`${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`);
  }
});

test('lines add up to what is paid, and no sale is missing at the border', () => {
  const lines = result.lines ?? [];
  expect(usd(lines.map(({ earned }) => earned))).toBe(usd(result.statements.map(({ payout }) => payout ?? '0')));
  const of = (payeeId: string, seller: string): readonly string[] => {
    const own = new Set(
      northwindOrders()
        .filter((order) => order.payeeId === seller)
        .map(({ id }) => id),
    );
    return lines
      .filter((line) => line.payeeId === payeeId && own.has(line.transactionId ?? ''))
      .map(({ period }) => period);
  };
  expect(of('rep-5', 'rep-7').every((period) => period < REORGANISED)).toBe(true);
  expect(of('rep-4', 'rep-7').every((period) => period >= REORGANISED)).toBe(true);
  expect(of('rep-5', 'rep-7').length * of('rep-4', 'rep-7').length).toBeGreaterThan(0);
});

test('it prints the months of the managers and why', () => {
  expect(text).toContain('2013-06                 499.32              0.00           180.59    679.91');
  expect(text).toContain('component team of rep-4 from 2013-07-01 to 2013-08-01 = 137.30');
});
