import { expect, test } from 'vitest';
import { leaderboard } from '../../../src/mechanisms/scoring/index.js';
import { localize } from '../../../src/core/localize.js';
import { thrown } from '../../core/thrown.js';

const entries = [
  { id: 'e', value: '30', facts: { active: false } },
  { id: 'd', value: '50', facts: {} },
  { id: 'c', value: null, facts: { active: true } },
  { id: 'b', value: '60', facts: { active: true } },
  { id: 'a', value: '45.0', facts: { active: true } },
];
const eligible = { field: 'active', op: 'isTrue' } as const;

test('who takes no place is listed by id with every reason', () => {
  expect(leaderboard(entries, { eligible, minimum: '45' })).toEqual({
    ranked: [
      { id: 'b', value: '60', rank: 1 },
      { id: 'a', value: '45', rank: 2 },
    ],
    unranked: [
      { id: 'c', value: null, reasons: [{ code: 'noValue', params: {} }] },
      { id: 'd', value: '50', reasons: [{ code: 'eligibilityUnknown', params: { fields: ['active'] } }] },
      {
        id: 'e',
        value: '30',
        reasons: [
          { code: 'belowMinimum', params: { value: '30', minimum: '45' } },
          { code: 'notEligible', params: {} },
        ],
      },
    ],
  });
});

test('the minimum is exact between two values, and where lower is better it is the most', () => {
  const ranked = (minimum: string, direction: 'higher' | 'lower'): string[] =>
    leaderboard(entries, { minimum, direction }).ranked.map(({ id }) => id);
  expect(ranked('45.0000000001', 'higher')).toEqual(['b', 'd']);
  expect(ranked('45', 'lower')).toEqual(['e', 'a']);
  expect(ranked('44.9999999999', 'lower')).toEqual(['e']);
});

test('without options everybody with a value takes part', () => {
  expect(leaderboard(entries, { ties: 'ordinal' }).ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  expect(leaderboard([])).toEqual({ ranked: [], unranked: [] });
});

test('faults are named by their place, in both languages', () => {
  expect(thrown(() => leaderboard([{ id: 'a', value: 'x' }]))).toMatchObject({ path: ['entries', 0, 'value'] });
  expect(thrown(() => leaderboard(entries, { minimum: 'x' }))).toMatchObject({ path: ['minimum'] });
  const wrong = thrown(() => leaderboard(entries, { eligible: { field: 'active', op: 'is' } as never }));
  expect(wrong).toMatchObject({ code: 'rule.unknownOperator', path: ['eligible', 'op'] });
  expect(localize(wrong, 'zh-CN')).not.toBe(wrong.message);
});
