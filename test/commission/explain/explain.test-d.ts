import { expectTypeOf, test } from 'vitest';
import { explain, explainStatement, type Run, type RunInput, type RunResult } from '../../../src/commission/index.js';
import type { Explanation } from '../../../src/core/index.js';

declare const run: Run;
declare const input: RunInput;
declare const result: RunResult;

test('a run and its input can be explained, a result cannot', () => {
  expectTypeOf(explain(run, { transactionId: 'T1' })).toEqualTypeOf<Explanation>();
  expectTypeOf(explain(input, { payeeId: 'Lin', period: '2026-01-01' })).toEqualTypeOf<Explanation>();
  for (const entry of result.ledger) explain(run, { entry });
  for (const statement of result.statements) {
    explain(run, { statement });
    expectTypeOf(explainStatement(run, statement, 'zh-CN')).toBeString();
  }
  // @ts-expect-error a result has figures without what made them
  explain(result, { transactionId: 'T1' });
});

test('a figure is named in full', () => {
  // @ts-expect-error a payee has many periods
  explain(run, { payeeId: 'Lin' });
  // @ts-expect-error a component belongs to somebody's period
  explain(run, { componentId: 'C' });
  // @ts-expect-error a statement is written in a language that has texts
  explainStatement(run, result.statements[0]!, 'fr');
});
