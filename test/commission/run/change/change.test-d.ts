import { expectTypeOf, test } from 'vitest';
import type { Run, RunEvaluator, RunPart, RunResult, StatementKey } from '../../../../src/commission/index.js';
import type { Summary } from '../../../../src/core/index.js';

declare const run: Run;
declare const evaluator: RunEvaluator;

test('changes give keys of statements, partitions give summaries and these a result', () => {
  expectTypeOf(run.append([])).toEqualTypeOf<readonly StatementKey[]>();
  expectTypeOf(evaluator.finish).parameter(0).toEqualTypeOf<Summary<RunPart>>();
  expectTypeOf(evaluator.finish).returns.toEqualTypeOf<RunResult>();
  // @ts-expect-error a row is replaced by a row
  run.replace('T1', { id: 'T1' });
  // @ts-expect-error partitions are by payee or by number
  evaluator.partition([], { asOf: '2025-01-01', periods: { from: '2025-01-01', to: '2025-02-01' } }, 'team');
  // @ts-expect-error a summary of other things is none of a run
  evaluator.finish({ of: 1, parts: { '1/1': 7 } });
});
