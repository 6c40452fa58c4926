import { expect, test } from 'vitest';
import { auditPeriod, AuthorityRule } from '../../src/team/index.js';

test('the first day of a quarter looks at the whole quarter before', () => {
  expect(auditPeriod('2026-01-01')).toMatchObject({ start: '2025-10-01', end: '2026-01-01' });
  expect(auditPeriod('2026-03-31')).toMatchObject({ start: '2025-10-01', end: '2026-01-01' });
});

test('a rule of authority needs a role and an action', () => {
  const rule = { id: 'rep', role: 'rep', action: 'sign', limits: { value: { max: '1000' } } };
  expect(AuthorityRule.parse(rule)).toEqual(rule);
  expect(AuthorityRule.safeParse({ ...rule, role: '' }).success).toBe(false);
  expect(AuthorityRule.safeParse({ ...rule, limits: { value: { max: 'much' } } }).success).toBe(false);
});
