import { describe, expect, test } from 'vitest';
import {
  assignGrade,
  compileLadder,
  GradeLadder,
  LadderState,
  lintLadder,
} from '../../../src/mechanisms/scoring/index.js';
import { thrown } from '../../core/thrown.js';

const score = (min: string) => [{ metric: 'score', min }];
const ladder: GradeLadder = {
  grades: [
    { id: 'bronze', rights: ['list prices'] },
    { id: 'silver', enter: score('50'), stay: score('45'), resources: ['demo kit'] },
    { id: 'gold', enter: [...score('80'), { metric: 'certified', min: '1' }], stay: score('70'), tasks: ['coach'] },
  ],
};

test('a rise says what was reached, a fall what was missed', () => {
  expect(assignGrade(ladder, { grade: 'bronze' }, { score: '90', certified: 1 })).toEqual({
    grade: 'gold',
    upStreak: 0,
    downStreak: 0,
    changed: 'up',
    reasons: [{ code: 'enterReached', params: { grade: 'gold', streak: 1, needed: 1 } }],
  });
  expect(assignGrade(ladder, { grade: 'gold' }, { score: '44.99', certified: 1 })).toEqual({
    grade: 'bronze',
    upStreak: 0,
    downStreak: 0,
    changed: 'down',
    reasons: [
      { code: 'belowStay', params: { grade: 'gold', streak: 1, needed: 1 } },
      { code: 'stayMissed', params: { metric: 'score', min: '70', actual: '44.99' } },
    ],
  });
  expect(assignGrade(ladder, { grade: 'silver' }, { score: '45', certified: 0 }).reasons).toEqual([
    { code: 'gradeKept', params: { grade: 'silver' } },
  ]);
});

test('limits cut a move short', () => {
  const slow = { ...ladder, maxUp: 1, maxDown: 1 };
  expect(assignGrade(slow, { grade: 'bronze' }, { score: '90', certified: 1 })).toMatchObject({
    grade: 'silver',
    reasons: [{ code: 'enterReached' }, { code: 'stepLimited', params: { grade: 'gold', max: 1 } }],
  });
  expect(assignGrade(slow, { grade: 'gold' }, { score: '0', certified: 1 })).toMatchObject({
    grade: 'silver',
    changed: 'down',
  });
});

test('streaks count in a row and are lost by the opposite', () => {
  const { assign } = compileLadder({ ...ladder, promoteAfter: 2, demoteAfter: 2 });
  const once = assign({ grade: 'silver', downStreak: 1 }, { score: '85', certified: '1' });
  expect(once).toMatchObject({ grade: 'silver', upStreak: 1, downStreak: 0, changed: null });
  expect(assign(once, { score: '40', certified: '1' })).toMatchObject({ grade: 'silver', upStreak: 0, downStreak: 1 });
  expect(assign(once, { score: '85', certified: '1' })).toMatchObject({ grade: 'gold', upStreak: 0, changed: 'up' });
});

test('a missing metric holds everything, or counts as below', () => {
  const state = { grade: 'gold', upStreak: 0, downStreak: 0 };
  expect(assignGrade(ladder, state, { score: null })).toEqual({
    ...state,
    changed: null,
    reasons: [
      { code: 'metricMissing', params: { metric: 'certified' } },
      { code: 'metricMissing', params: { metric: 'score' } },
    ],
  });
  expect(assignGrade({ ...ladder, missing: 'below' }, state, {})).toMatchObject({
    grade: 'bronze',
    reasons: [{ code: 'belowStay' }, { code: 'stayMissed', params: { actual: null } }],
  });
});

test('the linter finds grades that nothing leads to, and bounds without a gap', () => {
  expect(lintLadder(ladder)).toEqual([]);
  const codes = lintLadder({
    grades: [
      { id: 'a' },
      { id: 'b', enter: score('50') },
      { id: 'c', enter: score('40'), stay: score('30') },
      { id: 'd', enter: score('90'), stay: score('30') },
    ],
  }).map(({ code, path }) => [code, path[1]]);
  expect(codes).toEqual([
    ['shadowedGrade', 1],
    ['neverFallenTo', 1],
    ['noHysteresis', 1],
    ['neverFallenTo', 2],
  ]);
});

test('the schemas take every field', () => {
  const full = { ...ladder, promoteAfter: 1, demoteAfter: 2, maxUp: 1, maxDown: 3, missing: 'below' };
  expect(GradeLadder.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
  expect(GradeLadder.safeParse({ grades: [] }).success).toBe(false);
  const state = { grade: 'gold', upStreak: 0, downStreak: 1 };
  expect(LadderState.parse(state)).toEqual(state);
  expect(LadderState.safeParse({ grade: 'gold', upStreak: -1 }).success).toBe(false);
});

describe('a ladder that cannot be climbed is refused', () => {
  const two = (top: object, more: object = {}) => ({ grades: [{ id: 'a' }, { id: 'b', ...top }], ...more });
  test.each([
    [{ grades: [] }, 'ladder.empty', ['grades']],
    [{ grades: [{ id: 'a', enter: score('1') }] }, 'ladder.lowest', ['grades', 0, 'enter']],
    [{ grades: [{ id: 'a', stay: score('1') }] }, 'ladder.lowest', ['grades', 0, 'stay']],
    [two({}), 'ladder.enterMissing', ['grades', 1, 'enter']],
    [two({ enter: [] }), 'ladder.enterMissing', ['grades', 1, 'enter']],
    [two({ enter: score('5'), stay: score('6') }), 'ladder.stayAboveEnter', ['grades', 1, 'stay', 0]],
    [
      two({ enter: score('5'), stay: [{ metric: 'other', min: '1' }] }),
      'ladder.stayAboveEnter',
      ['grades', 1, 'stay', 0],
    ],
    [two({ enter: [...score('5'), ...score('6')] }), 'ids.duplicate', ['grades', 1, 'enter', 1, 'metric']],
    [{ grades: [{ id: 'a' }, { id: 'a', enter: score('5') }] }, 'ids.duplicate', ['grades', 1, 'id']],
    [two({ enter: score('x') }), 'decimal.invalid', ['grades', 1, 'enter', 0, 'min']],
    [two({ enter: score('5') }, { promoteAfter: 0 }), 'ladder.count', ['promoteAfter']],
    [two({ enter: score('5') }, { maxDown: 1.5 }), 'ladder.count', ['maxDown']],
    [two({ enter: score('5') }, { missing: 'zero' }), 'option.unknown', ['missing']],
  ])('%#: %j', (wrong, code, path) => {
    expect(thrown(() => compileLadder(wrong as GradeLadder))).toMatchObject({ code, path });
  });
  test.each([
    [{ grade: 'tin' }, {}, 'ladder.unknownGrade', ['state', 'grade']],
    [{ grade: 'gold', upStreak: -1 }, {}, 'ladder.count', ['state', 'upStreak']],
    [{ grade: 'gold' }, { score: 'x' }, 'decimal.invalid', ['metrics', 'score']],
  ])('%#: %j of %j', (state, metrics, code, path) => {
    expect(thrown(() => assignGrade(ladder, state, metrics))).toMatchObject({ code, path });
  });
});
