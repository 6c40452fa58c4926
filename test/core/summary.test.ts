import { compileRun } from 'salesmodel/commission';
import { emptySummary, merge, type Summary } from 'salesmodel/core';
import { describe, expect, test } from 'vitest';
import { thrown } from './thrown.js';

const first: Summary<number> = { of: 3, parts: { '1/3': 70 } };
const others: Summary<number> = { of: 3, parts: { '3/3': 10, '2/3': 5 } };

describe('merge', () => {
  test('is associative and commutative, counts a partition once, and the empty summary changes nothing', () => {
    const all = { of: 3, parts: { '1/3': 70, '2/3': 5, '3/3': 10 } };
    const empty = emptySummary<number>();
    const text = (summary: Summary<number>): string => JSON.stringify(summary);
    expect(text(merge(first, others))).toBe(text(all));
    expect(text(merge(others, first))).toBe(text(all));
    expect(text(merge(merge(others, empty), merge(first, others)))).toBe(text(all));
    expect(text(merge(empty, first))).toBe(text(first));
    expect(text(merge(empty, empty))).toBe(text(empty));
  });

  test('does not mix batches: another number of partitions, or another result of one', () => {
    const [size, result] = [
      thrown(() => merge(first, { of: 2, parts: {} })),
      thrown(() => merge(others, { of: 3, parts: { '2/3': 6 } })),
    ];
    expect([size.code, size.path]).toEqual(['batch.conflict', ['of']]);
    expect([result.code, result.path, result.params]).toEqual(['batch.conflict', ['parts', '2/3'], { id: '2/3' }]);
  });
});

describe('a batch of commissions', () => {
  const evaluator = compileRun({ plans: [], payees: [], assignments: [], hierarchy: [], crediting: {}, rates: [] });
  const options = { asOf: '2025-12-31', periods: { from: '2025-01-01', to: '2025-02-01' } };

  test.each([0, -1, 1.5, NaN])('is not split into %s partitions', (count) => {
    expect(thrown(() => evaluator.partition([], options, count)).code).toBe('batch.partitions');
  });

  test('is finished when every partition is there', () => {
    const summaries = evaluator.partition([], options, 3).map((part) => evaluator.compute(part));
    const error = thrown(() => evaluator.finish(merge(summaries[2]!, summaries[0]!)));
    expect([error.code, error.path, error.params]).toEqual([
      'batch.incomplete',
      ['summary', 'parts'],
      { missing: '2/3' },
    ]);
    expect(thrown(() => evaluator.finish(emptySummary())).code).toBe('batch.incomplete');
    expect(evaluator.finish(summaries.reduce(merge)).totals.rows).toBe(0);
  });
});
