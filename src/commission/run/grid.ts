import { dayNumber, fromDayNumber } from '../../core/date.js';
import { type Period, periodOf, periodsBetween } from '../../core/period.js';
import { periodLabel } from '../../core/periodLabel.js';
import { dayRange } from '../../core/span.js';
import { fail } from '../fail.js';
import type { CompiledComponent, CompiledPlan } from '../plan/compiledPlan.js';

/** Days `[start, end)`. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

/** A statement period of a plan. */
export interface PlanPeriod extends DaySpan {
  readonly period: Period;
  readonly label: string;
  /** Whether this version of the plan answers for the period (or, by transaction date, for some of its days). */
  readonly governed: boolean;
  /**
   * Whether longer spans of this version end in the period, which another answers for by now: by their start, they are
   * still this one's.
   */
  readonly trails: boolean;
  /** Whether the run makes statements for it; earlier periods only feed windows. */
  readonly inRun: boolean;
  /** First day of its fiscal year, the window of limits on the plan's sum. */
  readonly yearStart: number;
}

/** A span that a component evaluates: a plan period or a longer one. */
export interface ComponentSpan extends DaySpan {
  /** The uncut period of the calendar; the span is shorter where a version by transaction date starts or ends in it. */
  readonly whole: DaySpan;
  /** The plan period with the span's last day, or −1 when that lies outside the run. */
  readonly earnedIn: number;
  /** Position of the first span of its window. */
  readonly windowFirst: number;
  readonly window: DaySpan;
  /** Whether this version of the plan evaluates the span. */
  readonly governed: boolean;
}

/** The spans of a component that a run needs, in order of time. */
export interface ComponentGrid {
  readonly component: CompiledComponent;
  readonly spans: readonly ComponentSpan[];
  /** Position of the span of day `firstDay + i`, or −1. */
  readonly firstDay: number;
  readonly spanOfDay: Int32Array;
}

/** The calendar of one plan version in a run. */
export interface PlanGrid {
  readonly plan: CompiledPlan;
  /** The periods of the run and of the years that it starts and ends in, in order. */
  readonly allPeriods: readonly PlanPeriod[];
  /** Those in which components are earned: the run's, and earlier ones that a limit of the plan looks back on. */
  readonly periods: readonly PlanPeriod[];
  readonly components: readonly ComponentGrid[];
}

/**
 * Lays plan versions over the periods of a run and over the earlier days that their windows look back on.
 *
 * @param since earlier periods from that of this day on are laid too, for what was earned in them and is released or
 * taken back in the run
 */
export function layGrids(
  plans: readonly CompiledPlan[],
  run: { readonly from: string; readonly to: string },
  since: number,
): readonly PlanGrid[] {
  // A limit of one version counts what others paid in its year.
  const ofYear = new Set(
    plans
      .filter(({ modifiers }) => modifiers.list.some(({ scope }) => scope === 'window'))
      .map(({ plan: { id } }) => id),
  );
  return plans.map((plan) => layGrid(plan, run, since, ofYear.has(plan.plan.id)));
}

/** @param looksOnYear whether a limit of a version counts what was earned in the year so far */
function layGrid(
  plan: CompiledPlan,
  run: { readonly from: string; readonly to: string },
  since: number,
  looksOnYear: boolean,
): PlanGrid {
  const { calendar } = plan;
  const { start: from, end: to } = dayRange({ from: run.from, to: run.to }, ['periods']);
  const own = periodsBetween(run.from, run.to, plan.plan.period, calendar);
  const [first] = own;
  const last = own[own.length - 1];
  if (first?.start !== run.from)
    fail('run.periodBorder', ['periods', 'from'], { date: run.from, planId: plan.plan.id });
  if (last?.end !== run.to) fail('run.periodBorder', ['periods', 'to'], { date: run.to, planId: plan.plan.id });
  const year = {
    from: periodOf(since < from ? fromDayNumber(since) : run.from, 'year', calendar).start,
    to: periodOf(fromDayNumber(to - 1), 'year', calendar).end,
  };
  const allPeriods = periodsBetween(year.from, year.to, plan.plan.period, calendar).map((period): PlanPeriod => {
    const days = daysOf(period);
    return {
      ...days,
      period,
      label: periodLabel(period, calendar),
      governed: governs(plan, days),
      trails: false,
      inRun: from <= days.start && days.end <= to,
      yearStart: dayNumber(periodOf(period.start, 'year', calendar).start),
    };
  });
  const lookBack = looksOnYear ? -Infinity : Math.min(since, ...deferringWindows(plan, run.from));
  const laid = allPeriods.filter(({ inRun, end }) => inRun || (end <= from && end > lookBack));
  const gates = gatesFrom(plan, laid);
  const components = plan.components.map((component) => layComponent(component, plan, laid, gates));
  const ends = new Set(
    components.flatMap(({ spans }) => spans.flatMap(({ governed, earnedIn }) => (governed ? [earnedIn] : []))),
  );
  const periods = laid.map((period, index) => ({ ...period, trails: !period.governed && ends.has(index) }));
  return {
    plan,
    allPeriods,
    periods,
    components,
  };
}

