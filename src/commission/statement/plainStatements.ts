import { compareText } from '../../core/compareText.js';
import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { ZERO } from '../../core/decimal.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { Statement } from '../schema.js';
import { amountText } from './amountText.js';
import type { ComputedRun } from '../run/executeRun.js';
import type { PlanGrid, PlanPeriod } from '../run/grid.js';
import type { Membership } from '../run/membership.js';
import type { PlanRun } from '../run/planRun.js';
import type { RunSetup } from '../run/runSetup.js';
import type { PlainRow } from '../run/change/plainRow.js';
import { plainStatement } from './plainStatement.js';
import { SlotSums } from './slotSums.js';

/** The days on which the entries of a statement stand in the ledger. */
export interface StatementDays {
  /** Its last day. */
  readonly last: PlainDate;
  readonly payout: PlainDate;
}

/** A statement that was made from sums alone. */
export interface MadeStatement {
  readonly statement: Statement;
  readonly days: StatementDays;
}

/** A period with a statement, and what is earned in it. */
interface StatedPeriod {
  readonly period: PlanPeriod;
  readonly days: StatementDays;
  readonly parts: readonly { readonly sums: SlotSums; readonly span: number }[];
}

interface StatedPlan {
  readonly grid: PlanGrid;
  readonly membership: Membership;
  /** By payee: 1 where one assignment has all days of the run. */
  readonly always: Uint8Array;
  readonly sums: readonly SlotSums[];
  readonly periods: readonly StatedPeriod[];
  /** By component and span: the position among `periods` of that in which it is earned, −1 for none. */
  readonly statedIn: readonly (readonly number[])[];
  /** Position of its first statement among those of a payee. */
  readonly base: number;
  readonly decimals: number;
  readonly none: string;
}

/** What of a run its plain statements are made of. */
type PlainSource = Pick<ComputedRun, 'setup' | 'options' | 'parts' | 'rows'>;

/**
 * The statements of a run straight from integers, where they depend on the sums of their own period alone: rows go
 * through kernels, and no plan carries anything from period to period. A row then changes one sum, and one statement is
 * made anew when it is read.
 */
export class PlainStatements {
  /** By payee: statements as far as they are made; `null` where the payee has none. */
  private readonly made: ((MadeStatement | null | undefined)[] | undefined)[];
  /** Sum of the magnitudes of all amounts so far, and up to where the sums are known to stay exact. */
  private bound: number;
  private limit: number;

  private constructor(
    private readonly setup: RunSetup,
    private readonly plans: readonly StatedPlan[],
    private readonly asOf: number,
    bound: number,
  ) {
    this.bound = this.limit = bound;
    this.made = new Array<(MadeStatement | null | undefined)[] | undefined>(setup.definition.payees.length);
  }

  /** The statements of a run, or `null` where they depend on more. */
  static of({ setup, options, parts, rows }: PlainSource): PlainStatements | null {
    const { adjustments = [], opening = [], closed } = options;
    if (parts.kernels === null || adjustments.length > 0 || opening.length > 0 || closed !== undefined) return null;
    const plans: StatedPlan[] = [];
    let base = 0;
    const sorted = [...parts.planRuns()].sort((a, b) => compareText(a.plan.plan.id, b.plan.plan.id));
    for (const planRun of sorted) {
      if (!carriesNothing(planRun) || planRun.grid.periods.some(({ trails }) => trails)) return null;
      const sources = parts.kernels(planRun);
      const sums = planRun.components.map((component, index) =>
        SlotSums.of(sources[index]!, component, rows.amount.scale),
      );
      if (!sums.every((each) => each !== null)) return null;
      const plan = statedPlan(planRun, sums, base, setup.definition.payees.length, options.asOf);
      plans.push(plan);
      base += plan.periods.length;
    }
    return new PlainStatements(setup, plans, dayNumber(options.asOf), rows.amountBound);
  }

  /** Adds a row or takes it away; `false` where the sums would not stay exact. */
  change({ payee, day, amount }: PlainRow, sign: 1 | -1): boolean {
    if (sign > 0 && !this.reserve(Math.abs(amount))) return false;
    if (day > this.asOf) return true;
    const made = this.made[payee];
    for (const { membership, always, sums, statedIn, base } of this.plans) {
      if (always[payee] !== 1 && !membership.isActive(payee, day)) continue;
      for (let component = 0; component < sums.length; component += 1) {
        const span = sums[component]!.spanOf(day);
        if (span < 0) continue;
        sums[component]!.add(payee, span, amount, sign);
        const stated = statedIn[component]![span]!;
        if (made !== undefined && stated >= 0) made[base + stated] = undefined;
      }
    }
    return true;
  }

