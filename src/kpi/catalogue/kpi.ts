import type { Expr } from '../../mechanisms/rules/expr.js';
import type { Rule } from '../../mechanisms/rules/rule.js';

export const KPI_UNITS = ['money', 'share', 'days', 'times', 'count', 'score'] as const;

/**
 * What a figure counts: money, a share of a whole, days, how many times, pieces of any kind, points.
 *
 * @useDeclaredType
 */
export type KpiUnit = (typeof KPI_UNITS)[number];

export const KPI_DIRECTIONS = ['higher', 'lower', 'range'] as const;

/**
 * Where better is: `higher`, `lower`, or within a `range`.
 *
 * @useDeclaredType
 */
export type KpiDirection = (typeof KPI_DIRECTIONS)[number];

export const OVER_TIME = ['sum', 'first', 'last', 'mean', 'max'] as const;

/**
 * What a member's facts of several periods make together: a flow is a `sum`, a stock the `first`, the `last` or the
 * `mean` of its periods; periods without a fact do not count.
 *
 * @useDeclaredType
 */
export type OverTime = (typeof OVER_TIME)[number];

export const OVER_MEMBERS = ['sum', 'mean', 'none'] as const;

/**
 * What several members make together, each with its own figure over time: a `sum`, the `mean` of those that have one, or
 * nothing (`none`), for what must not be added up.
 *
 * @useDeclaredType
 */
export type OverMembers = (typeof OVER_MEMBERS)[number];

export const KPI_PERS = ['annual'] as const;

/**
 * What a figure is a rate of: `annual`, of a year. Measures that add up over time then count at their rate of a year, so that
 * a quarter and a year can be compared; what is taken at a point in time, or on average, stays as it is.
 *
 * @useDeclaredType
 */
export type KpiPer = (typeof KPI_PERS)[number];

export const YEAR_BASES = ['days365', 'days360', 'months12'] as const;

/**
 * How long a year is: `days365` and `days360` days, against the measure `days` of the facts, or 12 months, against `months`,
 * which leaves the figures of leap years as they are too.
 *
 * @useDeclaredType
 */
export type YearBasis = (typeof YEAR_BASES)[number];

/** A text in both languages. */
export interface KpiLabel {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** What is counted or measured, and how facts of several periods and members are put together. */
export interface KpiMeasure {
  readonly id: string;
  /** The measure of the facts that it is made from. Default: its own id. */
  readonly source?: string;
  readonly unit: KpiUnit;
  readonly overTime: OverTime;
  readonly overMembers: OverMembers;
}

/** A figure by its formula: what stands above the line, what below, and when it means anything. */
export interface Kpi {
  readonly id: string;
  /** Name and definition. */
  readonly label: KpiLabel;
  /** Its fields are ids of measures. */
  readonly numerator: Expr;
  /** `null`: the numerator is the figure. */
  readonly denominator: Expr | null;
  readonly unit: KpiUnit;
  /** `null`: neither more nor less is better. */
  readonly direction: KpiDirection | null;
  /** Default `null`: the figure is that of its periods, whatever their length. */
  readonly per?: KpiPer | null;
  /** How long a year is for `per`. Default `days365`. */
  readonly yearBasis?: YearBasis;
  /** A condition on the measures without which there is no value. A denominator of 0 never has one. */
  readonly definedWhen?: Rule;
}
