import { expect, test } from 'vitest';
import { money, sumMoney } from 'salesmodel/core';
import { crmImport } from '../../examples/demo/crmImport.js';
import { monthlySales } from '../../examples/demo/monthlySales.js';
import { salesTeamEvents } from '../../examples/demo/salesTeamEvents.js';
import { salesYear } from '../../examples/demo/salesYear.js';
import { superstoreLines } from '../../examples/demo/superstoreLines.js';

test('the year of a team: nothing is rejected, and the waterfall adds up', () => {
  const { history, start, end, bars, forecast, text } = salesYear();
  expect(history.rejected).toEqual([]);
  expect(history.deals).toHaveLength(240);
  const open = (deals: typeof end.deals): string =>
    sumMoney(
      deals.filter(({ outcome }) => outcome === null).map(({ amount }) => money(amount!.amount, 'EUR')),
      'EUR',
    ).amount;
  const sum = sumMoney(
    bars.bars.slice(0, -1).map(({ value }) => money(value, 'EUR')),
    'EUR',
  ).amount;
  expect(Number(bars.bars[0]!.value)).toBe(Number(open(start.deals)));
  expect(sum).toBe(open(end.deals));
  expect(forecast.rejected).toEqual([]);
  expect(text).toContain('Dan may want help in presentation');
});

test('the team is the same whenever it is made', () => {
  expect(salesTeamEvents()).toEqual(salesTeamEvents());
  expect(salesTeamEvents(1)).not.toEqual(salesTeamEvents(2));
});

test('a dirty export loses no row', () => {
  const { events, recorded, strict, text } = crmImport();
  expect(recorded.duplicates).toBe(1);
  expect(recorded.violations).toHaveLength(3);
  expect(recorded.rejected).toHaveLength(6);
  // What is against the rules has no effect strictly, and the reopened deal never was lost then.
  expect(strict.rejected).toHaveLength(8);
  expect(strict.deals.find(({ id }) => id === 'D6')?.outcome).toBeNull();
  expect(events).toHaveLength(19);
  expect(text).toContain('competitor has to be filled in');
});

test('every order line is in a month, and the chosen model beats the year before', () => {
  const { rows, result, text } = monthlySales();
  const all = sumMoney(
    superstoreLines().map(({ amount }) => money(amount, 'USD')),
    'USD',
  );
  const months = sumMoney(
    rows.map(({ value }) => money(value, 'USD')),
    'USD',
  );
  expect(months).toEqual(all);
  expect(rows).toHaveLength(48);
  expect(result.accuracy.wape!).toBeLessThan(result.naive.accuracy.wape!);
  expect(text).toContain('48 months of orders');
});
