import { expect, test } from 'vitest';
import { periodOf, periodsBetween, renderExplanation } from '../../../src/core/index.js';
import { targetFor, type TargetAssignment } from '../../../src/commission/index.js';
import { checkExplanation } from '../../core/checkExplanation.js';
import { thrown } from '../../core/thrown.js';

const yearly: TargetAssignment = { from: '2025-01-01', target: { amount: '50000', per: 'year' } };
const april = periodOf('2025-04-01', 'month');

test('the months add up to the year', () => {
  const parts = periodsBetween('2025-01-01', '2026-01-01', 'month').map((span) => targetFor([yearly], span).amount);
  expect(parts.filter((part) => part === '4166.67')).toHaveLength(8);
  expect(parts.filter((part) => part === '4166.66')).toHaveLength(4);
});

test('is added up over a longer span', () => {
  const monthly: TargetAssignment = { from: '2025-01-01', target: { amount: '1000', per: 'month' } };
  expect(targetFor([monthly], periodOf('2025-01-01', 'quarter')).amount).toBe('3000.00');
});

test('takes the share of the component before the one rounding', () => {
  expect(targetFor([yearly], april, { share: '0.333' }).amount).toBe('1387.50');
  expect(targetFor([yearly], april, { share: '0.333', increment: '1', mode: 'up' }).amount).toBe('1388');
});

test('is prorated, or not, and added up over assignments', () => {
  const raise: TargetAssignment = { from: '2025-04-16', target: { amount: '2000', per: 'month' } };
  const before: TargetAssignment = { from: '2025-01-01', to: '2025-04-16', target: { amount: '1000', per: 'month' } };
  expect(targetFor([before, raise], april).amount).toBe('1500.00');
  expect(targetFor([{ ...raise, prorate: 'none' }], april).amount).toBe('2000.00');
  expect(targetFor([{ ...raise, from: '2025-05-01' }], april).amount).toBe('0.00');
});

test('explains its steps', () => {
  const options = { share: '0.5' };
  const assignments = [{ ...yearly, from: '2025-04-16' }];
  const { explanation } = targetFor(assignments, april, options);
  expect(checkExplanation(explanation, { assignments, options })).toEqual([]);
  expect(explanation).toMatchObject({
    code: 'target.sum',
    value: '1041.67',
    from: [
      {
        code: 'quota.rounded',
        value: '1041.67',
        from: [
          {
            code: 'quota.proration',
            value: '1041.6675',
            params: { days: 15, of: 30 },
            from: [
              {
                code: 'target.share',
                value: '2083.335',
                from: [{ code: 'quota.base', value: '4166.67' }, { value: '0.5' }],
              },
              {},
            ],
          },
          { code: 'policy', value: 'halfEven' },
        ],
      },
    ],
  });
});

test('amounts must be decimals and increments positive', () => {
  const wrong: TargetAssignment = { from: '2025-01-01', target: { amount: '5,000', per: 'year' } };
  expect(thrown(() => targetFor([wrong], april)).path).toEqual(['assignments', 0, 'target', 'amount']);
  expect(thrown(() => targetFor([yearly], april, { increment: '-1' })).code).toBe('rounding.increment');
});

test('is told in English and Chinese', () => {
  const { explanation } = targetFor([{ ...yearly, from: '2025-04-16' }], april, { share: '0.5' });
  expect(renderExplanation(explanation, 'en', { depth: 3 }).split('\n')).toEqual([
    'target pay from 2025-04-01 to 2025-05-01 = 1041.67',
    '  rounded to 0.01 = 1041.67',
    '    times 15 of 30 days assigned = 1041.6675',
    '      times the share 0.5 of the component = 2083.335',
    '      assignments[0]',
    '    rounding = halfEven',
  ]);
  expect(renderExplanation(explanation, 'zh-CN', { depth: 2 }).split('\n')).toEqual([
    '2025-04-01 至 2025-05-01 的目标薪酬 = 1041.67',
    '  按 0.01 取整 = 1041.67',
    '    乘以任职天数 15 / 30 = 1041.6675',
    '    rounding = halfEven',
  ]);
});
