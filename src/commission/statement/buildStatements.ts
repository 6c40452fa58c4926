import { dayNumber } from '../../core/date.js';
import { type Decimal, ZERO } from '../../core/decimal.js';
import type { FoundRate, RateLookup } from '../../core/rateTable.js';
import type { DrawStep } from '../draw/drawAccount.js';
import type { PaidOut } from '../payment/payOut.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { ClosedHistory } from '../retro/closedHistory.js';
import type { Retro } from '../retro/retroSums.js';
import type { CreditSource } from '../run/creditSource.js';
import type { PlanPeriod } from '../run/grid.js';
import type { PlanRun } from '../run/planRun.js';
import type { RunFindings } from '../run/runFindings.js';
import type { PlanSettlement } from '../settlement/planSettlement.js';
import type { PeriodSettlement } from '../settlement/settlementBook.js';
import type { Adjustment, OpeningBalance, Payee, Statement } from '../schema.js';
import { Account } from './account.js';
import type { EarnedPeriod, PlanEarnings } from './earnedInPeriod.js';
import { reportUnsettled } from './reportUnsettled.js';

/** What statements need beside the plan runs. */
export interface StatementContext {
  readonly payees: readonly Payee[];
  /** Positions of the payees to make statements for; `null` = all. */
  readonly only: ReadonlySet<number> | null;
  readonly asOf: number;
  readonly adjustments: readonly Adjustment[];
  readonly opening: readonly OpeningBalance[];
  /** The paid history of closed periods; `null` = all are open. */
  readonly closed: ClosedHistory | null;
  /** Days on which a payee leaves, in order. */
  terminations(payeeId: string): readonly number[];
  rateLookup(plan: CompiledPlan): RateLookup;
  readonly findings: RunFindings;
  earningsOf(run: PlanRun): PlanEarnings;
  /** The credits of a component without everything reversed, where that lowers their attainment. */
  afterReversals(run: PlanRun, component: number): CreditSource | null;
  /** Clawback and release of the versions of a plan; `null` where everything is released at once and nothing taken back. */
  settlementOf(versions: readonly PlanRun[]): PlanSettlement | null;
}

/** Whose statement of which period, and what was earned for it. */
export interface StatementBasis {
  readonly planRun: PlanRun;
  readonly payee: number;
  readonly period: PlanPeriod;
  readonly earned: EarnedPeriod;
  readonly settlement: PeriodSettlement | null;
  /** Bonuses and adjustments of the period. */
  readonly adjustments: readonly Adjustment[];
}

/** A statement with the exact results that it was made of. */
export interface StatementSource extends StatementBasis {
  /** Differences of closed periods. */
  readonly retro: readonly Retro[];
  /** What is held of closed periods beyond what was booked; negative where less is. */
  readonly lateHeld: Decimal;
  /** Deferred earnings that the end of the assignment takes away. */
  readonly deferredLost: Decimal;
  readonly draws: DrawStep;
  /** What became of the payable, in plan currency. */
  readonly paid: PaidOut;
  readonly payoutDay: number;
  /** What the payout was converted with; `null` where there is nothing to convert or no rate. */
  readonly quote: FoundRate | null;
}

export interface BuiltStatements {
  readonly statements: readonly Statement[];
  /** By position of the statement. */
  readonly sources: readonly StatementSource[];
}

/**
 * Makes the statements of all plans, sorted by payee, plan and period start. A payee with an assignment in the period
 * gets one even with no row; so does one with money to settle.
 */
export function buildStatements(planRuns: readonly PlanRun[], context: StatementContext): BuiltStatements {
  const built: { statement: Statement; source: StatementSource }[] = [];
  const reviewed = new Set<string>();
  const byPlan = new Map<string, PlanRun[]>();
  for (const run of planRuns) {
    const id = run.plan.plan.id;
    byPlan.set(id, [...(byPlan.get(id) ?? []), run]);
  }
  for (const versions of byPlan.values()) {
    const [first] = versions;
    if (first === undefined) continue;
    const settlement = context.settlementOf(versions);
    const periods = versions
      .flatMap((version, v) => version.grid.periods.map((period, index) => ({ version, v, period, index })))
      .filter(({ period }) => period.governed && period.inRun)
      .sort((a, b) => a.period.start - b.period.start || a.version.plan.from - b.version.plan.from);
    const adjustments = byPayee(context.adjustments, first.plan.plan.id);
    const opening = byPayee(context.opening, first.plan.plan.id);
    for (const payee of payeesOf(first, context)) {
      const id = context.payees[payee]?.id ?? '';
      const settled = settlement?.of(payee);
      const isAssigned = first.membership.assignments(payee).length > 0;
      const heldBefore = settled?.book.heldBefore() ?? ZERO;
      const account = new Account(versions, payee, { opening: opening.get(id) ?? [], heldBefore }, context);
      for (const { version, v, period, index } of periods) {
        const own = (adjustments.get(id) ?? []).filter(({ date }) => isIn(version.plan, period, dayNumber(date)));
        const earned = isAssigned
          ? context.earningsOf(version.seenOn(payee, period.start)).of(payee, index)
          : NOTHING_EARNED;
        const booked = settled?.book.in(v, index) ?? null;
        const basis = { planRun: version, payee, period, earned, settlement: booked, adjustments: own };
        if (context.closed !== null && period.end <= context.closed.before) {
          account.review(basis);
          for (const entry of own) reviewed.add(entry.id);
          continue;
        }
        const made = account.settle(basis, context);
        if (made !== null) built.push(made);
      }
      account.reportUnposted(first, context, payee);
    }
  }
  built.sort(({ statement: a }, { statement: b }) => {
    const byPayeeId = compareText(a.payeeId, b.payeeId);
    return byPayeeId || compareText(a.planId, b.planId) || compareText(a.period.start, b.period.start);
  });
  const made: BuiltStatements = {
    statements: built.map(({ statement }) => statement),
    sources: built.map(({ source }) => source),
  };
  reportUnsettled(planRuns, made, reviewed, context);
  return made;
}

const NOTHING_EARNED: EarnedPeriod = { components: [], planModifiers: [], earned: ZERO, deferrals: [] };

/** Everybody with an assignment, and whoever was paid in a closed period, by id. */
function payeesOf({ plan, membership }: PlanRun, { payees, only, closed }: StatementContext): readonly number[] {
  const paid = closed?.payees.get(plan.plan.id);
  const isAsked = (payee: number): boolean => only === null || only.has(payee);
  if (paid === undefined) return membership.payees.filter(isAsked);
  const idOf = (payee: number): string => payees[payee]?.id ?? '';
  const others = payees.flatMap(({ id }, payee) => (paid.has(id) && !membership.payees.includes(payee) ? [payee] : []));
  return [...membership.payees, ...others].filter(isAsked).sort((a, b) => compareText(idOf(a), idOf(b)));
}

/** Whether a day belongs to a period of a version: of two versions by transaction date, one has it. */
function isIn({ plan, from, to }: CompiledPlan, { start, end }: PlanPeriod, day: number): boolean {
  return start <= day && day < end && (plan.versionBy !== 'transactionDate' || (from <= day && day < to));
}

function byPayee<T extends { readonly payeeId: string; readonly planId: string }>(
  entries: readonly T[],
  planId: string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    if (entry.planId !== planId) continue;
    const group = groups.get(entry.payeeId);
    if (group === undefined) groups.set(entry.payeeId, [entry]);
    else group.push(entry);
  }
  return groups;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
