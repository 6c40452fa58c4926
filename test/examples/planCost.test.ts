import { expect, test } from 'vitest';
import { run } from 'salesmodel/commission';
import { planCost } from '../../examples/demo/planCost.js';
import { negated, usd } from '../../examples/demo/usd.js';

const { input, planned, change, scaled, drawn, text } = planCost();
const earned = (of: typeof input): string => usd(run(of).totals.earned.map(({ amount }) => amount));

test('the year as it was costs what the runs earn, and the differences are those of the totals', () => {
  const [asItWas] = scaled.find(({ scale }) => scale === '1')?.simulation.draws ?? [];
  expect(usd([asItWas?.cost ?? '0'])).toBe(earned(planned));
  expect(change.earned).toMatchObject([{ before: earned(input), after: earned(planned) }]);
  const deltas = usd(change.differences.map(({ delta }) => delta));
  expect(deltas).toBe(usd([earned(planned), negated(earned(input))]));
  expect(change.differences.every(({ causes }) => causes.includes('planVersion'))).toBe(true);
});

test('more sales cost more, and a larger part of them', () => {
  const draws = scaled.flatMap(({ simulation }) => simulation.draws);
  const ascends = (figures: readonly number[]): boolean =>
    figures.every((figure, at) => at === 0 || figure > figures[at - 1]!);
  expect(ascends(draws.map(({ cost }) => Number(cost)))).toBe(true);
  expect(ascends(draws.map(({ costRatio }) => Number(costRatio?.value)))).toBe(true);
});

test('a hundred draws spread around the year as it was', () => {
  expect(drawn.draws).toHaveLength(100);
  const [low, , high] = drawn.cost.quantiles.map(({ value }) => Number(value));
  expect(low).toBeLessThan(Number(earned(planned)));
  expect(high).toBeGreaterThan(Number(earned(planned)));
  expect(drawn.draws.every(({ people }) => people === 9)).toBe(true);
});

test('it prints who earns more or less, and what the future may cost', () => {
  expect(text).toContain('all                           37120.04  31847.07    -5272.97');
  expect(text).toMatch(/sales × 1 +608846\.88 +31847\.07/);
  expect(text).toContain('Over 100 draws of the orders the cost is 32431.14 in the mean');
});
