import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import type { Explanation } from '../../../src/core/index.js';
import { renderExplanation } from '../../../src/core/renderExplanation.js';
import {
  actualNeeded,
  compileScorecard,
  explainScore,
  lintScorecard,
  type Scorecard,
  scoreNeeded,
  type ScoreFacts,
  type ScoreResult,
  scoreScorecard,
} from '../../../src/mechanisms/scoring/index.js';
import { expectAddsUp } from './addsUp.js';
import { facts, ownNormaliser, scorecard } from './scorecard.arb.js';

/** So many steps are looked at one by one. */
const STEPS = 80;
const increment = fc.constantFrom('1', '2.5', '5');
const stepsOf = (increment: string): string[] =>
  Array.from({ length: STEPS }, (_, step) => toText(toDecimal(increment).times(step)));

test('the raw value that a score takes reaches it, and of all values none is nearer', () => {
  fc.assert(
    fc.property(
      ownNormaliser,
      facts,
      increment,
      fc.integer({ min: 0, max: 130 }),
      (normaliser, given, increment, goal) => {
        const values = stepsOf(increment);
        const most = values.at(-1)!;
        const card = { id: 'c', items: [{ id: 'x', metric: 'actual', weight: '1', normaliser }] };
        const scores = scoresOf(
          card,
          values.map((actual) => ({ ...given, actual })),
        );
        const enough = values.filter((_, at) => {
          const score = scores.get(at)?.items[0]!.score ?? null;
          return score !== null && Number(score) >= goal;
        });
        const needed = actualNeeded(goal, normaliser, { increment, most, facts: given });
        expect(needed.ok).toBe(enough.length > 0);
        if (!needed.ok) return;
        expect(needed.value).toBe(needed.bound === 'atLeast' ? enough[0] : enough.at(-1));
      },
    ),
  );
});

/** The scores of facts by their place, each row alone in its group; a rejected row has none. */
function scoresOf(card: Scorecard, rows: readonly ScoreFacts[]): ReadonlyMap<number, ScoreResult> {
  const { scores } = compileScorecard(card).objects(rows.map((facts, at) => ({ id: String(at), facts })));
  // One row stands for all: they differ by a value, and a run has many of them.
  scores.slice(0, 1).forEach(expectAddsUp);
  return new Map(scores.map(({ id, ...result }) => [Number(id), result as ScoreResult]));
}

const grade = (result: ScoreResult): string | null => (result.status === 'scored' ? result.grade : null);

test('the raw value that a grade takes reaches it behind the gates, and of all values none is nearer', () => {
  fc.assert(
    fc.property(scorecard(), facts, increment, fc.constantFrom('A', 'B'), (card, given, increment, wanted) => {
      const values = stepsOf(increment);
      const most = values.at(-1)!;
      const scores = scoresOf(
        card,
        values.map((m0) => ({ ...given, m0 })),
      );
      const enough = values.filter((_, at) => {
        const found = grade(scores.get(at)!);
        return found !== null && found <= wanted;
      });
      const needed = scoreNeeded(card, given, 'i0', wanted, { increment, most });
      expect(needed.ok).toBe(enough.length > 0);
      if (!needed.ok) return;
      expect(needed.value).toBe(needed.bound === 'atLeast' ? enough[0] : enough.at(-1));
      const scored = scoreScorecard(card, { ...given, m0: needed.value });
      expectAddsUp(scored);
      expect(scored).toMatchObject({ total: needed.total, grade: needed.grade });
    }),
  );
});

test('an explanation has the total at its root, what it says adds up does, and each step has its text', () => {
  fc.assert(
    fc.property(scorecard(), facts, (card, facts) => {
      const result = scoreScorecard(card, facts);
      expectAddsUp(result);
      const explanation = explainScore(card, facts);
      expect(explanation.value).toBe(result.status === 'scored' ? result.total : null);
      const check = (step: Explanation): void => {
        if (step.params['additive'] === true) {
          const sum = step.from.reduce((all, { value }) => plus(all, toDecimal(String(value))), ZERO);
          expect(sum.eq(toDecimal(String(step.value)))).toBe(true);
        }
        step.from.forEach(check);
      };
      check(explanation);
      for (const locale of ['en', 'zh-CN'] as const) {
        expect(renderExplanation(explanation, locale)).not.toMatch(/\bscore\.[a-z]|[{}]/);
      }
    }),
  );
});

test('what the linter calls impossible does not happen', () => {
  fc.assert(
    fc.property(scorecard(), fc.array(facts, { minLength: 1, maxLength: 20 }), (card: Scorecard, rows) => {
      const findings = lintScorecard(card);
      const named = (code: string, key: string): unknown[] =>
        findings.flatMap((each) => (each.code === code ? [each.params[key]] : []));
      const never = named('gateNeverFires', 'gate');
      const idle = named('gateNoEffect', 'gate');
      const unscored = named('neverScored', 'item');
      const grades = named('bands.unreachableBand', 'grade');
      for (const facts of rows) {
        const result = scoreScorecard(
          { ...card, gates: card.gates!.map((gate) => ({ ...gate, onUnknown: 'ignore' })) },
          facts,
        );
        expectAddsUp(result);
        for (const { id, status } of result.items) if (unscored.includes(id)) expect(status).not.toBe('ok');
        if (result.status === 'notScored') continue;
        for (const { id, delta } of result.gates) {
          expect(never).not.toContain(id);
          if (idle.includes(id) && result.items.every(({ status }) => status === 'ok')) expect(Number(delta)).toBe(0);
        }
        if (result.items.every(({ status }) => status === 'ok')) expect(grades).not.toContain(result.grade);
      }
    }),
  );
});
