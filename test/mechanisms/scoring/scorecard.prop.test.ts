import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compileScorecard,
  type ScoreColumns,
  type ScoreEntry,
  type ScoreFacts,
  type ScoreResult,
  scoreScorecard,
} from '../../../src/mechanisms/scoring/index.js';
import { canonical, toScaled } from '../../core/decimalText.arb.js';
import { expectAddsUp } from './addsUp.js';
import { naiveScore } from './naiveScore.js';
import { facts, groupNormaliser, lastScores, ownNormaliser, scorecard } from './scorecard.arb.js';

const units = (text: string, scale: number): bigint => toScaled(text, scale);

function expectNaive(result: ScoreResult, expected: ReturnType<typeof naiveScore>): void {
  expectAddsUp(result);
  expect(Object.fromEntries(result.items.map(({ id, score }) => [id, score]))).toEqual(
    Object.fromEntries(Object.entries(expected.scores).map(([id, score]) => [id, score && canonical(score)])),
  );
  if (result.status === 'notScored') return expect(expected.total).toBeNull();
  const { total, beforeGates, grade } = result;
  const deltas = Object.fromEntries(result.gates.map(({ id, delta }) => [id, delta]));
  expect({ total, beforeGates, grade, deltas }).toEqual({ ...expected, scores: undefined });
}

test('a score is what its rules say, told again without shapes and columns', () => {
  fc.assert(
    fc.property(scorecard(), facts, lastScores, (card, facts, last) => {
      const result = scoreScorecard(card, facts, { lastScores: last });
      expectNaive(result, naiveScore(card, facts, last));
    }),
  );
});

test('the same of normalisers that look at the group', () => {
  fc.assert(
    fc.property(
      scorecard(fc.oneof(groupNormaliser, ownNormaliser)),
      fc.array(facts, { minLength: 1, maxLength: 6 }),
      (card, group) => {
        const entries = group.map((facts, at): ScoreEntry => ({ id: `e${at}`, facts }));
        const { scores, rejected } = compileScorecard(card).objects(entries);
        expect(rejected).toEqual([]);
        scores.forEach(({ id: _, ...result }, at) => expectNaive(result, naiveScore(card, group[at]!, {}, group)));
      },
    ),
  );
});

test('contributions add up to what stands before the gates, and with their deltas to the total', () => {
  fc.assert(
    fc.property(scorecard(), facts, (card, facts) => {
      const result = scoreScorecard(card, facts);
      expectAddsUp(result);
      if (result.status === 'notScored') return;
      const { scale = 2 } = card;
      const weight = result.items.reduce((all, each) => all + (each.score === null ? 0 : Number(each.weight)), 0);
      for (const { weight: own, score, contribution } of result.items) {
        if (score === null || contribution === null) continue;
        const exact = (Number(own) * Number(score)) / weight;
        expect(Math.abs(Number(contribution) - exact)).toBeLessThan(10 ** -scale + 1e-9);
      }
    }),
  );
});

test('the order of items and gates, and one factor on all weights, change no byte', () => {
  fc.assert(
    fc.property(scorecard(), facts, fc.constantFrom(2, 10, 30), (card, facts, factor) => {
      const plain = scoreScorecard(card, facts);
      expectAddsUp(plain);
      const result = JSON.stringify(plain);
      const turned = { ...card, items: card.items.toReversed(), gates: card.gates!.toReversed() };
      expect(JSON.stringify(scoreScorecard(turned, facts))).toBe(result);
      const heavy = card.items.map((item) => ({
        ...item,
        weight: String((Math.round(Number(item.weight) * 10) * factor) / 10),
      }));
      const scaled = scoreScorecard({ ...card, items: heavy }, facts);
      expectAddsUp(scaled);
      const weightless = (text: string): string => text.replaceAll(/"(weight|numerator|denominator)":"[^"]*",?/g, '');
      expect(weightless(JSON.stringify(scaled))).toBe(weightless(result));
    }),
  );
});

