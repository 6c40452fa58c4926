import { findCurrency, isoCurrencies } from '../../core/currency.js';
import { dayNumber } from '../../core/date.js';
import { fail as failCore } from '../../core/fail.js';
import { type CompiledDraw, compileDraws } from '../draw/compileDraws.js';
import { fail } from '../fail.js';
import { LAST_DAY } from '../plan/compilePlan.js';
import type { Payee, PlanAssignment } from '../schema.js';

/** An assignment with its days read. */
export interface CompiledAssignment {
  /** Position among the assignments of the input. */
  readonly index: number;
  readonly assignment: PlanAssignment;
  readonly from: number;
  readonly to: number;
  /** In place of the plan's; `null` = the plan's. */
  readonly draws: readonly CompiledDraw[] | null;
}

/** Who is assigned to one plan when. Payees are named by their position in the list of payees. */
export interface Membership {
  readonly planId: string;
  /** Payees with an assignment, by id. */
  readonly payees: readonly number[];
  /** Assignments of a payee in order of time; none for others. */
  assignments(payee: number): readonly CompiledAssignment[];
  isActive(payee: number, day: number): boolean;
  /** Whether some assignment has a day in `[from, to)`. */
  overlaps(payee: number, from: number, to: number): boolean;
  /** Whether one assignment has all days in `[from, to)`. */
  covers(payee: number, from: number, to: number): boolean;
}

/**
 * Position of each payee by id.
 *
 * @throws SalesModelError `payee.duplicate`, `currency.unknown`
 */
export function payeeIndex(payees: readonly Payee[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  payees.forEach(({ id, currency }, i) => {
    if (currency !== undefined) findCurrency(currency, isoCurrencies, ['payees', i, 'currency']);
    if (index.has(id)) fail('payee.duplicate', ['payees', i, 'id'], { id });
    index.set(id, i);
  });
  return index;
}

/**
 * Groups assignments by plan.
 *
 * @throws SalesModelError `assignment.plan`, `assignment.payee`, `assignment.overlap`, `period.order`, those of draws
 */
export function compileMemberships(
  assignments: readonly PlanAssignment[],
  payees: readonly Payee[],
  planIds: ReadonlySet<string>,
): ReadonlyMap<string, Membership> {
  const positions = payeeIndex(payees);
  const byPlan = new Map<string, Map<number, CompiledAssignment[]>>();
  for (const id of planIds) byPlan.set(id, new Map());
  assignments.forEach((assignment, index) => {
    const path = ['assignments', index];
    const ofPlan = byPlan.get(assignment.planId);
    if (ofPlan === undefined) return fail('assignment.plan', [...path, 'planId'], { planId: assignment.planId });
    const payee = positions.get(assignment.payeeId);
    if (payee === undefined) return fail('assignment.payee', [...path, 'payeeId'], { payeeId: assignment.payeeId });
    const from = dayNumber(assignment.from, [...path, 'from']);
    const to =
      assignment.to === undefined || assignment.to === null ? LAST_DAY : dayNumber(assignment.to, [...path, 'to']);
    if (to <= from) failCore('period.order', [...path, 'to'], { start: assignment.from, end: assignment.to });
    const list = ofPlan.get(payee);
    const draws = assignment.draws === undefined ? null : compileDraws(assignment.draws, [...path, 'draws']);
    const compiled = { index, assignment, from, to, draws };
    if (list === undefined) ofPlan.set(payee, [compiled]);
    else list.push(compiled);
  });
  const memberships = new Map<string, Membership>();
  for (const [planId, ofPlan] of byPlan) memberships.set(planId, membership(planId, ofPlan, payees));
  return memberships;
}

function membership(
  planId: string,
  ofPlan: ReadonlyMap<number, CompiledAssignment[]>,
  payees: readonly Payee[],
): Membership {
  for (const list of ofPlan.values()) {
    list.sort((a, b) => a.from - b.from || a.index - b.index);
    list.forEach((entry, i) => {
      const before = list[i - 1];
      if (before !== undefined && before.to > entry.from) {
        fail('assignment.overlap', ['assignments', entry.index], {
          other: before.index,
          payeeId: entry.assignment.payeeId,
          planId,
        });
      }
    });
  }
  const idOf = (payee: number): string => payees[payee]?.id ?? '';
  const none: readonly CompiledAssignment[] = [];
  const assignmentsOf = (payee: number): readonly CompiledAssignment[] => ofPlan.get(payee) ?? none;
  return {
    planId,
    payees: [...ofPlan.keys()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
    assignments: assignmentsOf,
    isActive: (payee, day) => assignmentsOf(payee).some(({ from, to }) => from <= day && day < to),
    overlaps: (payee, start, end) => assignmentsOf(payee).some(({ from, to }) => from < end && start < to),
    covers: (payee, start, end) => assignmentsOf(payee).some(({ from, to }) => from <= start && end <= to),
  };
}
