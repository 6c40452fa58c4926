import { describe, expect, test } from 'vitest';
import { toDecimal } from '../../../src/core/decimal.js';
import type { Explanation } from '../../../src/core/explanation.js';
import { type Period, periodOf, periodsBetween } from '../../../src/core/index.js';
import { type Quota, type QuotaAssignment, quotaFor, type QuotaPart } from '../../../src/commission/index.js';
import { checkExplanation } from '../../core/checkExplanation.js';
import { thrown } from '../../core/thrown.js';

const amounts = (quota: Quota, assignments: QuotaAssignment[], spans: readonly Period[], calendar = {}): string[] =>
  spans.map((span) => quotaFor(quota, assignments, span, calendar).amount);
const months = (from: string, to: string): Period[] => periodsBetween(from, to, 'month');
const yearly: Quota = { amount: '1200', per: 'year' };
const april = periodOf('2025-04-01', 'month');
const of = (part: QuotaPart, from = '2025-01-01'): QuotaAssignment[] => [{ from, part }];

describe('the amount', () => {
  test('of the assignment goes before that of the role, and that before the one of the quota', () => {
    const quota: Quota = { amount: '1', roles: { lead: '2' }, per: 'month' };
    expect(quotaFor(quota, [{ from: '2025-01-01' }], april).amount).toBe('1.00');
    expect(quotaFor(quota, [{ from: '2025-01-01', role: 'lead' }], april).amount).toBe('2.00');
    expect(quotaFor(quota, [{ from: '2025-01-01', role: 'toString' }], april).amount).toBe('1.00');
    expect(quotaFor(quota, [{ from: '2025-01-01', role: 'lead', part: { amount: '0' } }], april).amount).toBe('0.00');
  });

  test('is nowhere to be found', () => {
    const error = thrown(() => quotaFor({ per: 'month' }, of({}), april));
    expect(error.message).toBe(
      'assignments[0].part: must have an amount: neither the assignment nor its role null nor the quota has one',
    );
  });

  test('of a shorter span is added up over a longer one', () => {
    expect(quotaFor({ amount: '100', per: 'month' }, of({}), periodOf('2025-01-01', 'year')).amount).toBe('1200.00');
    expect(quotaFor({ amount: '100', per: 'quarter' }, of({}), periodOf('2025-01-01', 'half')).amount).toBe('200.00');
  });

  test('is spread so that the parts add up to it', () => {
    const parts = amounts({ amount: '1000', per: 'year' }, of({}), months('2025-01-01', '2026-01-01'));
    expect(parts.filter((part) => part === '83.34')).toHaveLength(4);
    expect(parts.filter((part) => part === '83.33')).toHaveLength(8);
  });

  test('of whole units is spread in whole units', () => {
    const quota: Quota = { amount: '10', per: 'quarter', quotaRounding: { increment: '1' } };
    expect(amounts(quota, of({}), months('2025-01-01', '2025-04-01'))).toEqual(['4', '3', '3']);
  });

  test('with more decimals than the increment is spread as exactly as it is', () => {
    const quota: Quota = { amount: '1.005', per: 'quarter' };
    expect(amounts(quota, of({}), months('2025-01-01', '2025-04-01'))).toEqual(['0.34', '0.34', '0.34']);
  });

  test('of a week of two months belongs to the month of its last day', () => {
    const weeks = periodsBetween('2025-04-28', '2025-06-02', 'week');
    // May 2025 ends on a Saturday: four of its weeks end in it, and the one from 26 May on ends in June.
    expect(amounts({ amount: '400', per: 'month' }, of({}), weeks)).toEqual([
      '100.00',
      '100.00',
      '100.00',
      '100.00',
      '80.00',
    ]);
  });

  test('follows the fiscal year', () => {
    const quota: Quota = { amount: '100', per: 'year', seasonality: ['1', '2', '3', '4'] };
    const calendar = { fiscalStartMonth: 4 };
    expect(quotaFor(quota, of({}), periodOf('2025-04-01', 'quarter', calendar), calendar).amount).toBe('10.00');
    expect(quotaFor(quota, of({}), periodOf('2025-03-31', 'quarter', calendar), calendar).amount).toBe('40.00');
  });
});

