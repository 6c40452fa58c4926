import { compareText } from '../../core/compareText.js';
import { type DecimalLike, type DecimalString, minus, ONE, times, toDecimal, toText } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';
import { oneOf } from '../../core/oneOf.js';
import { compareRatios, type Ratio, ratioOf } from '../../core/ratio.js';
import { compileTable } from '../../mechanisms/rules/compileTable.js';
import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';
import { fail } from '../fail.js';

/** A metric that was looked at. */
export interface MetricInsight {
  readonly metric: string;
  readonly actual: DecimalLike;
  readonly target: DecimalLike;
  /** Default `higher`. */
  readonly direction?: 'higher' | 'lower';
  /** Why, as far as it is known; rules may ask for it. */
  readonly cause?: string;
  /** How much the metric matters, not negative. Default 1. */
  readonly weight?: DecimalLike;
  readonly owner?: string;
  readonly due?: PlainDate;
}

/** What a rule advises. */
export interface Advice<Action = unknown> {
  readonly action: Action;
  /** Row of the table. */
  readonly row: number;
  readonly rule: string | null;
}

/** A gap and what to do about it. */
export interface DecisionRowReport<Action = unknown> {
  readonly metric: string;
  /** How much is missing; always positive. */
  readonly gap: DecimalString;
  /** gap ÷ |target|, times the weight; without a value for the target 0. */
  readonly weightedGap: Ratio;
  readonly cause: string | null;
  readonly owner: string | null;
  readonly due: PlainDate | null;
  /** One for each rule that decides; empty in `noAction`. */
  readonly advice: readonly Advice<Action>[];
}

/** The gaps with advice and those without, the largest weighted gap first (target 0 last), then by metric. */
export interface DecisionReport<Action = unknown> {
  readonly rows: readonly DecisionRowReport<Action>[];
  readonly noAction: readonly DecisionRowReport<Action>[];
}

/**
 * Returns the gaps between targets and results in the order in which they matter, each with the action that a rule advises
 * and the rule that does. Metrics that meet their targets are left out. Rules may read `metric`, `cause`, `owner`, `actual`, `target`,
 * `gap` and `relativeGap`.
 *
 * @param insights metrics with targets and results, each metric once
 * @param actions rows of conditions and actions
 * @throws SalesModelError `report.duplicateMetric`, `report.weight`, `option.unknown`, those of `compileTable`
 * @example
 * import { decisionReport } from 'salesmodel/kpi';
 *
 * const report = decisionReport(
 *   [
 *     { metric: 'revenue', actual: 90, target: 100, cause: 'fewVisits', owner: 'Ana' },
 *     { metric: 'dso', actual: 60, target: 40, direction: 'lower' },
 *     { metric: 'margin', actual: '0.31', target: '0.3' },
 *   ],
 *   { inputs: [{ field: 'cause' }], rows: [{ id: 'visit', when: { cause: 'fewVisits' }, output: 'plan visits' }], hit: 'first' },
 * );
 * report.rows.map(({ metric, advice: [first] }) => [metric, first?.rule, first?.action]); // => [['revenue', 'visit', 'plan visits']]
 * report.noAction.map(({ metric, gap, weightedGap }) => [metric, gap, weightedGap.value]); // => [['dso', '20', '0.5']]
 */
export function decisionReport<Action>(
  insights: readonly MetricInsight[],
  actions: DecisionTable<Action>,
): DecisionReport<Action> {
  const decide = compileTable<Action>(actions, { path: ['actions'] });
  const seen = new Set<string>();
  const rows = insights.flatMap((insight, at): DecisionRowReport<Action>[] => {
    const { metric, cause = null, owner = null, due = null } = insight;
    if (seen.has(metric)) fail('report.duplicateMetric', ['insights', at, 'metric'], { metric });
    seen.add(metric);
    const direction = oneOf(insight.direction ?? 'higher', ['higher', 'lower'], ['insights', at, 'direction']);
    const target = toDecimal(insight.target, ['insights', at, 'target']);
    const actual = toDecimal(insight.actual, ['insights', at, 'actual']);
    const weight = insight.weight === undefined ? ONE : toDecimal(insight.weight, ['insights', at, 'weight']);
    if (weight.isNegative()) fail('report.weight', ['insights', at, 'weight'], { value: toText(weight) });
    const gap = direction === 'higher' ? minus(target, actual) : minus(actual, target);
    if (gap.lte(0)) return [];
    const relativeGap = ratioOf(gap, target.abs()).value;
    const texts = {
      metric,
      cause,
      owner,
      actual: toText(actual),
      target: toText(target),
      gap: toText(gap),
      relativeGap,
    };
    const decision = decide(texts);
    return [
      {
        metric,
        gap: toText(gap),
        weightedGap: ratioOf(times(gap, weight), target.abs(), 'targetZero'),
        cause,
        owner,
        due,
        advice: decision.ok
          ? decision.hits.map(({ output, row, id }) => ({ action: output, row, rule: id ?? null }))
          : [],
      },
    ];
  });
  const sorted = rows.toSorted((a, b) => byGap(a.weightedGap, b.weightedGap) || compareText(a.metric, b.metric));
  return {
    rows: sorted.filter(({ advice }) => advice.length > 0),
    noAction: sorted.filter(({ advice }) => advice.length === 0),
  };
}

/** Descending, without a value last. */
function byGap(a: Ratio, b: Ratio): number {
  if (a.value === null || b.value === null) return compareRatios(a, b);
  return compareRatios(b, a);
}
