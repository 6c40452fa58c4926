import { describe, expect, test } from 'vitest';
import { AttitudeRubric, Rating, scoreAttitude } from '../../../src/mechanisms/scoring/index.js';
import { thrown } from '../../core/thrown.js';

const rubric: AttitudeRubric = {
  dimensions: [
    { id: 'initiative', weight: '2', min: '1', max: '5' },
    { id: 'teamwork', weight: '1', min: '0', max: '10' },
  ],
  roles: [
    { role: 'peer', weight: '1' },
    { role: 'manager', weight: '3' },
  ],
};
const rate = (dimension: string, rater: string, role: string, value: string): Rating => ({
  dimension,
  rater,
  role,
  value,
});
const ratings = [
  rate('initiative', 'a', 'peer', '2'),
  rate('initiative', 'b', 'peer', '3'),
  rate('initiative', 'c', 'peer', '5'),
  rate('initiative', 'm', 'manager', '4'),
];

test('roles are weighted once aggregated; a dimension that nobody rated leaves the total', () => {
  // Peers mean 10/3, that is 58.333333; manager 75: (58.333… + 3 · 75) ÷ 4 = 70.833333.
  const result = scoreAttitude(ratings, rubric, 'me');
  expect(result).toMatchObject({
    status: 'scored',
    total: '70.83',
    selfGap: null,
    coverage: { value: '0.666666666667' },
    dimensions: [
      {
        status: 'ok',
        score: '70.833333',
        contribution: '70.83',
        n: 4,
        range: '3',
        roles: [{ score: '58.333333' }, { score: '75' }],
      },
      { status: 'missing', score: null, contribution: null, n: 0, range: null, sd: null, roles: [], selfGap: null },
    ],
  });
  expect(result.dimensions[0]?.sd).toBeCloseTo(Math.sqrt(5 / 3), 12);
});

test('the median and the trimmed mean stand firm against one rater', () => {
  const score = (more: Partial<AttitudeRubric>) =>
    scoreAttitude(ratings, { ...rubric, ...more }, 'me').dimensions[0]?.roles[0]?.score;
  expect(score({ aggregate: 'median' })).toBe('50');
  expect(score({ aggregate: 'trimmedMean', trim: '0.34' })).toBe('50');
  expect(score({ aggregate: 'trimmedMean', trim: '0.33' })).toBe('58.333333');
});

test('own ratings: left out, or counted in the role they name', () => {
  const own = [...ratings, rate('initiative', 'me', 'peer', '5')];
  expect(scoreAttitude(own, rubric, 'me')).toMatchObject({
    total: '70.83',
    selfGap: '29.17',
    dimensions: [{ selfGap: '29.166667' }, {}],
  });
  expect(scoreAttitude(own, { ...rubric, self: 'include' }, 'me').dimensions[0]).toMatchObject({
    n: 5,
    score: '73.4375',
  });
});

test('too few raters, or none that weighs: no score', () => {
  expect(scoreAttitude(ratings, { ...rubric, minRaters: 5 }, 'me')).toMatchObject({
    status: 'notScored',
    reason: 'missing',
  });
  const weightless = { ...rubric, dimensions: rubric.dimensions.map((each) => ({ ...each, weight: '0' })) };
  expect(scoreAttitude(ratings, weightless, 'me')).toMatchObject({
    status: 'notScored',
    reason: 'noWeight',
    coverage: { value: null },
  });
  expect(scoreAttitude([], rubric, 'me')).toMatchObject({ status: 'notScored', reason: 'missing' });
  const silent = {
    ...rubric,
    roles: [
      { role: 'peer', weight: '0' },
      { role: 'manager', weight: '0' },
    ],
  };
  expect(scoreAttitude(ratings, silent, 'me')).toMatchObject({ status: 'notScored', reason: 'missing' });
});

test('the schemas take every field', () => {
  const full = { ...rubric, aggregate: 'trimmedMean', trim: '0.1', minRaters: 2, self: 'include' };
  expect(AttitudeRubric.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
  expect(AttitudeRubric.safeParse({ ...full, minRaters: 0 }).success).toBe(false);
  expect(Rating.parse(ratings[0])).toEqual(ratings[0]);
  expect(Rating.safeParse({ ...ratings[0], value: 4 }).success).toBe(false);
});

describe('what is wrong is named by its place', () => {
  test.each([
    [[...ratings, rate('initiative', 'a', 'manager', '2')], {}, 'rating.duplicate', ['ratings', 4, 'rater']],
    [[rate('initiative', 'a', 'peer', '5.1')], {}, 'rating.range', ['ratings', 0, 'value']],
    [[rate('style', 'a', 'peer', '5')], {}, 'rating.unknownDimension', ['ratings', 0, 'dimension']],
    [[rate('initiative', 'a', 'boss', '5')], {}, 'rating.unknownRole', ['ratings', 0, 'role']],
    [[rate('initiative', 'me', 'self', '5')], { self: 'include' }, 'rating.unknownRole', ['ratings', 0, 'role']],
    [[], { aggregate: 'mode' }, 'option.unknown', ['rubric', 'aggregate']],
    [[], { aggregate: 'trimmedMean' }, 'rubric.trim', ['rubric', 'trim']],
    [[], { aggregate: 'trimmedMean', trim: '0.5' }, 'rubric.trim', ['rubric', 'trim']],
    [[], { trim: '0.1' }, 'rubric.trim', ['rubric', 'trim']],
    [[], { minRaters: 0 }, 'rubric.minRaters', ['rubric', 'minRaters']],
    [[], { roles: [{ role: 'peer', weight: '-1' }] }, 'rubric.weight', ['rubric', 'roles', 0, 'weight']],
    [[], { roles: [rubric.roles[0], rubric.roles[0]] }, 'ids.duplicate', ['rubric', 'roles', 1, 'role']],
    [[], { dimensions: [{ ...rubric.dimensions[0], max: '1' }] }, 'rubric.scale', ['rubric', 'dimensions', 0, 'max']],
  ])('%#: %j %j', (wrong, more, code, path) => {
    expect(thrown(() => scoreAttitude(wrong, { ...rubric, ...more } as AttitudeRubric, 'me'))).toMatchObject({
      code,
      path,
    });
  });
});
