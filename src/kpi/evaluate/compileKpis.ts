import { compareText } from '../../core/compareText.js';
import type { Kpi, KpiMeasure } from '../catalogue/kpi.js';
import { kpiOf } from '../catalogue/kpiOf.js';
import { kpiMeasures } from '../catalogue/measures.js';
import { merge, type Summary } from '../../core/summary.js';
import { fail } from '../fail.js';
import { columnFacts } from './columnFacts.js';
import { compileFormula } from './compileFormula.js';
import type { KpiColumns } from './factTable.js';
import { finishKpis, kpiPart, type KpiPart, type KpiPartition, kpiPartitions } from './kpiPartition.js';
import { type Figures, groupSums, kpiRows, type KpiTable } from './kpiTable.js';
import { type KpiFact, objectFacts, type ReadFacts } from './objectFacts.js';
import type { KpiGrouping } from './rowGroups.js';

/** Figures that were checked once, for any facts. */
export interface KpiEvaluator {
  /**
   * Evaluates facts one by one.
   *
   * @param options groups; `currency`: that of money, else all facts have to have the same
   */
  readonly objects: (facts: readonly KpiFact[], options?: KpiGrouping & { readonly currency?: string }) => KpiTable;
  /**
   * Evaluates columns: a row is one member in one period.
   *
   * @param options groups
   */
  readonly columns: (columns: KpiColumns, options?: KpiGrouping) => KpiTable;
  /**
   * Divides columns into partitions of members that can be put together apart, as plain JSON.
   *
   * @param by how many partitions
   * @param options groups
   * @throws SalesModelError `batch.partitions`, `kpi.columnLength`, `kpi.column`, `option.unknown`
   */
  readonly partition: (columns: KpiColumns, by: number, options?: KpiGrouping) => KpiPartition[];
  /** Puts the facts of a partition together. */
  readonly compute: (partition: KpiPartition) => Summary<KpiPart>;
  /** The summary of the partitions of two summaries; one that is in both counts once. */
  readonly merge: (a: Summary<KpiPart>, b: Summary<KpiPart>) => Summary<KpiPart>;
  /**
   * The figures of all facts, those of `columns`, once every partition is in the summary.
   *
   * @throws SalesModelError `batch.incomplete`
   */
  readonly finish: (summary: Summary<KpiPart>) => KpiTable;
}

/**
 * Checks KPIs and returns what evaluates them: every measure is put together over periods and members by its own rules,
 * then the formula is calculated, and divided once. The figure of a group is therefore the ratio of its sums, never a
 * mean of ratios.
 *
 * @param kpis ids of the catalogue, or formulas of your own
 * @param measures by id; default those of the catalogue
 * @throws SalesModelError `kpi.unknownKpi`, `kpi.unknownMeasure`, `kpi.duplicateKpi`, `option.unknown`, those of `compileExpr` and
 *   `compileRule`; the evaluator `kpi.mixedCurrency`, `kpi.columnLength`, `kpi.column`, `option.unknown`
 * @example
 * import { compileKpis } from 'salesmodel/kpi';
 *
 * const margins = compileKpis(['grossMargin']);
 * const fact = (member: string, measure: string, value: string) => ({ measure, member, period: '2026-01', value });
 * const facts = [
 *   fact('Ana', 'revenue', '1000'), fact('Ana', 'cogs', '900'),
 *   fact('Bo', 'revenue', '100'), fact('Bo', 'cogs', '10'),
 * ];
 * const each = margins.objects(facts, { by: ['member'] }).rows;
 * each.map(({ keys, kpis: [margin] }) => [keys.member, margin?.ok && margin.value]); // => [['Ana', '0.1'], ['Bo', '0.9']]
 * margins.objects(facts).rows[0]?.kpis[0]; // => { kpi: 'grossMargin', ok: true, numerator: '190', denominator: '1100', value: '0.172727272727' }
 */
export function compileKpis(
  kpis: readonly (Kpi | string)[],
  measures: Readonly<Record<string, KpiMeasure>> = kpiMeasures,
): KpiEvaluator {
  const formulas = kpis
    .map((kpi, index) => compileFormula(kpiOf(kpi, ['kpis', index]), measures, ['kpis', index]))
    .toSorted((a, b) => compareText(a.kpi.id, b.kpi.id));
  formulas.forEach(({ kpi }, place) => {
    if (place > 0 && formulas[place - 1]!.kpi.id === kpi.id) fail('kpi.duplicateKpi', ['kpis'], { kpi: kpi.id });
  });
  const used = [...new Set(formulas.flatMap((formula) => formula.measures))].map((id) => measures[id]!);
  const figures: Figures = { formulas, measures: used };
  const sources = new Set(Object.values(measures).map(({ id, source }) => source ?? id));
  const money = new Set(used.filter(({ unit }) => unit === 'money').map(({ id, source }) => source ?? id));
  const tableOf = ({ table, rejected }: ReadFacts, options: KpiGrouping): KpiTable => ({
    rows: kpiRows(figures, groupSums(figures, table, options)),
    rejected,
  });
  return {
    objects(facts, options = {}) {
      const { currency } = options;
      if (currency === undefined) checkCurrency(facts, money);
      return tableOf(
        objectFacts(facts, (measure) => sources.has(measure), currency),
        options,
      );
    },
    columns: (columns, options = {}) => tableOf(columnFacts(columns), options),
    partition: (columns, by, options = {}) => kpiPartitions(columns, by, options),
    compute: (partition) => kpiPart(figures, partition),
    merge,
    finish: (summary) => finishKpis(figures, summary),
  };
}

function checkCurrency(facts: readonly KpiFact[], money: ReadonlySet<string>): void {
  const found = new Set(facts.flatMap(({ measure, currency }) => (money.has(measure) ? (currency ?? []) : [])));
  if (found.size > 1) fail('kpi.mixedCurrency', ['facts'], { currencies: [...found].toSorted(compareText) });
}