  /** The statements of a payee, or `null` where one of them depends on others. */
  of(payee: number): readonly MadeStatement[] | null {
    const { id, currency } = this.setup.definition.payees[payee]!;
    const count = this.plans.reduce((sum, { periods }) => sum + periods.length, 0);
    const made = (this.made[payee] ??= new Array<MadeStatement | null | undefined>(count));
    const statements: MadeStatement[] = [];
    for (const plan of this.plans) {
      if (currency !== undefined && currency !== plan.grid.plan.currency) return null;
      for (let at = 0; at < plan.periods.length; at += 1) {
        let statement = made[plan.base + at];
        if (statement === undefined) {
          statement = stated(plan, plan.periods[at]!, payee, id);
          if (statement === undefined) return null;
          made[plan.base + at] = statement;
        }
        if (statement !== null) statements.push(statement);
      }
    }
    return statements;
  }

  private reserve(size: number): boolean {
    const bound = this.bound + size;
    if (bound > this.limit) {
      // Asking is dear: a bound twice as high mostly holds as well, and is good for many rows.
      const limit = [2 * bound, bound].find((each) => this.plans.every(({ sums }) => sums.every((s) => s.holds(each))));
      if (limit === undefined) return false;
      this.limit = limit;
    }
    this.bound = bound;
    return true;
  }
}

/** Whether a plan pays what it earns at once and in full, as long as that is not negative. */
function carriesNothing({ plan, membership }: PlanRun): boolean {
  const { modifiers, draws, payment } = plan;
  return (
    modifiers.list.length === 0 &&
    draws.length === 0 &&
    payment.minimum === null &&
    payment.maximum === null &&
    payment.cash === null &&
    membership.payees.every((payee) => membership.assignments(payee).every((each) => (each.draws ?? []).length === 0))
  );
}

function statedPlan(
  planRun: PlanRun,
  sums: readonly SlotSums[],
  base: number,
  payees: number,
  asOf: PlainDate,
): StatedPlan {
  const { grid, membership, plan } = planRun;
  const { increment } = plan.rounding;
  const first = Math.min(...grid.components.map(({ firstDay }) => firstDay));
  const end = Math.max(...grid.components.map(({ firstDay, spanOfDay }) => firstDay + spanOfDay.length));
  const indices = grid.periods.flatMap(({ governed, inRun }, index) => (governed && inRun ? [index] : []));
  return {
    grid,
    membership,
    always: Uint8Array.from({ length: payees }, (_, payee) => (membership.covers(payee, first, end) ? 1 : 0)),
    sums,
    periods: indices.map((index) => ({
      period: grid.periods[index]!,
      days: daysOf(plan, grid.periods[index]!, asOf),
      parts: grid.components.flatMap(({ spans }, component) =>
        spans.flatMap(({ governed, earnedIn }, span) =>
          governed && earnedIn === index ? [{ sums: sums[component]!, span }] : [],
        ),
      ),
    })),
    statedIn: grid.components.map(({ spans }) => spans.map(({ earnedIn }) => indices.indexOf(earnedIn))),
    base,
    decimals: increment.decimalPlaces(),
    none: amountText(ZERO, increment),
  };
}

function daysOf({ plan: { fx } }: CompiledPlan, { end }: PlanPeriod, asOf: PlainDate): StatementDays {
  const last = fromDayNumber(end - 1);
  return { last, payout: fx?.payDate === 'asOf' ? asOf : last };
}

/** The statement of a payee for a period, `null` for none; `undefined` where less than nothing was earned. */
function stated(
  { grid, membership, decimals, none }: StatedPlan,
  { period, days, parts }: StatedPeriod,
  payee: number,
  payeeId: string,
): MadeStatement | null | undefined {
  if (membership.assignments(payee).length === 0) return null;
  let total = 0;
  const components = parts.map(({ sums, span }) => {
    const { statement, earned } = sums.earned(payee, span);
    total += earned;
    return statement;
  });
  if (!(total >= 0 && total <= Number.MAX_SAFE_INTEGER)) return undefined;
  if (total === 0 && !membership.overlaps(payee, period.start, period.end)) return null;
  const earned = scaledText(total, decimals, decimals);
  return { statement: plainStatement(payeeId, grid, period, components, earned, none), days };
}
