export { cagr } from './catalogue/cagr.js';
export { catalogue } from './catalogue/catalogue.js';
export { dsoCountBack, type DsoCountBack, type MonthlySales } from './catalogue/dsoCountBack.js';
export type { KpiDirection, KpiLabel, KpiUnit, OverMembers, OverTime } from './catalogue/kpi.js';
export { lintKpi } from './catalogue/lintKpi.js';
export { kpiMeasures } from './catalogue/measures.js';
export { type FirstOrderRow, type NewCustomerOptions, newCustomers } from './catalogue/newCustomers.js';
export {
  compileKpis,
  type KpiEvaluator,
  type KpiGrouping,
  type KpiKey,
  type KpiRow,
  type KpiTable,
} from './evaluate/compileKpis.js';
export { evaluateKpi } from './evaluate/evaluateKpi.js';
export { explainKpi } from './evaluate/explainKpi.js';
export type { KpiColumns } from './evaluate/factTable.js';
export type { KpiResult } from './evaluate/kpiResult.js';
export type { KpiFact } from './evaluate/objectFacts.js';
export { Kpi, KpiMeasure } from './schema/kpi.js';
