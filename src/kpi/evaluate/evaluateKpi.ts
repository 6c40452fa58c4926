import { fail as failCore } from '../../core/fail.js';
import type { Kpi, KpiMeasure } from '../catalogue/kpi.js';
import { fail } from '../fail.js';
import { compileKpis } from './compileKpis.js';
import type { KpiResult } from './kpiResult.js';
import type { KpiRow } from './kpiTable.js';
import type { KpiFact } from './objectFacts.js';

/**
 * Returns the figure of all facts together, or all reasons why there is none. Use `compileKpis` for groups, several
 * figures, or facts of which some may be faulty.
 *
 * @param kpi id of the catalogue, or a formula of your own
 * @param facts what was measured, each measure, member and period once
 * @param measures by id; default those of the catalogue
 * @throws SalesModelError `kpi.unknownKpi`, `kpi.unknownMeasure`, `kpi.duplicateFact`, `kpi.mixedCurrency`, `kpi.key`, `decimal.invalid`,
 *   `decimal.tooLong`, `option.unknown`, those of `compileExpr` and `compileRule`
 * @example
 * import { evaluateKpi } from 'salesmodel/kpi';
 *
 * const facts = [
 *   { measure: 'closingAR', member: 'all', period: '2026-Q1', value: '300000' },
 *   { measure: 'creditSales', member: 'all', period: '2026-Q1', value: '900000' },
 *   { measure: 'days', member: 'all', period: '2026-Q1', value: 90 },
 * ];
 * evaluateKpi('dso', facts); // => { ok: true, numerator: '27000000', denominator: '900000', value: '30' }
 * evaluateKpi('dso', facts.slice(1)); // => { ok: false, reasons: [{ code: 'missingMeasure', params: { measure: 'closingAR' } }] }
 */
export function evaluateKpi(
  kpi: Kpi | string,
  facts: readonly KpiFact[],
  measures?: Readonly<Record<string, KpiMeasure>>,
): KpiResult {
  const { rows, rejected } = compileKpis([kpi], measures).objects(facts);
  const [first] = rejected;
  if (first !== undefined) {
    const path = ['facts', first.index, ...first.path.filter((step) => typeof step === 'string' && step !== 'facts')];
    if (first.code.startsWith('kpi.')) fail(first.code as 'kpi.duplicateFact', path, first.params);
    failCore(first.code as 'decimal.invalid', path, first.params);
  }
  return withoutId(rows[0]!.kpis[0]!);
}

function withoutId({ kpi: _, ...result }: KpiRow['kpis'][number]): KpiResult {
  return result;
}
