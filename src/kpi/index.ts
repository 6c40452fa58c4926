export { cagr } from './catalogue/cagr.js';
export { catalogue } from './catalogue/catalogue.js';
export { dsoCountBack, type DsoCountBack, type MonthlySales } from './catalogue/dsoCountBack.js';
export type { KpiDirection, KpiLabel, KpiPer, KpiUnit, OverMembers, OverTime, YearBasis } from './catalogue/kpi.js';
export { lintKpi } from './catalogue/lintKpi.js';
export { kpiMeasures } from './catalogue/measures.js';
export { type FirstOrderRow, type NewCustomerOptions, newCustomers } from './catalogue/newCustomers.js';
export { compileKpis, type KpiEvaluator } from './evaluate/compileKpis.js';
export { evaluateKpi } from './evaluate/evaluateKpi.js';
export { explainKpi } from './evaluate/explainKpi.js';
export type { KpiColumns } from './evaluate/factTable.js';
export type { KpiResult } from './evaluate/kpiResult.js';
export type { KpiPart, KpiPartition, PlainDictionary, PlainSums } from './evaluate/kpiPartition.js';
export type { KpiRow, KpiTable } from './evaluate/kpiTable.js';
export type { KpiFact } from './evaluate/objectFacts.js';
export type { GroupKey, KpiGrouping, KpiKey } from './evaluate/rowGroups.js';
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
export { competitiveIndex, type CompetitiveIndex } from './appraisal/competitiveIndex.js';
export { type DevelopmentNeed, developmentNeeds } from './appraisal/developmentNeeds.js';
export {
  flagUnderperformers,
  type Underperformer,
  type UnderperformerOptions,
  type Underperformers,
} from './appraisal/flagUnderperformers.js';
export { incentiveOutcome, type IncentiveOutcome } from './appraisal/incentiveOutcome.js';
export { passRate } from './appraisal/passRate.js';
export { payoutFromScore, type ScorePayout } from './appraisal/payoutFromScore.js';
export { presets } from './appraisal/presets.js';
export { reviewDue, type ReviewDue } from './appraisal/reviewDue.js';
export { type AttainmentEntry, type AttainmentOptions, scoreByAttainment } from './appraisal/scoreByAttainment.js';
export { type PlacedEntry, type RankScoreOptions, scoreByRank } from './appraisal/scoreByRank.js';
export { trainingEffect } from './appraisal/trainingEffect.js';
export { Incentive, IncentivePlan } from './schema/incentive.js';
export {
  comparePeriods,
  type MeasureComparison,
  type PeriodComparison,
  type PeriodMeasure,
} from './analysis/comparePeriods.js';
export {
  type Advice,
  decisionReport,
  type DecisionReport,
  type DecisionRowReport,
  type MetricInsight,
} from './analysis/decisionReport.js';
export {
  type PriceVolumeLine,
  priceVolumeMix,
  type PriceVolumeMix,
  type PriceVolumeOptions,
} from './analysis/priceVolumeMix.js';
export {
  commonSize,
  type CommonSize,
  profitAndLoss,
  type ProfitAndLoss,
  type ProfitAndLossLine,
  type StatementLine,
  type StatementMismatch,
} from './analysis/profitAndLoss.js';
export {
  type CohortMember,
  relativeCohort,
  type RelativeCohort,
  type RelativeFigures,
  type RelativeInput,
  relativePerformance,
  type RelativePerformance,
} from './analysis/relativePerformance.js';
export { type TimeAllocation, timeAllocation, type TimeEntry, type TimeKey } from './analysis/timeAllocation.js';
