import { expect, test } from 'vitest';
import { allocate } from '../../src/core/index.js';
import cases from '../cases/core/allocate.json' with { type: 'json' };
import { runCoreCases } from './cases.js';
import { thrown } from './thrown.js';

runCoreCases(cases);

test('a fault is named by its place', () => {
  expect(thrown(() => allocate('100.005', [1], { increment: '0.01' })).message).toBe(
    'total: must be a multiple of the increment 0.01, got 100.005',
  );
  expect(thrown(() => allocate(1, [1, -0.5])).message).toBe('weights[1]: must not be negative, got -0.5');
  expect(thrown(() => allocate(1, [1, 1], { max: [null, 'x'] })).path).toEqual(['max', 1]);
  expect(thrown(() => allocate('5', [])).message).toBe('weights: must not be empty: there is 5 to share');
});

test('ten thousand bounded parts are shared in one pass over their break points', () => {
  const weights = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 1009);
  const max = weights.map((_, index) => (index * 31) % 97);
  const shared = allocate('400000', weights, { max, zeroWeight: 'last' });
  if (!shared.ok) throw new Error('feasible');
  expect(shared.parts.reduce((sum, part) => sum + Number(part), 0)).toBe(400_000);
});

test.each(['never', 'last'] as const)(
  'a total of zero mirrors where a bound forbids zero, zeroWeight %s',
  (zeroWeight) => {
    const weights = [0, 1];
    const least = allocate(0, weights, { max: [-1, 1], zeroWeight });
    const most = allocate(0, weights, { min: [1, -1], zeroWeight });
    expect(least).toMatchObject({ ok: true, parts: ['-1', '1'] });
    expect(most).toMatchObject({ ok: true, parts: ['1', '-1'] });
    // Without a bound of its own a part does not leave zero for a total of zero.
    const forced = { total: '0', shortfall: '1' };
    expect(allocate(0, weights, { max: [-1, null], zeroWeight })).toEqual({
      ok: false,
      reasons: [{ code: 'infeasible', params: { ...forced, minSum: '-1', maxSum: '-1' } }],
    });
    expect(allocate(0, weights, { min: [1, null], zeroWeight })).toEqual({
      ok: false,
      reasons: [{ code: 'infeasible', params: { ...forced, minSum: '1', maxSum: '1' } }],
    });
  },
);
