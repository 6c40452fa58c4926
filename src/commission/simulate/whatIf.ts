import { compareText } from '../../core/compareText.js';
import { type DecimalString, minus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import { differences, type DiffRunsOptions, type RunDifference } from '../retro/diffRuns.js';
import { runFigures } from '../retro/runFigures.js';
import type { CommissionPlan, RunInput, RunResult } from '../schema.js';

/**
 * What is otherwise in a run. Plans (by id and version), payees, transactions and adjustments (by id) take the place of
 * their like or are added; every other field takes the place of the whole field.
 */
export interface WhatIfChanges extends Partial<RunInput> {
  /** Ids of transactions that are left out. */
  readonly without?: readonly string[];
}

/** A run, another one, and what differs. */
export interface WhatIf {
  readonly before: RunResult;
  readonly after: RunResult;
  /** As of `diffRuns`. */
  readonly differences: readonly RunDifference[];
  /** What all people earn, by currency; the deltas of the differences add up to `delta`. */
  readonly earned: readonly {
    readonly currency: string;
    readonly before: DecimalString;
    readonly after: DecimalString;
    readonly delta: DecimalString;
  }[];
}

/**
 * Returns what a run would earn if something were otherwise, and who earns more or less, and why.
 *
 * @param input the run as it is
 * @param changes what takes the place of its parts
 * @param options detail of the differences
 * @throws SalesModelError `transaction.unknown`, `option.unknown`, and those of `run`
 * @example
 * import { whatIf, type CommissionPlan, type RunInput } from 'salesmodel/commission';
 *
 * const plan = (rate: string): CommissionPlan => ({
 *   id: 'P', currency: 'USD', period: 'month',
 *   components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate } }],
 * });
 * const input: RunInput = {
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [plan('0.08')],
 *   payees: [{ id: 'ana' }],
 *   assignments: [{ payeeId: 'ana', planId: 'P', from: '2026-01-01' }],
 *   transactions: [{ id: 'T1', date: '2026-01-10', amount: '10000', currency: 'USD', payeeId: 'ana' }],
 * };
 * const { earned, differences } = whatIf(input, { plans: [plan('0.1')] });
 * earned; // => [{ currency: 'USD', before: '800', after: '1000', delta: '200' }]
 * differences.map(({ payeeId, delta, causes }) => [payeeId, delta, causes]); // => [['ana', '200.00', ['planVersion']]]
 */
export function whatIf(input: RunInput, changes: WhatIfChanges, options: DiffRunsOptions = {}): WhatIf {
  const detail = oneOf(options.detail ?? 'components', ['components', 'lines'], ['options', 'detail']);
  const [a, b] = [runFigures(input), runFigures(changed(input, changes))];
  return {
    before: a.result,
    after: b.result,
    differences: differences(a, b, detail),
    earned: earnedOf(a.result, b.result),
  };
}

function changed(input: RunInput, { without = [], ...changes }: WhatIfChanges): RunInput {
  const ids = new Set(input.transactions.map(({ id }) => id));
  for (const [index, id] of without.entries()) {
    if (!ids.has(id)) fail('transaction.unknown', ['changes', 'without', index], { transactionId: id });
  }
  const kept = input.transactions.filter(({ id }) => !without.includes(id));
  const byId = ({ id }: { readonly id: string }): string => id;
  return {
    ...input,
    ...changes,
    plans: put(input.plans, changes.plans, versionOf),
    payees: put(input.payees, changes.payees, byId),
    transactions: put(kept, changes.transactions, byId),
    ...((input.adjustments ?? changes.adjustments) && {
      adjustments: put(input.adjustments ?? [], changes.adjustments, byId),
    }),
  };
}

function versionOf({ id, version = '1' }: CommissionPlan): string {
  return JSON.stringify([id, version]);
}

/** A list in which others take the places of their like; new ones follow. */
function put<T>(list: readonly T[], others: readonly T[] | undefined, keyOf: (item: T) => string): readonly T[] {
  if (others === undefined) return list;
  const keys = new Set(others.map(keyOf));
  return [...list.filter((item) => !keys.has(keyOf(item))), ...others];
}

function earnedOf({ totals: a }: RunResult, { totals: b }: RunResult): WhatIf['earned'] {
  const currencies = [...new Set([...a.earned, ...b.earned].map(({ currency }) => currency))];
  return currencies.toSorted(compareText).map((currency) => {
    const [before, after] = [a, b].map(({ earned }) => {
      const sum = earned.find((money) => money.currency === currency);
      return sum === undefined ? ZERO : toDecimal(sum.amount);
    });
    return { currency, before: toText(before!), after: toText(after!), delta: toText(minus(after!, before!)) };
  });
}