/** First days of the windows in which a run begins, where caps count over them what they have put off before. */
function deferringWindows({ components, calendar }: CompiledPlan, from: string): readonly number[] {
  return components
    .filter(({ modifiers }) => modifiers.list.some(({ defers, scope }) => defers && scope === 'window'))
    .map(({ window }) => dayNumber(periodOf(from, window, calendar).start));
}

/** First day of the earlier spans that a component of some periods looks back on. */
function lookBackFrom(component: CompiledComponent, { calendar }: CompiledPlan, from: string): string {
  const { accumulate, modifiers, window, every } = component;
  const looksBack = accumulate === 'toDate' || modifiers.list.some(({ scope }) => scope === 'window');
  return periodOf(from, looksBack ? window : every, calendar).start;
}

/** First day on which gates of earlier spans look at other components. */
function gatesFrom(plan: CompiledPlan, [first]: readonly PlanPeriod[]): string {
  const from = first!.period.start;
  const isGated = ({ modifiers: { list } }: CompiledComponent): boolean =>
    list.some(({ kind }) => kind === 'hurdle' || kind === 'kicker');
  return plan.components
    .filter(isGated)
    .map((component) => lookBackFrom(component, plan, from))
    .reduce((a, b) => (a < b ? a : b), from);
}

/** @param gates first day on which other components look at this one */
function layComponent(
  component: CompiledComponent,
  plan: CompiledPlan,
  periods: readonly PlanPeriod[],
  gates: string,
): ComponentGrid {
  const { calendar } = plan;
  const firstPeriod = periods[0]?.period;
  const lastPeriod = periods[periods.length - 1]?.period;
  if (firstPeriod === undefined || lastPeriod === undefined) throw new RangeError('a run has a period');
  const own = lookBackFrom(component, plan, firstPeriod.start);
  const horizon = gates < own ? lookBackFrom(component, plan, gates) : own;
  const byTransaction = plan.plan.versionBy === 'transactionDate';
  const windows = periodsBetween(horizon, lastPeriod.end, component.window, calendar).map(daysOf);
  const spans: ComponentSpan[] = [];
  for (const whole of periodsBetween(horizon, lastPeriod.end, component.every, calendar).map(daysOf)) {
    const cut = byTransaction ? { start: Math.max(whole.start, plan.from), end: Math.min(whole.end, plan.to) } : whole;
    const window = windows.find(({ start, end }) => start <= whole.start && whole.start < end) ?? whole;
    const before = spans[spans.length - 1];
    // A version that ends within a span earns its part when it ends: it has no statements after that.
    const end = cut.end > cut.start ? cut.end : whole.end;
    spans.push({
      ...cut,
      whole,
      earnedIn: periods.findIndex((period) => period.start < end && end <= period.end),
      windowFirst: before?.window.start === window.start ? before.windowFirst : spans.length,
      window,
      governed: governs(plan, whole),
    });
  }
  const firstDay = spans[0]?.whole.start ?? 0;
  const spanOfDay = new Int32Array((spans[spans.length - 1]?.whole.end ?? firstDay) - firstDay).fill(-1);
  spans.forEach(({ start, end }, index) => {
    if (end > start) spanOfDay.fill(index, start - firstDay, end - firstDay);
  });
  return { component, spans, firstDay, spanOfDay };
}

/** Whether a version is the one by which a component counts what has a day. */
export function countsOn(plan: CompiledPlan, { every }: CompiledComponent, day: number): boolean {
  const isInForce = plan.plan.versionBy !== 'transactionDate' || (plan.from <= day && day < plan.to);
  return isInForce && governs(plan, daysOf(periodOf(fromDayNumber(day), every, plan.calendar)));
}

/** Whether a version answers for a period under its plan's `versionBy`. */
function governs({ plan, from, to }: CompiledPlan, { start, end }: DaySpan): boolean {
  switch (plan.versionBy ?? 'periodStart') {
    case 'periodStart':
      return from <= start && start < to;
    case 'periodEnd':
      return from < end && end <= to;
    case 'transactionDate':
      return from < end && start < to;
  }
}

function daysOf({ start, end }: Period): DaySpan {
  return { start: dayNumber(start), end: dayNumber(end) };
}
