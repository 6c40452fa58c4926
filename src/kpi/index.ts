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
export {
  PlanAction,
  PlanResource,
  SalesPlan,
  Target,
  TargetNode,
  TargetRevision,
  TargetTree,
} from './schema/target.js';
export { applyRevisions } from './target/applyRevisions.js';
export { cascadeMatrix, type CascadeMatrix, type MarginTotal } from './target/cascadeMatrix.js';
export {
  type Cascade,
  type CascadeInput,
  type CascadeNode,
  cascadeTarget,
  type OverAssignment,
} from './target/cascadeTarget.js';
export {
  checkSmart,
  type SmartCheck,
  type SmartOptions,
  type SmartTarget,
  type SmartVerdict,
} from './target/checkSmart.js';
export { explainTarget } from './target/explainTarget.js';
export {
  gapAnalysis,
  type GapAnalysis,
  type GapInput,
  type GapVerdict,
  type ProfilePoint,
} from './target/gapAnalysis.js';
export { lintTargets, type LintTargetsOptions } from './target/lintTargets.js';
export { planGaps } from './target/planGaps.js';
export {
  prorateTarget,
  type ProrateTargetOptions,
  type TargetTransfer,
  transferTarget,
} from './target/prorateTarget.js';
export { type Rebase, type Rebased, rebaseTarget } from './target/rebaseTarget.js';
export { type DatedTarget, type MonthSpread, type MonthTarget, spreadByMonth } from './target/spreadByMonth.js';
export type { CascadeMethod } from './target/targetNode.js';
export type { TargetChange } from './target/targetRevision.js';
export type { UnitOptions } from './target/unit.js';
