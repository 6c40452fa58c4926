import { beforeAll, describe, expect, test } from 'vitest';
import { type Computed, type Demo, demo } from '../../examples/demo/demo.js';

describe('the demo', () => {
  const printed: string[] = [];
  let done: Demo;

  beforeAll(async () => {
    done = await demo(
      (text) => printed.push(text),
      () => {},
    );
  }, 60_000);

  const statement = ({ result }: Computed, payee: string, month: string) =>
    result.statements.find(({ payeeId, period }) => payeeId === payee && period.label === month);

  test('reads every row and accounts for it', () => {
    expect(done.northwind.result.totals).toMatchObject({ rows: 830, credited: 417, rejected: 21, outside: 392 });
    expect(done.superstore.result.totals).toMatchObject({
      rows: 9994,
      credited: 3308,
      rejected: 14,
      duplicates: 1,
      outside: 6671,
    });
  });

  test('rejects the orders that were never shipped, and says so', () => {
    const orders = done.northwind.input.transactions;
    const unshipped = orders.filter(({ dates }) => dates?.['shipped'] === undefined).map(({ id }) => id);
    expect(new Set(done.northwind.result.rejected.map(({ id }) => id))).toEqual(new Set(unshipped));
    expect(printed[0]).toContain('21 × row.dateMissing');
  });

  test('counts a copied line once and rejects lines that contradict each other', () => {
    expect(new Set(done.superstore.result.rejected.map(({ code }) => code))).toEqual(new Set(['row.duplicateId']));
    expect(printed[2]).toContain('14 × row.duplicateId');
  });

  test('makes a statement a month for everybody', () => {
    expect(done.northwind.result.statements).toHaveLength(9 * 12);
    expect(done.superstore.result.statements).toHaveLength(4 * 12);
  });

  test('takes prices and discounts for the decimals that they are', () => {
    // 42.40 × 35 and 16.80 × 15 less 15 %, 7.70 × 10 without a discount
    const order = done.northwind.input.transactions.find(({ id }) => id === 'order-10250');
    expect(order?.amount).toBe('1552.6');
  });

  test('pays the accelerator up to the cap', () => {
    const king = done.northwind.result.statements.filter(({ payeeId }) => payeeId === 'rep-7');
    const earned = king.map(({ components }) => Number(components[0]?.earned));
    // 6.5 % of the quota of 50,000
    expect(earned.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(3250, 6);
    expect(statement(done.northwind, 'rep-7', '2013-12')?.payout).toBe('0.00');
  });

  test('pays managers on what their people sell', () => {
    const withOverride = done.northwind.result.statements
      .filter(({ components }) => components[1]?.earned !== '0.00')
      .map(({ payeeId }) => payeeId);
    expect([...new Set(withOverride)].toSorted()).toEqual(['rep-2', 'rep-5']);
  });

  test('sets a month that loses margin off against later ones', () => {
    const april = statement(done.superstore, 'West', '2017-04');
    const may = statement(done.superstore, 'West', '2017-05');
    expect(april?.payout).toBe('0.00');
    expect(april?.carryOut).toMatch(/^-/);
    expect(may?.carryIn).toBe(april?.carryOut);
  });

  test('adds up to the cent and gives the same bytes for shuffled rows', () => {
    const failed = [...done.northwind.checks, ...done.superstore.checks].filter(({ holds }) => !holds);
    expect(failed).toEqual([]);
    expect(done.ok).toBe(true);
  });

  test('explains a payout in both languages', () => {
    expect(printed[1]).toContain('component team of rep-5');
    expect(printed[1]).toContain('# payout to rep-5 for 2013-08');
    expect(printed[1]).toContain('# rep-5 在方案 northwind 下 2013-08');
  });

  test('draws its plots into the report', () => {
    expect(done.html.match(/<svg /g)).toHaveLength(4);
    expect(done.html).not.toMatch(/NaN|undefined/);
  });
});
