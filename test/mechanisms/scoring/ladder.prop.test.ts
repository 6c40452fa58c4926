import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileLadder, type GradeLadder, lintLadder, runLadder } from '../../../src/mechanisms/scoring/index.js';

const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 });
const ladder: fc.Arbitrary<GradeLadder> = fc
  .record({
    enter: bounds,
    slack: fc.array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 4 }),
    promoteAfter: fc.integer({ min: 1, max: 3 }),
    demoteAfter: fc.integer({ min: 1, max: 3 }),
    max: fc.option(fc.integer({ min: 1, max: 2 })),
  })
  .map(({ enter, slack, promoteAfter, demoteAfter, max }) => ({
    grades: [
      { id: 'g0' },
      ...enter
        .sort((a, b) => a - b)
        .map((min, at) => ({
          id: `g${at + 1}`,
          enter: [{ metric: 'score', min: String(min) }],
          stay: [{ metric: 'score', min: String(min - slack[at]!) }],
        })),
    ],
    promoteAfter,
    demoteAfter,
    ...(max === null ? {} : { maxUp: max, maxDown: max }),
  }));
const history = fc.array(fc.option(fc.integer({ min: 0, max: 22 }), { freq: 9 }), { maxLength: 15 });
const periods = (scores: readonly (number | null)[]) =>
  scores.map((score, at) => ({ period: `${at}`, metrics: { score } }));

test('replaying the beginning of a history gives the same steps', () => {
  fc.assert(
    fc.property(ladder, history, fc.nat({ max: 15 }), (ladder, scores, cut) => {
      const all = runLadder(ladder, { grade: 'g0' }, periods(scores));
      const first = runLadder(ladder, { grade: 'g0' }, periods(scores).slice(0, cut));
      expect(first).toEqual(all.slice(0, cut));
      const rest = runLadder(ladder, first.at(-1) ?? { grade: 'g0' }, periods(scores).slice(cut));
      expect(rest).toEqual(all.slice(cut));
    }),
  );
});

test('between stay and enter nothing changes, and a missing metric leaves all as it is', () => {
  fc.assert(
    fc.property(ladder, history, fc.integer({ min: 0, max: 22 }), (ladder, scores, score) => {
      const { assign, run } = compileLadder(ladder);
      const state = run({ grade: 'g0' }, periods(scores)).at(-1) ?? { grade: 'g0', upStreak: 0, downStreak: 0 };
      const { grade, upStreak, downStreak } = state;
      expect(assign(state, {})).toMatchObject({ grade, upStreak, downStreak, changed: null });
      const now = ladder.grades.findIndex(({ id }) => id === grade);
      const isKept = score >= Number(ladder.grades[now]?.stay?.[0]?.min ?? 0);
      const isBelowNext = score < Number(ladder.grades[now + 1]?.enter?.[0]?.min ?? Infinity);
      if (isKept && isBelowNext) {
        expect(assign(state, { score })).toMatchObject({ grade, upStreak: 0, downStreak: 0, changed: null });
      }
    }),
  );
});

test('a step goes the way it says, within its limit and after its streak', () => {
  fc.assert(
    fc.property(ladder, history, (ladder, scores) => {
      let before = { grade: 'g0', upStreak: 0, downStreak: 0 };
      for (const step of runLadder(ladder, { grade: 'g0' }, periods(scores))) {
        const moved = Number(step.grade.slice(1)) - Number(before.grade.slice(1));
        expect(step.changed).toBe(moved > 0 ? 'up' : moved < 0 ? 'down' : null);
        expect(moved).toBeLessThanOrEqual(ladder.maxUp ?? Infinity);
        expect(-moved).toBeLessThanOrEqual(ladder.maxDown ?? Infinity);
        if (moved > 0) expect(before.upStreak + 1).toBe(ladder.promoteAfter);
        if (moved < 0) expect(before.downStreak + 1).toBe(ladder.demoteAfter);
        if (moved !== 0) expect([step.upStreak, step.downStreak]).toEqual([0, 0]);
        before = step;
      }
    }),
  );
});

test('a grade that nobody enters, by the linter, is entered by nobody', () => {
  fc.assert(
    fc.property(ladder, history, fc.integer({ min: 1, max: 20 }), (given, scores, min) => {
      const higher = { id: 'g9', enter: [{ metric: 'score', min: String(min) }] };
      const ladder = { ...given, grades: [...given.grades, higher] };
      const shadowed = lintLadder(ladder).flatMap(({ code, params }) =>
        code === 'shadowedGrade' ? [params['grade']] : [],
      );
      for (const { changed, grade } of runLadder(ladder, { grade: 'g0' }, periods(scores))) {
        if (changed === 'up') expect(shadowed).not.toContain(grade);
      }
    }),
  );
});
