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
  /** A condition on the measures without which there is no value. A denominator of 0 never has one. */
  readonly definedWhen?: Rule;
}
