import type { Rejected } from '../../core/errors.js';
import type { KpiMeasure } from '../catalogue/kpi.js';
import { aggregate, groupingOf, type GroupSums } from './aggregate.js';
import type { Formula } from './compileFormula.js';
import type { FactTable } from './factTable.js';
import type { KpiResult } from './kpiResult.js';
import { type GroupKey, type KpiGrouping, type KpiKey, rowGroups } from './rowGroups.js';
import { totalsOf } from './totals.js';

/** The figures of one group, by id. */
export interface KpiRow {
  readonly keys: Readonly<Partial<Record<KpiKey, string | null>>>;
  readonly kpis: readonly ({ readonly kpi: string } & KpiResult)[];
}

/** The figures by group, sorted by the keys in the order of `by` (without a key last), and every fault of what could not be read, by row. */
export interface KpiTable {
  readonly rows: readonly KpiRow[];
  readonly rejected: readonly Rejected[];
}

/** What is evaluated: formulas by id, and the measures that they read. */
export interface Figures {
  readonly formulas: readonly Formula[];
  readonly measures: readonly KpiMeasure[];
}

/** The sums of groups, which add up over parts of the members. */
export interface GroupedSums {
  readonly by: readonly KpiKey[];
  readonly keys: readonly GroupKey[];
  readonly sums: ReadonlyMap<string, GroupSums>;
}

/** Groups facts and puts each measure together. */
export function groupSums({ measures }: Figures, table: FactTable, options: KpiGrouping): GroupedSums {
  const { keys, groupOf } = rowGroups(table, options);
  const grouping = groupingOf(table, groupOf, keys.length);
  const sums = new Map(measures.map((measure) => [measure.id, aggregate(table, grouping, measure)]));
  return { by: options.by ?? [], keys, sums };
}

/** The figures of groups. */
export function kpiRows({ formulas, measures }: Figures, { by, keys, sums }: GroupedSums): KpiRow[] {
  const totals = new Map(measures.map((measure) => [measure.id, totalsOf(sums.get(measure.id)!, measure)]));
  const evaluators = formulas.map(({ kpi: { id }, over }) => ({ id, evaluate: over(totals) }));
  return keys.map((key, group) => ({
    keys: Object.fromEntries(by.map((axis, at) => [axis, key[at]!])),
    kpis: evaluators.map(({ id, evaluate }) => ({ kpi: id, ...evaluate(group) })),
  }));
}
