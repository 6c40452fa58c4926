import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AttitudeRubric, type Rating, scoreAttitude } from '../../../src/mechanisms/scoring/index.js';

const weight = fc.nat({ max: 4 }).map(String);
const rubric: fc.Arbitrary<AttitudeRubric> = fc
  .record({
    weights: fc.tuple(weight, weight, weight),
    roles: fc.tuple(weight, weight),
    aggregate: fc.constantFrom('mean' as const, 'median' as const, 'trimmedMean' as const),
    minRaters: fc.integer({ min: 1, max: 3 }),
    self: fc.constantFrom('exclude' as const, 'include' as const),
  })
  .map(({ weights, roles, aggregate, ...rest }) => ({
    dimensions: weights.map((weight, at) => ({ id: `d${at}`, weight, min: '1', max: '5' })),
    roles: roles.map((weight, at) => ({ role: `r${at}`, weight })),
    aggregate,
    ...(aggregate === 'trimmedMean' ? { trim: '0.25' } : {}),
    ...rest,
  }));
const ratings: fc.Arbitrary<Rating[]> = fc.uniqueArray(
  fc.record({
    dimension: fc.constantFrom('d0', 'd1', 'd2'),
    rater: fc.constantFrom('me', 'a', 'b', 'c', 'd', 'e', 'f'),
    role: fc.constantFrom('r0', 'r1'),
    value: fc.integer({ min: 10, max: 50 }).map((tenths) => String(tenths / 10)),
  }),
  { selector: ({ dimension, rater }) => `${dimension} ${rater}`, maxLength: 20 },
);
const hundredths = (text: string | null): number => Math.round(Number(text) * 100);

test('contributions add up to the total, which lies among the scores', () => {
  fc.assert(
    fc.property(ratings, rubric, (ratings, rubric) => {
      const result = scoreAttitude(ratings, rubric, 'me');
      const scores = result.dimensions.flatMap(({ score, weight }) =>
        score === null || weight === '0' ? [] : [Number(score)],
      );
      expect(result.status).toBe(scores.length > 0 ? 'scored' : 'notScored');
      if (result.status !== 'scored') return;
      const sum = result.dimensions.reduce((all, { contribution }) => all + hundredths(contribution), 0);
      expect(sum).toBe(hundredths(result.total));
      expect(Number(result.total)).toBeGreaterThanOrEqual(Math.min(...scores) - 0.005);
      expect(Number(result.total)).toBeLessThanOrEqual(Math.max(...scores) + 0.005);
    }),
  );
});

test('the order of the ratings changes no byte, and own ratings that do not count change no score', () => {
  fc.assert(
    fc.property(ratings, rubric, (ratings, rubric) => {
      const result = scoreAttitude(ratings, rubric, 'me');
      expect(JSON.stringify(scoreAttitude(ratings.toReversed(), rubric, 'me'))).toBe(JSON.stringify(result));
      const others = ratings.filter(({ rater }) => rater !== 'me');
      const scores = (all: readonly Rating[]) =>
        scoreAttitude(all, { ...rubric, self: 'exclude' }, 'me').dimensions.map(({ selfGap: _, ...rest }) => rest);
      expect(scores(ratings)).toEqual(scores(others));
    }),
  );
});

test('a higher rating never lowers the total', () => {
  fc.assert(
    fc.property(ratings, rubric, fc.nat(), (ratings, rubric, at) => {
      if (ratings.length === 0) return;
      const better = ratings.map((rating, index) =>
        index === at % ratings.length ? { ...rating, value: '5' } : rating,
      );
      const [before, after] = [scoreAttitude(ratings, rubric, 'me'), scoreAttitude(better, rubric, 'me')];
      expect(after.status).toBe(before.status);
      if (before.status !== 'scored' || after.status !== 'scored') return;
      expect(hundredths(after.total)).toBeGreaterThanOrEqual(hundredths(before.total));
    }),
  );
});
