import { compareText } from '../../core/compareText.js';
import { dayNumber } from '../../core/date.js';
import { ZERO } from '../../core/decimal.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { PlanPeriod } from '../run/grid.js';
import type { PlanRun } from '../run/planRun.js';
import { statedPeriods } from '../run/statedPeriods.js';
import type { Adjustment, OpeningBalance, Statement } from '../schema.js';
import type { PlanSettlement } from '../settlement/planSettlement.js';
import { Account, openingOf } from './account.js';
import type { StatementContext, StatementSource } from './buildStatements.js';
import type { EarnedPeriod } from './earnedInPeriod.js';
import { type AccountPeriod, PayeeDeferrals } from './payeeDeferrals.js';

/** The versions of one plan in a run. */
export type Versions = readonly [PlanRun, ...PlanRun[]];

/** A statement and what it was made of. */
export interface AccountStatement {
  readonly statement: Statement;
  readonly source: StatementSource;
}

/** The accounts of all payees of one plan: what one period leaves open, the next one begins with. */
export class PlanAccounts {
  /** Ids of adjustments in closed periods. */
  readonly reviewed = new Set<string>();
  private readonly settlement: PlanSettlement | null;
  /** Earlier ones included that the run looks back on. */
  private readonly periods: readonly AccountPeriod[];
  private readonly adjustments: ReadonlyMap<string, readonly Adjustment[]>;
  private readonly opening: ReadonlyMap<string, readonly OpeningBalance[]>;
  private readonly known = new Map<number, readonly AccountStatement[]>();

  constructor(
    private readonly versions: Versions,
    private readonly context: StatementContext,
  ) {
    this.settlement = context.settlementOf(versions);
    const defers = versions.map(({ plan }) =>
      [plan, ...plan.components].some(({ modifiers }) => modifiers.list.some((modifier) => modifier.defers)),
    );
    this.periods = statedPeriods(versions.map(({ grid }) => grid)).map(({ version: v, index, period }) => {
      return { version: versions[v]!, v, index, period, defers: defers[v]! };
    });
    this.adjustments = byPayee(context.adjustments, this.planId);
    this.opening = byPayee(context.opening, this.planId);
  }

  get planId(): string {
    return this.versions[0].plan.plan.id;
  }

  /** Everybody with an assignment, and whoever was paid in a closed period, by id. */
  get payees(): readonly number[] {
    const { payees, only, closed } = this.context;
    const { membership } = this.versions[0];
    const paid = closed?.payees.get(this.planId);
    const isAsked = (payee: number): boolean => only === null || only.has(payee);
    if (paid === undefined) return membership.payees.filter(isAsked);
    const members = new Set(membership.payees);
    const idOf = (payee: number): string => payees[payee]?.id ?? '';
    const others = payees.flatMap(({ id }, payee) => (paid.has(id) && !members.has(payee) ? [payee] : []));
    return [...membership.payees, ...others].filter(isAsked).sort((a, b) => compareText(idOf(a), idOf(b)));
  }

  /** The statements of a payee, in order of time. */
  of(payee: number): readonly AccountStatement[] {
    let statements = this.known.get(payee);
    if (statements === undefined) this.known.set(payee, (statements = this.settle(payee)));
    return statements;
  }

  private settle(payee: number): readonly AccountStatement[] {
    const { versions, context } = this;
    const [first] = versions;
    const id = context.payees[payee]?.id ?? '';
    const settled = this.settlement?.of(payee);
    const isAssigned = first.membership.assignments(payee).length > 0;
    const earnedIn = ({ version, index }: AccountPeriod, day: number): EarnedPeriod =>
      isAssigned ? context.earningsOf(version.seenOn(payee, day)).of(payee, index) : NOTHING_EARNED;
    const opening = this.opening.get(id) ?? [];
    const deferrals = new PayeeDeferrals(this.periods, openingOf(opening, 'deferred'), {
      earnedIn,
      isLast: ({ version, period }) => !version.membership.overlaps(payee, period.end, Number.MAX_SAFE_INTEGER),
      isChangedIn: ({ v, index }) => settled?.isChangedIn(v, index) === true,
    });
    const heldBefore = settled?.book.heldBefore() ?? ZERO;
    const account = new Account(versions, payee, { opening, heldBefore }, context);
    const statements: AccountStatement[] = [];
    for (const each of this.periods) {
      const { version, v, period, index } = each;
      if (!period.inRun) continue;
      const own = (this.adjustments.get(id) ?? []).filter(({ date }) => isIn(version.plan, period, dayNumber(date)));
      const basis = {
        planRun: version,
        payee,
        period,
        earned: earnedIn(each, period.start),
        deferral: deferrals.step(),
        settlement: settled?.book.in(v, index) ?? null,
        adjustments: own,
      };
      if (context.closed !== null && period.end <= context.closed.before) {
        account.review(basis);
        for (const entry of own) this.reviewed.add(entry.id);
        continue;
      }
      const made = account.settle(basis, context);
      if (made !== null) statements.push(made);
    }
    account.reportUnposted(first, context, payee);
    return statements;
  }
}

const NOTHING_EARNED: EarnedPeriod = { components: [], planModifiers: [], earned: ZERO, deferrals: [] };

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
