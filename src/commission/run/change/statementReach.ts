import { compareText } from '../../../core/compareText.js';
import { dayNumber } from '../../../core/date.js';
import { NO_DAY, parseDay } from '../../../core/parseDay.js';
import type { PlainDate } from '../../../core/date.js';
import type { PlanGrid } from '../grid.js';
import { statedPeriods } from '../statedPeriods.js';
import type { RunOptions } from '../runOptions.js';
import type { RunSetup } from '../runSetup.js';

/** Names the statements of a payee under a plan for a period; a plan whose versions share the period has several. */
export interface StatementKey {
  readonly payeeId: string;
  readonly planId: string;
  /** First day of the period. */
  readonly period: PlainDate;
}

interface ReachedPlan {
  readonly planId: string;
  readonly versions: readonly PlanGrid[];
  /** Periods with statements, in order. */
  readonly periods: readonly { readonly start: PlainDate; readonly end: number }[];
  readonly members: ReadonlySet<number>;
  /** By payee: the keys of all periods, made when first asked for. */
  readonly keys: Map<number, readonly StatementKey[]>;
}

/** Which statements a row can change: those of its payees from the first period on that looks at one of its days. */
export class StatementReach {
  private readonly plans: readonly ReachedPlan[];
  private readonly firsts = new Map<number, readonly number[]>();

  constructor(
    private readonly setup: RunSetup,
    { periods, closed }: RunOptions,
  ) {
    const grids = setup.grids(periods);
    const open = closed === undefined ? -Infinity : dayNumber(closed.before, ['closed', 'before']);
    const ids = [...new Set(grids.map(({ plan }) => plan.plan.id))].sort(compareText);
    this.plans = ids.map((planId): ReachedPlan => {
      const versions = grids.filter(({ plan }) => plan.plan.id === planId);
      const stated = new Map(
        statedPeriods(versions).flatMap(({ period: { period, inRun, end } }) =>
          inRun && end > open ? [[period.start, end] as const] : [],
        ),
      );
      return {
        planId,
        versions,
        periods: [...stated].map(([start, end]) => ({ start, end })).sort((a, b) => a.end - b.end),
        members: new Set(setup.membership(planId).payees),
        keys: new Map(),
      };
    });
  }

  /** Adds the keys of the statements that a payee's row of a day can change. */
  addKeys(keys: Set<StatementKey>, payee: number, day: number): void {
    for (const key of this.keysFrom(payee, day)) keys.add(key);
  }

  /** The keys of the statements that a payee's row of a day can change, by plan and period. */
  keysFrom(payee: number, day: number): readonly StatementKey[] {
    const firsts = this.firstPeriods(day);
    let all: readonly StatementKey[] | null = null;
    for (let at = 0; at < this.plans.length; at += 1) {
      const plan = this.plans[at]!;
      if (!plan.members.has(payee)) continue;
      const keys = this.keysOf(plan, payee).slice(firsts[at]);
      all = all === null ? keys : [...all, ...keys];
    }
    return all ?? [];
  }

  private keysOf({ planId, periods, keys }: ReachedPlan, payee: number): readonly StatementKey[] {
    let known = keys.get(payee);
    if (known === undefined) {
      const payeeId = this.setup.definition.payees[payee]!.id;
      keys.set(payee, (known = periods.map(({ start }) => ({ payeeId, planId, period: start }))));
    }
    return known;
  }

  /** By plan, the first period that a day counts in. */
  private firstPeriods(day: number): readonly number[] {
    let known = this.firsts.get(day);
    if (known === undefined) {
      known = this.plans.map(({ versions, periods }) => {
        const start = Math.min(...versions.map((grid) => spanStart(grid, day)));
        const first = periods.findIndex(({ end }) => end > start);
        return first < 0 ? periods.length : first;
      });
      this.firsts.set(day, known);
    }
    return known;
  }
}

/** First day of the longest span with a day: gates at the end of a period look at the whole of such a span. */
function spanStart({ components }: PlanGrid, day: number): number {
  return components.reduce((first, { spans, firstDay, spanOfDay }) => {
    const span = spans[spanOfDay[day - firstDay] ?? -1];
    return span === undefined ? first : Math.min(first, span.whole.start);
  }, day);
}

/** The earliest day that a row names, `NO_DAY` where it names none. */
export function firstDayOf(row: unknown): number {
  const { date, dates, collections } = (row ?? {}) as {
    readonly date?: unknown;
    readonly dates?: unknown;
    readonly collections?: unknown;
  };
  let first = dayOf(date);
  if (dates === undefined && collections === undefined) return first;
  const days = [
    ...(typeof dates === 'object' && dates !== null ? Object.values(dates) : []).map(dayOf),
    ...(Array.isArray(collections) ? collections : []).map((each) =>
      dayOf((each as { readonly date?: unknown } | null)?.date),
    ),
  ];
  for (const day of days) if (day !== NO_DAY && (first === NO_DAY || day < first)) first = day;
  return first;
}

function dayOf(date: unknown): number {
  return typeof date === 'string' ? parseDay(date) : NO_DAY;
}
