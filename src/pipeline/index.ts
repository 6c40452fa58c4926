export { briefCompleteness, type BriefCompleteness } from './brief/briefCompleteness.js';
export { type ChainLink, type ChainRow, type LeadChain, linkChain, type LinkedChain } from './chain/linkChain.js';
export { definePipeline } from './definition/definePipeline.js';
export { extendPipeline, type PipelineOverrides } from './definition/extendPipeline.js';
export type { ForecastCategory } from './definition/forecastCategory.js';
export { lintPipeline } from './definition/lintPipeline.js';
export type { StageDefinition } from './definition/pipelineDefinition.js';
export {
  additionalPipelineNeeded,
  type NeedSimulation,
  type PipelineGoal,
  type PipelineNeed,
} from './distribution/additionalPipelineNeeded.js';
export { distributionQuantile, goalProbability } from './distribution/goalProbability.js';
export { mergeSimulations } from './distribution/mergeSimulations.js';
export {
  type DistributionResult,
  type Outcome,
  pipelineDistribution,
  type PipelineDistribution,
} from './distribution/pipelineDistribution.js';
export type { RiskDeal, Scenario } from './distribution/riskDeals.js';
export { type PipelineSimulation, simulatePipeline, type SimulationOptions } from './distribution/simulatePipeline.js';
export {
  type BottleneckDeal,
  type BottleneckOptions,
  type Bottlenecks,
  bottleneckStage,
  type RankedStage,
} from './durations/bottleneckStage.js';
export { type CycleDeal, cycleTime, type CycleTime } from './durations/cycleTime.js';
export type { DayStatistics } from './durations/dayStatistics.js';
export { explainStalled } from './durations/explainStalled.js';
export {
  type DurationDeal,
  type DurationOptions,
  type DurationPolicy,
  type StageDuration,
  stageDurations,
  type StageDurations,
} from './durations/stageDurations.js';
export { type Stalled, type StalledDeal, stalledDeals, type StalledRules } from './durations/stalledDeals.js';
export {
  calibration,
  type Calibration,
  type CalibrationBin,
  type CalibrationOptions,
  type ForecastPair,
} from './estimate/calibration/calibration.js';
export {
  compareForecasters,
  type ComparisonOptions,
  type ForecasterComparison,
  type ForecastSource,
} from './estimate/calibration/compareForecasters.js';
export type { ComparedDeal } from './estimate/calibration/knownBefore.js';
export {
  type CompiledLeadTraining,
  compileLeadTraining,
  type LeadPartition,
} from './estimate/lead/compileLeadTraining.js';
export type { LeadModelOptions } from './estimate/lead/emptyModel.js';
export { explainLeadPrediction } from './estimate/lead/explainLeadPrediction.js';
export type { LeadModelRow } from './estimate/lead/leadModel.js';
export {
  type LeadFactor,
  type LeadPrediction,
  leadPredictor,
  type PredictedLead,
} from './estimate/lead/leadPredictor.js';
export type { TrainingLead } from './estimate/lead/leadValues.js';
export { learnLeads, type LeadTraining, unlearnLeads } from './estimate/lead/learnLeads.js';
export { mergeLeadModels } from './estimate/lead/mergeLeadModels.js';
export { predictLead } from './estimate/lead/predictLead.js';
export { trainLeadModel } from './estimate/lead/trainLeadModel.js';
export { fitMarkov, type MarkovFit } from './estimate/markov/fitMarkov.js';
export { markovChain, type MarkovChain, type MarkovStage } from './estimate/markov/markovChain.js';
export type { MarkovInput, MarkovTransition } from './estimate/markov/markovInput.js';
export { stageProbabilities, type StageHistoryOptions, type StageProbability } from './estimate/stageProbabilities.js';
export {
  type AgeProbability,
  competingRisks,
  type RiskCurves,
  type RisksRow,
  winProbabilityAtAge,
} from './estimate/survival/competingRisks.js';
export {
  kaplanMeier,
  survivalAt,
  type SurvivalCurve,
  type SurvivalOptions,
  type SurvivalRow,
} from './estimate/survival/kaplanMeier.js';
export type { OutcomeRecord, SurvivalRecord, WatchedTime } from './estimate/survival/survivalRecord.js';
export { type AgedDeal, type AgeOptions, survivalRecords } from './estimate/survival/survivalRecords.js';
export {
  type ActualSales,
  callAccuracy,
  type CallAccuracy,
  type JudgedCall,
  type LeadAccuracy,
} from './forecast/callAccuracy.js';
export { explainForecast } from './forecast/explainForecast.js';
export type { ForecastOptions, ForecastPolicy } from './forecast/forecastOptions.js';
export type { GroupedDeal } from './deal/groupKey.js';
export type { ForecastDeal } from './forecast/forecastRows.js';
export { type CallRollUp, type ReportingLine, rollUpCalls } from './forecast/rollUpCalls.js';
export {
  type CategoryTotal,
  type CountedCategory,
  type Forecast,
  type ForecastFigures,
  rollUpForecast,
} from './forecast/rollUpForecast.js';
export {
  type Funnel,
  funnel,
  type FunnelConversion,
  type FunnelDeal,
  type FunnelFigures,
  type FunnelStage,
} from './funnel/funnel.js';
export { compileFunnel, type CompiledFunnel, type FunnelPartition } from './funnel/compileFunnel.js';
export type { WayDeal } from './funnel/dealWay.js';
export type { FunnelColumns } from './funnel/funnelColumns.js';
export type { FunnelOptions, FunnelPolicy } from './funnel/funnelPolicy.js';
export { mergeFunnels } from './funnel/mergeFunnels.js';
export { dealsNeeded } from './inverse/dealsNeeded.js';
export { requiredPipeline } from './inverse/requiredPipeline.js';
export { requiredWinRate } from './inverse/requiredWinRate.js';
export { allowedMoves } from './opportunity/allowedMoves.js';
export { applyOpportunityEvent } from './opportunity/applyOpportunityEvent.js';
export { compilePipeline, type DealApplication, type Pipeline } from './opportunity/compilePipeline.js';
export type { DealPartition } from './opportunity/dealPartition.js';
export { foldOpportunities } from './opportunity/foldOpportunities.js';
export type {
  AmountChangedEvent,
  CategoryChangedEvent,
  CloseDateChangedEvent,
  CreatedEvent,
  DeletedEvent,
  FieldSetEvent,
  OwnerChangedEvent,
  ProbabilityChangedEvent,
  ReopenedEvent,
  StageChangedEvent,
} from './opportunity/opportunityEvent.js';
export type {
  DealViolation,
  OpportunityHistory,
  OpportunityPolicy,
  RejectedDealEvent,
} from './opportunity/opportunityHistory.js';
export { snapshotAsOf } from './opportunity/snapshotAsOf.js';
export { pipelineFor, type PipelineChoice, type SaleType } from './presets/pipelineFor.js';
export { presets } from './presets/presets.js';
export { betaEstimate, type BetaPrior } from './rates/betaEstimate.js';
export { type Coaching, coachingList, type CoachingOptions, type WeakStage } from './rates/coachingList.js';
export { coverage, type Coverage, type CoverageInput } from './rates/coverage.js';
export { explainWinRate } from './rates/explainWinRate.js';
export { type PipelineMeasure, pipelineMeasures } from './rates/pipelineMeasures.js';
export {
  velocity,
  type Velocity,
  type VelocityDeal,
  velocityFigures,
  type VelocityFigures,
  type VelocityOptions,
} from './rates/velocity.js';
export { type RatedDeal, type WinRate, winRate, type WinRateOptions, type WinRatePolicy } from './rates/winRate.js';
export { ForecastCall } from './schema/forecastCall.js';
export { LeadModel } from './schema/leadModel.js';
export { AccountBrief, Opportunity, OpportunityEvent, PipelineDefinition, Snapshot } from './schema/opportunity.js';
export { type SystemPolicy, systemPolicies } from './systemPolicies.js';
export type { Bar, BarCode } from './waterfall/bars.js';
export { compileWaterfall, type CompiledWaterfall, type WaterfallPartition } from './waterfall/compileWaterfall.js';
export { explainBar } from './waterfall/explainBar.js';
export { mergeWaterfalls } from './waterfall/mergeWaterfalls.js';
export { type Waterfall, waterfall } from './waterfall/waterfall.js';
export type { WaterfallOptions, WaterfallPolicy } from './waterfall/waterfallOptions.js';