describe('seasonality', () => {
  const quarters = ['1', '2', '3', '4'];

  test('of the assignment goes before that of the quota', () => {
    const quota: Quota = { amount: '100', per: 'year', seasonality: quarters };
    expect(quotaFor(quota, of({ seasonality: ['1', '0', '0', '0'] }), periodOf('2025-05-01', 'quarter')).amount).toBe(
      '0.00',
    );
  });

  test('does not change a whole year', () => {
    const quota: Quota = { amount: '100', per: 'year', seasonality: quarters };
    expect(quotaFor(quota, of({}), periodOf('2025-05-01', 'year'), { period: 'quarter' }).amount).toBe('100.00');
  });

  test('has one weight for each evaluated span or for each plan period', () => {
    const quota: Quota = { amount: '100', per: 'year', seasonality: ['1', '2'] };
    expect(thrown(() => quotaFor(quota, of({}), april)).message).toBe('quota.seasonality: must have 12 weights, got 2');
    const error = thrown(() => quotaFor(quota, of({}), periodOf('2025-05-01', 'quarter'), { period: 'month' }));
    expect(error.message).toBe('quota.seasonality: must have 4 or 12 weights, got 2');
    const own = thrown(() => quotaFor({ amount: '1', per: 'month' }, of({ seasonality: ['1', '1'] }), april));
    expect(own.message).toBe('assignments[0].part.seasonality: must have 1 weights, got 2');
  });

  test('has no negative weights', () => {
    const quota: Quota = { amount: '100', per: 'year', seasonality: ['1', '2', '-1', '1'] };
    const error = thrown(() => quotaFor(quota, of({}), periodOf('2025-05-01', 'quarter')));
    expect([error.code, error.path]).toEqual(['allocate.negativeWeight', ['quota', 'seasonality', 2]]);
  });
});

describe('a ramp', () => {
  const steps = ['0.25', '0.5'];

  test('counts calendar months from that of the start', () => {
    const part: QuotaPart = { ramp: { steps }, prorate: 'none' };
    expect(amounts(yearly, of(part, '2025-01-15'), months('2025-01-01', '2025-05-01'))).toEqual([
      '25.00',
      '50.00',
      '100.00',
      '100.00',
    ]);
  });

  test('counts months of service from the day of the start', () => {
    const part: QuotaPart = { ramp: { steps, basis: 'anniversary' }, prorate: 'none' };
    expect(amounts(yearly, of(part, '2025-01-15'), months('2025-01-01', '2025-05-01'))).toEqual([
      '25.00',
      '25.00',
      '50.00',
      '100.00',
    ]);
    expect(amounts(yearly, of(part, '2025-01-01'), months('2025-01-01', '2025-04-01'))).toEqual([
      '25.00',
      '50.00',
      '100.00',
    ]);
    // A month after 31 January is 28 February, so on 1 March one month is served.
    expect(amounts(yearly, of(part, '2025-01-31'), months('2025-02-01', '2025-04-01'))).toEqual(['25.00', '50.00']);
  });

  test('of a longer span is the mean of its months from the start on', () => {
    const part: QuotaPart = { ramp: { steps }, prorate: 'none' };
    const quarter = periodOf('2025-01-01', 'quarter');
    expect(quotaFor(yearly, of(part, '2025-01-10'), quarter).amount).toBe('175.00');
    expect(quotaFor(yearly, of(part, '2025-02-10'), quarter).amount).toBe('112.50');
  });

  test('of a week is that of the month of its last day', () => {
    const part: QuotaPart = { ramp: { steps } };
    const week = periodOf('2025-01-29', 'week');
    expect(quotaFor({ amount: '400', per: 'month' }, of(part, '2025-01-01'), week).amount).toBe('50.00');
  });
});

describe('relief', () => {
  const relief = (from: string, to: string, share = '1') => ({ from, to, share });

  test('takes its share of its days', () => {
    expect(quotaFor(yearly, of({ relief: [relief('2025-04-11', '2025-05-20', '0.5')] }), april).amount).toBe('66.67');
    expect(quotaFor(yearly, of({ relief: [relief('2025-05-01', '2025-06-01')] }), april).amount).toBe('100.00');
  });

  test('in two pieces is that in one, and never more than all', () => {
    const pieces = [relief('2025-04-01', '2025-04-11'), relief('2025-04-11', '2025-04-21')];
    expect(quotaFor(yearly, of({ relief: pieces }), april).amount).toBe('33.33');
    expect(quotaFor(yearly, of({ relief: [...pieces, relief('2025-04-01', '2025-05-01')] }), april).amount).toBe(
      '0.00',
    );
  });

  test('stands in order', () => {
    const error = thrown(() => quotaFor(yearly, of({ relief: [relief('2025-04-01', '2025-04-01')] }), april));
    expect([error.code, error.path]).toEqual(['period.order', ['assignments', 0, 'part', 'relief', 0, 'to']]);
  });
});

