export { careActionName } from './care/careActionName.js';
export { type CarePlan, carePlanFor, type CareRecord, type CareTask } from './care/carePlanFor.js';
export { type OverdueVisit, overdueVisits, type VisitedCustomer } from './care/overdueVisits.js';
export { type VisitGaps, type VisitOptions, visitPlan, type VisitPlan, type VisitStatus } from './care/visitPlan.js';
export { abc, type AbcItem, type AbcResult } from './classes/abc.js';
export { abcXyz } from './classes/abcXyz.js';
export { type BehaviourFacts, behaviourFacts, classifyBehaviour } from './classes/classifyBehaviour.js';
export { type AbcClass, type AbcColumns, type AbcEvaluator, type AbcRun, compileAbc } from './classes/compileAbc.js';
export { compileXyz, type XyzColumns, type XyzEvaluator, type XyzRun } from './classes/compileXyz.js';
export { classifyNeed, type NeedAssignment } from './classes/classifyNeed.js';
export { classifyValue } from './classes/classifyValue.js';
export { type ValueAssignment, type ValueFacts } from './classes/valueAssignment.js';
export {
  compileSegments,
  segmentBy,
  type SegmentFacts,
  type SegmentSetAssignment,
  type SegmentSetEvaluator,
  type SegmentSetRun,
} from './classes/compileSegments.js';
export { cross, type Cross, type CrossCell } from './classes/cross.js';
export { isKeyAccount, type KeyAccountAssignment, type KeyAccountFacts } from './classes/isKeyAccount.js';
export { lintSegments } from './classes/lintSegments.js';
export { type MarketScore, scoreSegment } from './classes/scoreSegment.js';
export { xyz, type XyzSeries } from './classes/xyz.js';
export { explainAssignment } from './explainAssignment.js';
export { checkGrid, type GridOverlap, type GridReport } from './grid/checkGrid.js';
export type { AxisScores } from './grid/axisScores.js';
export { compileGrid, type GridEvaluator } from './grid/compileGrid.js';
export {
  compileLifecycleStage,
  type LifecycleStageEvaluator,
  type LifecycleStageRun,
} from './loyalty/compileLifecycleStage.js';
export { compileTiers, type TierColumns, type TierEvaluator, type TierRun } from './loyalty/compileTiers.js';
export { explainTier } from './loyalty/explainTier.js';
export { type LifecycleFacts, lifecycleStage } from './loyalty/lifecycleStage.js';
export { lintTierLadder } from './loyalty/lintTierLadder.js';
export {
  type PendingTier,
  replayTiers,
  type TierChange,
  type TierOptions,
  type TierReplay,
} from './loyalty/replayTiers.js';
export { tierAsOf } from './loyalty/tierAsOf.js';
export type { TierNeed } from './loyalty/tierDistance.js';
export type { TierReason } from './loyalty/tierFold.js';
export {
  associate,
  type AssociationOptions,
  type AssociationRule,
  type Associations,
  type ItemSet,
  nextBestOffer,
  type NextOffer,
} from './populations/associate.js';
export {
  type Cohort,
  type CohortOptions,
  cohortRetention,
  type CohortRetention,
  retentionRate,
} from './populations/cohortRetention.js';
export {
  gini,
  type Herfindahl,
  hhi,
  lorenz,
  type Lorenz,
  topShare,
  type TopShare,
} from './populations/concentrationOf.js';
export { ces, type CesOptions, type CesResult, csat, type CsatResult, type SurveyOptions } from './populations/csat.js';
export { driverImportance, type DriverImportance } from './populations/driverImportance.js';
export { kMeans, type KMeans, type KMeansOptions } from './populations/kMeans.js';
export {
  migration,
  type Migration,
  type MigrationProjection,
  type MigrationRow,
  type Mover,
  projectMigration,
} from './populations/migration.js';
export { nps, type NpsCounts, type NpsLimit, type NpsOptions, type NpsResult } from './populations/nps.js';
export { presets } from './presets/presets.js';
export { decayForecast } from './prospects/decayForecast.js';
export { explainLeadScore } from './prospects/explainLeadScore.js';
export { gradeProspect, type ProspectAssignment, type ProspectFacts } from './prospects/gradeProspect.js';
export {
  compileLeadScore,
  type LeadChange,
  type LeadGroupScore,
  type LeadRuleScore,
  leadScore,
  type LeadScore,
  type LeadScoreEvaluator,
} from './prospects/leadScore.js';
export { type LeadNeed, type LeadNeeds, leadScoreNeeded } from './prospects/leadScoreNeeded.js';
export { lintLeadScore } from './prospects/lintLeadScore.js';
export { lintQualification } from './prospects/lintQualification.js';
export {
  type NurtureEntry,
  type NurtureLead,
  type NurtureOptions,
  nurtureQueue,
  type NurtureQueue,
} from './prospects/nurtureQueue.js';
export { qualify, type Qualification, type QualificationRating } from './prospects/qualify.js';
export { cleanReport, type CleanReport, type RowGroup, type SuspiciousRow } from './record/cleanReport.js';
export { recordCompleteness, type RecordCompleteness } from './record/recordCompleteness.js';
export { applyRfm } from './rfm/applyRfm.js';
export { checkRfmBase, type RfmBaseCheck, type RfmPreconditions } from './rfm/checkRfmBase.js';
export { compileRfm, type RfmEvaluator, type RfmRun } from './rfm/compileRfm.js';
export type { RfmAssignment } from './rfm/explainRfm.js';
export { fitRfm } from './rfm/fitRfm.js';
export { lintCuts } from './rfm/lintCuts.js';
export { rfm, type RfmResult } from './rfm/rfm.js';
export { SegmentAssignment, type AssignmentThreshold, type SegmentDistance } from './schema/assignment.js';
export { CareAction, type CareCadence, CarePolicy, KeyAccountMeasure } from './schema/care.js';
export {
  AbcPolicy,
  BehaviourPolicy,
  type ClassOptions,
  KeyAccountPolicy,
  MarketPolicy,
  NeedPolicy,
  SegmentSet,
  type ValueItem,
  ValuePolicy,
  XyzPolicy,
} from './schema/classes.js';
export { Contact, Customer, NeedEvidence } from './schema/customer.js';
export { type GridCell, type ScoreCounts, type ScoreRange, SegmentGrid } from './schema/grid.js';
export { LifecyclePolicy } from './schema/lifecycle.js';
export { TierEvent, TierLadder, type TierLevel, type TierWindow } from './schema/loyalty.js';
export {
  type LeadDecay,
  LeadEvent,
  type LeadGroup,
  type LeadRule,
  LeadScoreModel,
  ProspectPolicy,
  QualificationDefinition,
  type QualificationGate,
  type RatingValue,
} from './schema/prospects.js';
export { type RfmCuts, type RfmLists, RfmPolicy, RfmThresholds } from './schema/rfm.js';
export { CustomerSummary, OrderRow, RepeatSummary } from './schema/summary.js';
export { Survey } from './schema/survey.js';
export { segmentName } from './segmentName.js';
export { mergeSummaries } from './summary/mergeSummaries.js';
export type { OrderColumns } from './summary/orderColumns.js';
export type { RowTotals } from './summary/orderLog.js';
export { type RecencyDays, recencyDays, type RepeatRecency } from './summary/recency.js';
export { repeatSummaries, type RepeatPolicy, type RepeatSummaries } from './summary/repeatSummaries.js';
export {
  type OrderSummaries,
  type OrderSummaryColumns,
  type OrderTotals,
  summariseOrderColumns,
  summariseOrders,
} from './summary/summariseOrders.js';
export type { SumColumn, SummaryColumns } from './summary/summaryColumns.js';
export type { NegativeAmount, OrderCount, SummaryPolicy, SummaryWindow, ZeroAmount } from './summary/summaryPolicy.js';
