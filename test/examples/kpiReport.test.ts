import { beforeAll, expect, test } from 'vitest';
import { subtractMoney, sumMoney } from 'salesmodel/core';
import { type KpiReport, kpiReport } from '../../examples/demo/kpiReport.js';

let done: KpiReport;
beforeAll(async () => {
  done = await kpiReport();
}, 60_000);

test('four regions and four years have every figure', () => {
  expect(done.facts).toHaveLength(4 * 4 * 3);
  expect(done.rows).toHaveLength(16);
  for (const { kpis } of done.rows) for (const one of kpis) expect(one).toMatchObject({ ok: true });
});

test('the bars of the bridge are the change of sales to the cent', () => {
  const { price, volume, mix, change } = done.bridge;
  const money = (amount: string) => ({ amount, currency: 'USD' }) as const;
  expect(subtractMoney(sumMoney([price, volume, mix].map(money), 'USD'), money(change)).amount).toBe('0');
});

test('the report has its plots and words in it', () => {
  expect(done.html.match(/<svg/g)).toHaveLength(2);
  expect(done.html).toContain('review discounts deal by deal');
  expect(done.text).toContain('the ratio of the sums');
});
