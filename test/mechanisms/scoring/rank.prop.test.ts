import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../../../src/core/compareText.js';
import {
  ecdf,
  forcedDistribution,
  leaderboard,
  percentRank,
  rank,
  type RankTies,
} from '../../../src/mechanisms/scoring/index.js';
import { toScaled } from '../../core/decimalText.arb.js';
import { entries, valued } from './entries.arb.js';

const units = (text: string): bigint => toScaled(text, 4);
const TIES: RankTies[] = ['competition', 'max', 'average', 'dense', 'ordinal'];
const direction = fc.constantFrom('higher' as const, 'lower' as const);

test('ranks are those of counting who is better, by rank and then id', () => {
  fc.assert(
    fc.property(entries(), direction, (list, direction) => {
      const present = valued(list);
      const isBetter = (a: string, b: string): boolean =>
        direction === 'higher' ? units(a) > units(b) : units(a) < units(b);
      for (const ties of TIES) {
        const { ranked, unranked } = rank(list, { ties, direction });
        expect(unranked).toEqual(
          list
            .filter(({ value }) => value === null)
            .map(({ id }) => id)
            .sort(compareText),
        );
        const expected = present.map(({ id, value }) => {
          const better = present.filter((other) => isBetter(other.value, value));
          const equal = present.filter((other) => units(other.value) === units(value));
          const rank = {
            competition: better.length + 1,
            max: better.length + equal.length,
            average: better.length + (equal.length + 1) / 2,
            dense: new Set(better.map((other) => units(other.value))).size + 1,
            ordinal: better.length + equal.filter((other) => other.id <= id).length,
          }[ties];
          return { id, rank };
        });
        expected.sort((a, b) => a.rank - b.rank || compareText(a.id, b.id));
        expect(ranked.map(({ id, rank }) => ({ id, rank }))).toEqual(expected);
      }
    }),
  );
});

test('average ranks add up to n(n + 1)/2 and lie between competition and max', () => {
  fc.assert(
    fc.property(entries(), (list) => {
      const by = (ties: RankTies): number[] => rank(list, { ties }).ranked.map(({ rank }) => rank);
      const average = by('average');
      expect(average.reduce((sum, each) => sum + each, 0)).toBe((average.length * (average.length + 1)) / 2);
      const [competition, max] = [by('competition'), by('max')];
      average.forEach((each, at) => {
        expect(competition[at]!).toBeLessThanOrEqual(each);
        expect(each).toBeLessThanOrEqual(max[at]!);
      });
    }),
  );
});

test('the order of the entries changes no byte', () => {
  const options = { ties: 'average' as const, tieBreakers: [{ field: 'second', direction: 'lower' as const }] };
  const grades = [
    { grade: 'A', share: '0.3' },
    { grade: 'B', share: '0.7' },
  ];
  fc.assert(
    fc.property(
      entries().chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, other]) => {
        for (const call of [
          (each: typeof list) => rank(each, options),
          (each: typeof list) => percentRank(each),
          (each: typeof list) => leaderboard(each, { minimum: '1', ...options }),
          (each: typeof list) => forcedDistribution(each, grades, { ties: 'split' }),
        ]) {
          expect(JSON.stringify(call(other))).toBe(JSON.stringify(call(list)));
        }
      },
    ),
  );
});

test('tie-breakers tell equals apart and leave the rest; who lacks the fact comes last', () => {
  fc.assert(
    fc.property(entries(fc.constantFrom('1', '2', '1.0')), (list) => {
      const expected = valued(list).sort((a, b) => {
        const byValue = Number(units(b.value) - units(a.value));
        const [x, y] = [a.facts.second, b.facts.second];
        const second =
          x === y ? 0 : x === null ? 1 : y === null ? -1 : units(x) < units(y) ? -1 : units(x) > units(y) ? 1 : 0;
        return byValue || second || compareText(a.id, b.id);
      });
      const { ranked } = rank(list, { ties: 'ordinal', tieBreakers: [{ field: 'second', direction: 'lower' }] });
      expect(ranked.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }),
  );
});

test('the percent rank counts the worse of the others, the distribution function the worse and equal of all', () => {
  fc.assert(
    fc.property(entries(), (list) => {
      const present = valued(list);
      const n = present.length;
      const cumulative = ecdf(list).scores;
      percentRank(list).scores.forEach(({ id, value, score }, at) => {
        const worse = present.filter((other) => units(other.value) < units(value)).length;
        const equal = present.filter((other) => units(other.value) === units(value)).length;
        expect(score).toMatchObject({ numerator: String(worse), denominator: String(n - 1) });
        if (n === 1) expect(score).toMatchObject({ value: null, reason: 'alone' });
        expect(cumulative[at]).toMatchObject({
          id,
          score: { numerator: String(worse + equal), denominator: String(n) },
        });
      });
    }),
  );
});

test('a forced distribution loses nobody, and a better value never gets a worse grade', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }).map((parts) => {
    const rest = 20 - parts.reduce((sum, part) => sum + part, 0);
    return [...parts, rest].map((part, at) => ({ grade: `g${at}`, share: String(part / 20) }));
  });
  const options = fc.constantFrom(
    { ties: 'promote' as const },
    { ties: 'demote' as const },
    { ties: 'split' as const },
    { ties: 'tieBreaker' as const, tieBreakers: [{ field: 'second' }] },
  );
  fc.assert(
    fc.property(entries(), shares, options, (list, grades, options) => {
      const result = forcedDistribution(list, grades, options);
      const n = valued(list).length;
      const sum = (key: 'quota' | 'count'): number => result.grades.reduce((all, grade) => all + grade[key], 0);
      expect([sum('quota'), sum('count'), result.entries.length]).toEqual([n, n, n]);
      const order = grades.map(({ grade }) => grade);
      result.entries.forEach((entry, at) => {
        expect(entry.position).toBe(at + 1);
        const next = result.entries[at + 1];
        if (next === undefined) return;
        expect(order.indexOf(entry.grade)).toBeLessThanOrEqual(order.indexOf(next.grade));
        const isEqual = units(entry.value) === units(next.value);
        if (isEqual && entry.grade !== next.grade && options.ties === 'split') {
          expect([entry.splitTie, next.splitTie]).toEqual([true, true]);
        }
        if (isEqual && options.ties !== 'split' && options.ties !== 'tieBreaker') expect(next.grade).toBe(entry.grade);
      });
      result.grades.forEach(({ quota, share }) => {
        expect(Math.abs(quota - n * Number(share))).toBeLessThan(1 + 1e-9);
      });
      if (options.ties === 'split') result.grades.forEach(({ quota, count }) => expect(count).toBe(quota));
    }),
  );
});
