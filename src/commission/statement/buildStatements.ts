import { compareText } from '../../core/compareText.js';
import type { Decimal } from '../../core/decimal.js';
import type { FoundRate, RateLookup } from '../../core/rateTable.js';
import type { DrawStep } from '../draw/drawAccount.js';
import type { PaidOut } from '../payment/payOut.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { ClosedHistory } from '../retro/closedHistory.js';
import type { RetroDifference } from '../retro/retroSums.js';
import type { CreditSource } from '../run/creditSource.js';
import type { PlanPeriod } from '../run/grid.js';
import type { PlanRun } from '../run/planRun.js';
import type { RunFindings } from '../run/runFindings.js';
import type { PlanSettlement } from '../settlement/planSettlement.js';
import type { PeriodSettlement } from '../settlement/settlementBook.js';
import type { Adjustment, OpeningBalance, Payee, Statement } from '../schema.js';
import type { EarnedPeriod, PlanEarnings } from './earnedInPeriod.js';
import type { PeriodDeferral } from './payeeDeferrals.js';
import type { PlainStatements, StatementDays } from './plainStatements.js';
import { PlanAccounts, type Versions } from './planAccounts.js';
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
  /** Statements straight from integers; `null` where these depend on more than the sums of their periods. */
  readonly plain: PlainStatements | null;
  /** Clawback and release of the versions of a plan; `null` where everything is released at once and nothing taken back. */
  settlementOf(versions: readonly PlanRun[]): PlanSettlement | null;
}

/** Whose statement of which period, and what was earned for it. */
export interface StatementBasis {
  readonly planRun: PlanRun;
  readonly payee: number;
  readonly period: PlanPeriod;
  readonly earned: EarnedPeriod;
  /** What caps put off and let go. */
  readonly deferral: PeriodDeferral;
  readonly settlement: PeriodSettlement | null;
  /** Bonuses and adjustments of the period. */
  readonly adjustments: readonly Adjustment[];
}

/** A statement with the exact results that it was made of. */
export interface StatementSource extends StatementBasis {
  /** Differences of closed periods. */
  readonly retro: readonly RetroDifference[];
  /** What is held of closed periods beyond what was booked; negative where less is. */
  readonly lateHeld: Decimal;
  /** What is put off of closed periods beyond what was booked; negative where less is. */
  readonly lateDeferred: Decimal;
  readonly draws: DrawStep;
  /** What became of the payable, in plan currency. */
  readonly paid: PaidOut;
  readonly payoutDay: number;
  /** What the payout was converted with; `null` where there is nothing to convert or no rate. */
  readonly quote: FoundRate | null;
}

export interface BuiltStatements {
  readonly statements: readonly Statement[];
  /** What the statement at a position was made of. */
  sourceOf(index: number): StatementSource;
  /** The days of a statement that was made from sums alone; `null` for one of an account. */
  plainDays(index: number): StatementDays | null;
}

/** A statement of a payee: from sums alone, or of an account. */
export interface BuiltStatement {
  readonly statement: Statement;
  readonly payee: number;
  readonly of: StatementDays | StatementSource;
}

/**
 * Makes the statements of all plans, sorted by payee, plan and period start. A payee with an assignment in the period
 * gets one even with no row; so does one with money to settle. Whose statements depend on sums alone gets them straight
 * from integers; everybody else has an account.
 */
export function buildStatements(planRuns: readonly PlanRun[], context: StatementContext): BuiltStatements {
  const plans = new Map(
    versionsByPlan(planRuns).map((versions) => [versions[0].plan.plan.id, new PlanAccounts(versions, context)]),
  );
  const built: BuiltStatement[] = [];
  const plain = new Set<number>();
  for (const payee of context.plain === null ? [] : new Set([...plans.values()].flatMap(({ payees }) => payees))) {
    const made = context.plain?.of(payee) ?? null;
    if (made === null) continue;
    plain.add(payee);
    for (const { statement, days } of made) built.push({ statement, payee, of: days });
  }
  for (const accounts of plans.values()) {
    for (const payee of accounts.payees) {
      if (plain.has(payee)) continue;
      for (const { statement, source } of accounts.of(payee)) built.push({ statement, payee, of: source });
    }
  }
  built.sort(
    ({ statement: a }, { statement: b }) =>
      compareText(a.payeeId, b.payeeId) ||
      compareText(a.planId, b.planId) ||
      compareText(a.period.start, b.period.start),
  );
  reportUnsettled(planRuns, [...plans.values()], built, context);
  return {
    statements: built.map(({ statement }) => statement),
    sourceOf: (index) => {
      const { of, payee, statement } = built[index]!;
      if ('planRun' in of) return of;
      const accounts = plans.get(statement.planId)!.of(payee);
      return accounts.find(({ statement: own }) => own.period.start === statement.period.start)!.source;
    },
    plainDays: (index) => {
      const { of } = built[index]!;
      return 'planRun' in of ? null : of;
    },
  };
}

function versionsByPlan(planRuns: readonly PlanRun[]): Versions[] {
  const byPlan = new Map<string, [PlanRun, ...PlanRun[]]>();
  for (const run of planRuns) {
    const versions = byPlan.get(run.plan.plan.id);
    if (versions === undefined) byPlan.set(run.plan.plan.id, [run]);
    else versions.push(run);
  }
  return [...byPlan.values()];
}
