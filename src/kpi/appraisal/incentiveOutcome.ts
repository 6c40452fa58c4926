import type { Reason } from '../../core/errors.js';
import { compileTable, type DecisionHit } from '../../mechanisms/rules/compileTable.js';
import type { FieldOptions } from '../../mechanisms/rules/field.js';
import type { Incentive, IncentivePlan } from './incentivePlan.js';

/** What somebody's results lead to, each with the row that decided, in the order of the rows. */
export interface IncentiveOutcome {
  readonly plan: string;
  readonly outcomes: readonly DecisionHit<Incentive>[];
  /** Rows that nobody can decide because a value is missing. */
  readonly unknown: readonly number[];
  /** Why there is no outcome: `noRow`, or `conflict` where one row had to decide. */
  readonly reasons: readonly Reason[];
}

/**
 * Returns what somebody's results lead to under an incentive plan: every row that holds, with its outcome.
 *
 * @param plan rows of conditions and outcomes
 * @param facts score, grade, attitude, … of one person
 * @param options catalogue of fields, source of values
 * @throws SalesModelError those of `compileTable`
 * @example
 * import { incentiveOutcome, type IncentivePlan } from 'salesmodel/kpi';
 *
 * const plan: IncentivePlan = {
 *   id: 'sales',
 *   outcomes: {
 *     inputs: [{ field: 'grade' }, { field: 'attitude' }],
 *     rows: [
 *       { id: 'top', when: { grade: 'A' }, output: { kind: 'payFactor', factor: '1.2' } },
 *       { id: 'lead', when: { grade: 'A', attitude: { op: 'ge', value: '80' } }, output: { kind: 'promotion', code: 'nominate' } },
 *       { id: 'learn', when: { grade: 'C' }, output: { kind: 'training', code: 'basics' } },
 *     ],
 *     hit: 'all',
 *   },
 *   review: { every: 'quarter', lastOn: '2026-01-15' },
 * };
 * incentiveOutcome(plan, { grade: 'A', attitude: '85' }).outcomes.map(({ id, output }) => `${id}: ${output.kind}`);
 * // => ['top: payFactor', 'lead: promotion']
 * incentiveOutcome(plan, { grade: 'A' }).unknown; // => [1]
 */
export function incentiveOutcome<F = object>(
  plan: IncentivePlan,
  facts: F,
  options: FieldOptions<F> = {},
): IncentiveOutcome {
  const decision = compileTable<Incentive, F>(plan.outcomes, { path: ['plan', 'outcomes'], ...options })(facts);
  return {
    plan: plan.id,
    outcomes: decision.ok ? decision.hits : [],
    unknown: decision.unknown,
    reasons: decision.ok ? [] : decision.reasons,
  };
}
