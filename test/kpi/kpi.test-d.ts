import type { Ratio } from 'salesmodel/core';
import {
  evaluateKpi,
  type Incentive,
  type KpiResult,
  payoutFromScore,
  rebaseTarget,
  type SalesPlan,
  spreadByMonth,
  type TargetTree,
} from 'salesmodel/kpi';
import { expectTypeOf, test } from 'vitest';

declare const tree: TargetTree;

test('a figure is a ratio or has reasons', () => {
  const result = evaluateKpi('gap', []);
  expectTypeOf(result).toEqualTypeOf<KpiResult>();
  if (result.ok) expectTypeOf(result).toExtend<Ratio>();
  // @ts-expect-error reasons have to be asked for
  void result.value;
});

test('a target changes to an amount or by a factor, never both, and never without a reason', () => {
  const rebase = { node: 'a', reason: 'r', by: 'b', on: '2026-01-01' };
  rebaseTarget(tree, { ...rebase, to: '1' });
  rebaseTarget(tree, { ...rebase, factor: '1' });
  // @ts-expect-error to or factor
  rebaseTarget(tree, { ...rebase, to: '1', factor: '1' });
  // @ts-expect-error a reason
  rebaseTarget(tree, { node: 'a', by: 'b', on: '2026-01-01', to: '1' });
});

test('a payout is in the currency of its base', () => {
  const paid = payoutFromScore('90', { points: [{ x: '0', y: '1' }] }, { amount: '1', currency: 'EUR' });
  if (paid.ok && paid.amount !== null) expectTypeOf(paid.amount.currency).toEqualTypeOf<'EUR'>();
});

test('words are known', () => {
  // @ts-expect-error no such spread
  spreadByMonth({ amount: 1, span: { from: '2026-01-01', to: '2026-02-01' } }, { kind: 'even' });
  // @ts-expect-error the last day is needed
  spreadByMonth({ amount: 1, span: { from: '2026-01-01' } }, { kind: 'workingDays' });
  // @ts-expect-error a factor is for pay
  const incentive: Incentive = { kind: 'training', factor: '1.2' };
  void incentive;
  expectTypeOf<SalesPlan['actions'][number]['target']>().toEqualTypeOf<string>();
});
