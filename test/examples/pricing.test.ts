import { expect, test } from 'vitest';
import { addMoney, money, sumMoney } from 'salesmodel/core';
import { batteryLease } from '../../examples/demo/batteryLease.js';
import { keyAccountQuote } from '../../examples/demo/keyAccountQuote.js';
import { seasonPrice } from '../../examples/demo/seasonPrice.js';
import { usageBilling } from '../../examples/demo/usageBilling.js';

const sum = (amounts: readonly string[], currency: string): string =>
  sumMoney(
    amounts.map((amount) => money(amount, currency)),
    currency,
  ).amount;

test('a key account pays its own price, and the manager signs what the waterfall takes apart', () => {
  const { check, waterfall, text } = keyAccountQuote();
  expect(check.quote.lines[0]!.list).toBe('55200');
  expect(check.quote.applied.map(({ condition }) => condition)).toEqual(['spring', 'manual']);
  expect(check.violations).toEqual([]);
  expect(check.approvals).toMatchObject({ status: 'needsApproval', approvers: [{ role: 'manager' }] });
  expect(addMoney(money(waterfall.invoice, 'CNY'), money('0', 'CNY')).amount).toBe(sum([check.quote.net], 'CNY'));
  expect(sum([waterfall.pocketMargin, ...waterfall.bars.map(({ amount }) => amount)], 'CNY')).toBe(waterfall.list);
  expect(text).toContain('to be signed by: manager');
});

test('the days of a month of usage add up to the month, and with the top-up to what was promised', () => {
  const { daily, whole, commitment, payable, text } = usageBilling();
  expect(sum(daily, 'USD')).toBe(whole);
  expect(daily).toHaveLength(30);
  expect([payable, commitment.carriedOver]).toEqual(['2000.00', '0.00']);
  expect(text).toContain('billed 1518.41, promised 2000.00, topped up 481.59: payable 2000.00');
});

test('a battery is bought or leased, to the cent', () => {
  const { terms, comparisons, text } = batteryLease();
  for (const [year, { lease, pvLease, breakEvenMonth }] of Object.entries(comparisons)) {
    expect(
      sum(
        lease.map(({ presentValue }) => presentValue),
        'CNY',
      ),
    ).toBe(sum([pvLease], 'CNY'));
    expect(lease).toHaveLength(96);
    expect(lease.every(({ amount }) => amount === terms[year]!.lease.rent)).toBe(true);
    expect(breakEvenMonth).toBe(year === '2020' ? 85 : 'never');
  }
  expect(text).toContain('0.077303');
});

test('a season sells no more than there is, at prices within bounds that move by steps', () => {
  const { policy, stock, weeks, text } = seasonPrice();
  expect(weeks.reduce((left, { sold }) => left - sold, stock)).toBe(weeks.at(-1)!.stock - weeks.at(-1)!.sold);
  let before = 120;
  for (const { price, sold, stock: left } of weeks) {
    expect(sold).toBeLessThanOrEqual(left);
    expect(Number(price.price)).toBeGreaterThanOrEqual(Number(policy.floor));
    expect(Number(price.price)).toBeLessThanOrEqual(Number(policy.ceiling));
    expect(Math.abs(Number(price.price) / before - 1)).toBeLessThan(0.085);
    before = Number(price.price);
  }
  expect(weeks[0]!.price.missing).toEqual(['demand']);
  expect(weeks.some(({ price }) => price.steps.some(({ code }) => code === 'step'))).toBe(true);
  expect(text).toContain('left');
});