describe('proration', () => {
  test('counts the first day or not, in calendar days, by 30/360 or in worked days', () => {
    const from = '2025-04-16';
    expect(quotaFor(yearly, [{ from }], april).amount).toBe('50.00');
    expect(quotaFor(yearly, [{ from, prorate: { inclusive: false } }], april).amount).toBe('46.67');
    expect(
      quotaFor(yearly, [{ from: '2025-03-16', prorate: { dayCount: '30/360' } }], periodOf('2025-03-01', 'month'))
        .amount,
    ).toBe('50.00');
    // April 2025 has 22 weekdays, 11 of them from the 16th on.
    expect(quotaFor(yearly, [{ from, prorate: { dayCount: 'workingDays' } }], april).amount).toBe('50.00');
    const workCalendar = { holidays: ['2025-04-18', '2025-04-21'] };
    expect(quotaFor(yearly, [{ from, prorate: { dayCount: 'workingDays' } }], april, { workCalendar }).amount).toBe(
      '45.00',
    );
  });

  test('can be left out, and the part of the quota goes before the assignment', () => {
    expect(quotaFor(yearly, [{ from: '2025-04-16', prorate: 'none' }], april).amount).toBe('100.00');
    expect(quotaFor(yearly, [{ from: '2025-04-16', prorate: 'none', part: { prorate: {} } }], april).amount).toBe(
      '50.00',
    );
  });

  test('of an assignment beside the span is nothing, even without an amount', () => {
    expect(
      quotaFor({ per: 'month' }, [{ from: '2025-05-01' }, { from: '2025-01-01', to: '2025-04-01' }], april).amount,
    ).toBe('0.00');
    expect(quotaFor(yearly, [], april)).toMatchObject({ amount: '0.00', explanation: { value: '0.00' } });
  });

  test('needs a day to count', () => {
    const workCalendar = { weekend: [1, 2, 3, 4, 5, 6, 7] };
    const error = thrown(() =>
      quotaFor(yearly, [{ from: '2025-01-01', prorate: { dayCount: 'workingDays' } }], april, { workCalendar }),
    );
    expect([error.code, error.path]).toEqual(['prorate.noDays', ['assignments', 0]]);
  });
});

test('one rounding, by the mode and increment of the quota', () => {
  const third: Quota = { amount: '100', per: 'month', quotaRounding: { increment: '5', mode: 'up' } };
  expect(quotaFor(third, [{ from: '2025-04-21' }], april).amount).toBe('35');
  expect(thrown(() => quotaFor({ ...third, quotaRounding: { increment: '0' } }, [], april)).path).toEqual([
    'quota',
    'quotaRounding',
    'increment',
  ]);
  // 0.125 × 0.5 is 0.0625; rounding the base first would give 0.06 or 0.07 of another base.
  expect(
    quotaFor({ amount: '0.25', per: 'half' }, of({ factor: '0.5' }), periodOf('2025-01-01', 'quarter')).amount,
  ).toBe('0.06');
});

test('the explanation re-sums, and its leaves are places of the input', () => {
  const part: QuotaPart = {
    factor: '1.1',
    ramp: { steps: ['0.5'] },
    relief: [{ from: '2025-04-01', to: '2025-04-11', share: '0.5' }],
  };
  const assignments: QuotaAssignment[] = [
    { from: '2025-04-01', to: '2025-04-16', part },
    { from: '2025-04-16', role: 'lead' },
  ];
  const quota: Quota = { amount: '1200', roles: { lead: '2400' }, per: 'year' };
  const { amount, explanation } = quotaFor(quota, assignments, april);
  expect(explanation.value).toBe(amount);
  const sum = explanation.from.reduce((total, { value }) => total.plus(toDecimal(String(value))), toDecimal(0));
  expect(sum.toFixed(2)).toBe(amount);

  const codes: string[] = [];
  const leaves: unknown[] = [];
  const walk = (node: Explanation): void => {
    codes.push(node.code);
    if (node.from.length === 0) leaves.push(node.params['path'] ?? node.params['policy']);
    node.from.forEach(walk);
  };
  walk(explanation.from[0]!);
  expect(codes.filter((code) => code.startsWith('quota.'))).toEqual([
    'quota.rounded',
    'quota.proration',
    'quota.relief',
    'quota.ramp',
    'quota.factor',
    'quota.base',
  ]);
  expect(leaves).toEqual([
    ['quota', 'amount'],
    ['assignments', 0, 'part', 'factor'],
    ['assignments', 0, 'part', 'ramp'],
    ['assignments', 0, 'part', 'relief'],
    ['assignments', 0],
    'rounding',
  ]);
  expect(JSON.stringify(explanation.from[1])).toContain('["quota","roles","lead"]');
  expect(checkExplanation(explanation, { quota, assignments })).toEqual([]);
  expect(checkExplanation(quotaFor(quota, [], april).explanation, { quota, assignments: [] })).toEqual([]);
});
