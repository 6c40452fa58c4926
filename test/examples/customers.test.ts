import { beforeAll, expect, test } from 'vitest';
import { money, sumMoney } from 'salesmodel/core';
import { type Customers, customers } from '../../examples/demo/customers.js';
import { leads } from '../../examples/demo/leads.js';
import { loyalty } from '../../examples/demo/loyalty.js';

let done: Customers;
beforeAll(async () => {
  done = await customers();
}, 60_000);

const sum = (amounts: readonly string[]): string =>
  sumMoney(
    amounts.map((amount) => money(amount, 'USD')),
    'USD',
  ).amount;

test('classes and segments hold every customer and every cent once', () => {
  const { classes, segments, both, total } = done;
  expect(classes.classes.map(({ items }) => items)).toEqual([396, 209, 188]);
  expect(sum(classes.classes.map(({ value }) => value))).toBe(total);
  expect(sum(both.cells.map((cell) => cell.sum))).toBe(total);
  expect(both.customers).toBe(793);
  expect(segments.assignments).toHaveLength(793);
});

test('class A brings four fifths, and nobody is a standard account while needs are not known', () => {
  const [a] = done.classes.classes;
  expect(Number(a?.share.value)).toBeGreaterThanOrEqual(0.8);
  expect(done.keyAccounts.filter(({ segment }) => segment === 'standard')).toEqual([]);
  expect(
    done.keyAccounts.filter(({ segment }) => segment === null).every(({ missing }) => missing.join() === 'need'),
  ).toBe(true);
});

test('both plots are drawn from figures', () => {
  for (const svg of Object.values(done.plots)) {
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(done.plots.rfm).toContain('champions');
});

test('levels of two years are kept and lost as their steps say', () => {
  const { replays, shown, text } = loyalty();
  expect(replays.size).toBe(793);
  for (const { history, level } of replays.values()) {
    expect(history.at(-1)?.to).toBe(level);
    for (const { reason, total, threshold } of history) {
      if (reason === 'upgrade' || reason === 'renewed' || reason === 'graceRenewed')
        expect(Number(total)).toBeGreaterThanOrEqual(Number(threshold));
      if (reason === 'downgrade' || reason === 'graceStart') expect(Number(total)).toBeLessThan(Number(threshold));
    }
  }
  expect(replays.get(shown)?.history.some(({ reason }) => reason === 'graceRenewed')).toBe(true);
  expect(text).toContain('is kept within the grace');
});

test('every lead is scored and stands in one list', () => {
  const { scores, queue, text } = leads();
  const listed = [...queue.queue, ...queue.waiting, ...queue.left].map(({ id }) => id);
  expect(listed.toSorted()).toEqual([...scores.keys()].toSorted());
  expect([...scores.values()].some(({ missing }) => missing.includes('staff'))).toBe(true);
  expect(text).toContain('If nothing more happens');
});
