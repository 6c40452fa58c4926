import { type Decimal, type DecimalString, plus, toText, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { explainLater, type Explanation } from '../../core/explanation.js';
import { fromDayNumber } from '../../core/date.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { DaySpan, PlanPeriod } from './grid.js';
import type { CompiledAssignment, Membership } from './membership.js';

/** Quotas and target pay of the payees of one plan version, each computed once. */
export class PlanFigures {
  private readonly quotas = new Map<string, Decimal>();
  private readonly targets = new Map<string, Decimal>();

  constructor(
    private readonly plan: CompiledPlan,
    private readonly membership: Membership,
    private readonly periods: readonly PlanPeriod[],
  ) {}

  quota(id: string, payee: number, days: DaySpan): Decimal {
    const key = `${payee} ${days.start} ${days.end} ${id}`;
    const known = this.quotas.get(key);
    if (known !== undefined) return known;
    const quota = this.plan.figures.quota(id, this.assignments(payee), days);
    this.quotas.set(key, quota);
    return quota;
  }

  /** Quotas of the plan periods in the days, added up. */
  quotaOfPeriods(id: string, payee: number, days: DaySpan): Decimal {
    return this.periodsIn(days).reduce((sum, period) => plus(sum, this.quota(id, payee, period)), ZERO);
  }

  /** @param share the component's share of the target pay */
  target(payee: number, days: DaySpan, share: DecimalString = '1'): Decimal {
    const key = `${payee} ${days.start} ${days.end} ${share}`;
    const known = this.targets.get(key);
    if (known !== undefined) return known;
    const target = this.plan.figures.target(share, this.assignments(payee), days);
    this.targets.set(key, target);
    return target;
  }

  targetOfPeriods(payee: number, days: DaySpan, share: DecimalString = '1'): Decimal {
    return this.periodsIn(days).reduce((sum, period) => plus(sum, this.target(payee, period, share)), ZERO);
  }

  explainQuota(id: string, payee: number, days: DaySpan): Explanation {
    return this.plan.figures.explainQuota(id, this.assignments(payee), days);
  }

  explainQuotaOfPeriods(id: string, payee: number, days: DaySpan): Explanation {
    return this.explainPeriods('quota.periods', days, this.quotaOfPeriods(id, payee, days), (period) =>
      this.explainQuota(id, payee, period),
    );
  }

  /** @param sharePath where the component's share of the target pay stands */
  explainTarget(payee: number, days: DaySpan, share: DecimalString, sharePath: Path): Explanation {
    return this.plan.figures.explainTarget(share, this.assignments(payee), days, sharePath);
  }

  explainTargetOfPeriods(payee: number, days: DaySpan, share: DecimalString, sharePath: Path): Explanation {
    return this.explainPeriods('target.periods', days, this.targetOfPeriods(payee, days, share), (period) =>
      this.explainTarget(payee, period, share, sharePath),
    );
  }

  private explainPeriods(
    code: string,
    days: DaySpan,
    sum: Decimal,
    explain: (period: PlanPeriod) => Explanation,
  ): Explanation {
    const span = { start: fromDayNumber(days.start), end: fromDayNumber(days.end) };
    return explainLater(code, { ...span, additive: true }, toText(sum), () => this.periodsIn(days).map(explain));
  }

  /** Assignments of a payee; under `transactionDate` cut to the days of this version, so that quotas are prorated. */
  assignments(payee: number): readonly CompiledAssignment[] {
    const assignments = this.membership.assignments(payee);
    const { plan, from, to } = this.plan;
    if (plan.versionBy !== 'transactionDate') return assignments;
    return assignments
      .map((entry) => ({ ...entry, from: Math.max(entry.from, from), to: Math.min(entry.to, to) }))
      .filter((entry) => entry.from < entry.to);
  }

  private periodsIn({ start, end }: DaySpan): readonly PlanPeriod[] {
    return this.periods.filter((period) => start <= period.start && period.end <= end);
  }
}