test('any batching scores the same, and columns the same as objects', () => {
  fc.assert(
    fc.property(
      scorecard(fc.oneof(groupNormaliser, ownNormaliser)),
      fc.array(facts, { minLength: 1, maxLength: 8 }),
      fc.nat({ max: 8 }),
      (card, group, cut) => {
        const evaluator = compileScorecard(card);
        const entries = group.map((facts, at): ScoreEntry => ({ id: `e${at}`, facts }));
        const { scores } = evaluator.objects(entries.toReversed());
        const parts = [entries.slice(0, cut), entries.slice(cut)].flatMap(
          (part) => evaluator.objects(part, { group }).scores,
        );
        expect(parts).toEqual(scores);
        scores.forEach(expectAddsUp);
        const columns = columnsOf(group);
        const scored = evaluator.columns(columns);
        expect(group.map((_, row) => ({ id: `e${row}`, ...scored.result(row)! }))).toEqual(scores);
        group.forEach((facts, row) => {
          const alone = evaluator.columns(columnsOf([facts]), { group: columns });
          expect(alone.result(0)).toEqual(scored.result(row));
          expect(scoreScorecard(card, facts, { group })).toEqual(scored.result(row));
        });
      },
    ),
  );
});

test('more of what is better never lowers a total without gates', () => {
  fc.assert(
    fc.property(scorecard(), facts, fc.integer({ min: 1, max: 500 }), (given, facts, more) => {
      const rising = given.items.map((item) => ({
        ...item,
        normaliser: { kind: 'attainment' as const, target: '250', floorAt: '0.3', capAt: '1.4' },
      }));
      const card = { ...given, items: rising, gates: [] };
      if (facts['m0'] === null) return;
      const better = { ...facts, m0: String(Number(facts['m0']) + more) };
      const [before, after] = [scoreScorecard(card, facts), scoreScorecard(card, better)];
      [before, after].forEach(expectAddsUp);
      if (before.status === 'scored' && after.status === 'scored') {
        expect(units(after.total, 4)).toBeGreaterThanOrEqual(units(before.total, 4));
      }
    }),
  );
});

test('a missing value that counts 0 never scores more than one that is left out', () => {
  fc.assert(
    fc.property(scorecard(), facts, (given, facts) => {
      const items = given.items.map(({ missing: _, floor: __, ...item }) => item);
      const score = (missing: 'zero' | 'reweight'): ScoreResult =>
        scoreScorecard({ ...given, items, gates: [], missing }, facts);
      const [zero, reweight] = [score('zero'), score('reweight')];
      [zero, reweight].forEach(expectAddsUp);
      if (zero.status !== 'scored' || reweight.status !== 'scored') return;
      expect(units(zero.total, 4)).toBeLessThanOrEqual(units(reweight.total, 4));
    }),
  );
});

test('figures of any size are exact or refused', () => {
  const wide = fc.bigInt({ min: 0n, max: 10n ** 24n }).map(String);
  fc.assert(
    fc.property(wide, wide, fc.nat({ max: 3 }), (x, target, decimals) => {
      const actual = decimals === 0 ? x : `${x}.${'5'.repeat(decimals)}`;
      const card = {
        id: 'wide',
        scale: 6,
        items: [
          {
            id: 'i0',
            metric: 'm0',
            weight: '3',
            normaliser: { kind: 'attainment' as const, target: { metric: 'target' }, capAt: '2' },
          },
          {
            id: 'i1',
            metric: 'm0',
            weight: '0.000007',
            normaliser: { kind: 'minMax' as const, min: '0', max: '1000000000000000000000000.7' },
          },
        ],
      };
      const facts: ScoreFacts = { m0: actual, target };
      expectNaive(scoreScorecard(card, facts), naiveScore(card, facts, {}));
    }),
  );
});

/** Every metric as a column of hundredths. */
function columnsOf(rows: readonly ScoreFacts[]): ScoreColumns {
  const names = Object.keys(rows[0]!);
  const column = (name: string): Float64Array =>
    Float64Array.from(rows, (row) => {
      const text = row[name] as string | null;
      return text === null ? NaN : Number(units(text, 2));
    });
  return {
    n: rows.length,
    metrics: Object.fromEntries(names.map((name) => [name, { values: column(name), scale: 2 }])),
  };
}
