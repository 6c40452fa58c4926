export { explain, type ExplainTarget, type PeriodTarget, type TransactionTarget } from './explain/explain.js';
export { explainStatement } from './explain/explainStatement.js';
export { lintPlan, type LintPlanOptions } from './lint/lintPlan.js';
export { compileRun, run, type RunEvaluator } from './run/compileRun.js';
export type { RunDefinition, RunOptions } from './run/runOptions.js';
export type { Run } from './run/run.js';
export type { RunPart } from './run/batch/computePartition.js';
export type { RunPartition } from './run/batch/partitionRun.js';
export type { RowCounts, RunHead, RunPiece } from './run/batch/runPiece.js';
export type { RowFrame } from './run/rowFrame.js';
export type { StatementKey } from './run/change/statementReach.js';
export type { Earnings, LineColumns, Lines, LineSlot, LineView } from './run/lines.js';
export type { SpanFigure } from './quota/figureSteps.js';
export { quotaFor, type QuotaAssignment } from './quota/quotaFor.js';
export type { QuotaCalendar } from './quota/quotaSpan.js';
export { targetFor, type TargetAssignment, type TargetOptions } from './quota/targetFor.js';
export { accruals } from './ledger/accruals.js';
export { balances, type LedgerBalance } from './ledger/balances.js';
export { doubleEntry, type LedgerChart, type Posting } from './ledger/doubleEntry.js';
export type { DecimalColumn, DictionaryColumn, TransactionColumns } from './run/transactionColumns.js';
export * from './schema.js';
export { applyRate, type RateInput, type RateOutcome } from './rate/applyRate.js';
export { applyModifiers, type EarningState, type ModifiedState } from './modifier/applyModifiers.js';
export { presets } from './presets.js';
export type { PlanPreset } from './presets/planPreset.js';
export { startAssignment } from './credit/startAssignment.js';
export { referralProgram } from './incentive/referralProgram.js';
export { customerMonths } from './partner/customerMonths.js';
export { type Attribution, type AttributionClaim, resolveAttribution } from './partner/resolveAttribution.js';
export { disputeAdjustment, type DisputeOutcome } from './dispute/disputeAdjustment.js';
export { teamSplits, type TeamMember } from './credit/teamSplits.js';
export { splitCredit, type SplitOutcome, type SplitPart, type SplitPolicy } from './credit/splitCredit.js';
export { creditByTable, type TerritoryCredits, type TerritoryOwner } from './credit/creditByTable.js';
export {
  creditTransaction,
  type Credit,
  type CreditedTransaction,
  type CreditingContext,
} from './credit/creditTransaction.js';
export { ABSENT_DAY } from './run/transactionColumns.js';
export {
  amortise,
  type AmortisationChange,
  type AmortisationInput,
  type AmortisationRow,
} from './accounting/amortise.js';
export {
  type DrawAssignment,
  type DrawMovement,
  type DrawOptions,
  type DrawPeriod,
  type DrawSettlement,
  settleDraws,
} from './draw/settleDraws.js';
export { type PaymentOptions, type PaymentSettlement, settlePayments } from './payment/settlePayments.js';
export type { DiffCause } from './retro/diffCauses.js';
export { compareRuns, type RunChange, type RunComparison } from './retro/compareRuns.js';
export { diffRuns, type DiffRunsOptions, type RunDifference } from './retro/diffRuns.js';
export { planDiff } from './retro/planDiff.js';
export type { EarnedPlace } from './retro/runFigures.js';
export { collectionRate, type CollectionRateOptions } from './chain/collectionRate.js';
export {
  type MarginLevel,
  type MarginStep,
  type MarginWaterfall,
  marginWaterfall,
  type MarginWaterfallInput,
} from './chain/marginWaterfall.js';
export {
  type SharedPart,
  type SharedResult,
  type ShareRiskAndProfitInput,
  type SharingParty,
  shareRiskAndProfit,
} from './chain/shareRiskAndProfit.js';
export { contestEntries, type ContestEntries, type ContestInput } from './incentive/contestEntries.js';
export { type ContestAward, type ContestEntry, settleContest, type SettledContest } from './incentive/settleContest.js';
export {
  type PoolBasis,
  type PoolMember,
  type PoolShare,
  settlePool,
  type SettledPool,
} from './incentive/settlePool.js';
export type { DealTemplate } from './inverse/extraDeal.js';
export type { PayTarget } from './inverse/payTarget.js';
export { type SalesToEarn, salesToEarn, type SalesToEarnQuestion } from './inverse/salesToEarn.js';
export { type MarginalValue, marginalValue, type UnlockedPay } from './inverse/marginalValue.js';
export { type NextPayTier, nextTier, type NextTierQuestion } from './inverse/nextTier.js';
export type { PayCause } from './inverse/payDifference.js';
export { type SandbaggedDeal, sandbaggingReport } from './inverse/sandbaggingReport.js';
export { type PayeeTimingGain, type TimingGain, timingGain } from './inverse/timingGain.js';
export {
  clawback,
  type ClawbackCase,
  type ClawbackOriginal,
  type ClawbackOutcome,
  type MoneyRounding,
} from './clawback/clawback.js';
export type { ClawbackAttainment } from './clawback/compileClawback.js';
export { release, type ReleaseCase, type ReleaseOutcome, type ReleaseStep } from './release/release.js';
export type { ReleaseCause } from './release/releaseFacts.js';
export type { QuantilePoint, SimulatedPayee } from './simulate/drawSummary.js';
export {
  type Bootstrap,
  simulate,
  type SimulatedDraw,
  type SimulateOptions,
  type Simulation,
} from './simulate/simulate.js';
export { type WhatIf, whatIf, type WhatIfChanges } from './simulate/whatIf.js';
