import { expect, test } from 'vitest';
import { allocateShortage, gamingGain, stockBalanceCheck } from 'salesmodel/orders';
import { distributorYear } from '../../examples/demo/distributorYear.js';

const { months, reports, shortage, text } = distributorYear();

test('every case that is delivered was shared out, and every report balances', () => {
  for (const { supply, shares } of months) {
    expect(shares.reduce((sum, { share }) => sum + Number(share), 0)).toBe(supply);
  }
  expect(reports).toHaveLength(48);
  expect(stockBalanceCheck(reports).findings).toEqual([]);
});

test('in the shortest month nobody gains by ordering more', () => {
  expect(allocateShortage(shortage)).toMatchObject({ ok: true, unallocated: '0' });
  for (const { partner } of shortage.requests) expect(gamingGain(shortage, partner, 2).gain).toBe('0');
});

test('it prints the year and what to do next', () => {
  expect(text).toContain('2026-07      685     560');
  expect(text).toContain('36 of 48 orders were shipped in full');
  expect(text).toContain('South could take juice for 240 cases next year');
});
