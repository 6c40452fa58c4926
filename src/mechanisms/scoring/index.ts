export { type AttitudeDimension, type AttitudeResult, scoreAttitude } from './attitude/scoreAttitude.js';
export type { RubricDimension } from './attitude/rubric.js';
export type { GradeBand } from './bands/gradeBands.js';
export { gradeOf } from './bands/gradeOf.js';
export { lintBands, type LintBandsOptions } from './bands/lintBands.js';
export { concentration, type Concentration, type LorenzPoint } from './concentration.js';
export { ecdf } from './ecdf.js';
export { flagOutliers, type OutlierFlag, type OutlierFlags, type OutlierOptions } from './flagOutliers.js';
export {
  type DistributionOptions,
  type DistributionTies,
  forcedDistribution,
  type ForcedDistribution,
  type GradeCount,
  type GradedEntry,
} from './forcedDistribution.js';
export { assignGrade } from './ladder/assignGrade.js';
export { compileLadder, type LadderEvaluator } from './ladder/compileLadder.js';
export type {
  GradeAssignment,
  GradeThreshold,
  LadderGrade,
  LadderMetrics,
  LadderPeriod,
  LadderStep,
} from './ladder/gradeLadder.js';
export { lintLadder } from './ladder/lintLadder.js';
export { runLadder } from './ladder/runLadder.js';
export { leaderboard, type Leaderboard, type LeaderboardOptions, type UnrankedEntry } from './leaderboard.js';
export { minMaxScores } from './minMaxScores.js';
export type { OutlierMethod } from './outlierFence.js';
export { type Pair, pairedEffect, type PairedEffect } from './pairedEffect.js';
export { type GroupScore, type GroupScores, percentRank } from './percentRank.js';
export { presets } from './presets.js';
export { quantile, quantiles, type QuantileType } from './quantile.js';
export { rank, type RankedEntry, type Ranking, type RankOptions, type RankTies } from './rank.js';
export { AttitudeRubric, Rating } from './schema/attitude.js';
export { GradeBands } from './schema/bands.js';
export { GradeShare } from './schema/distribution.js';
export { GradeLadder, LadderState } from './schema/ladder.js';
export { Normaliser, Scorecard } from './schema/scorecard.js';
export { actualNeeded, type ActualNeeded } from './scorecard/actualNeeded.js';
export {
  compileScorecard,
  type EntryScore,
  type ScorecardEvaluator,
  type ScoredEntries,
} from './scorecard/compileScorecard.js';
export { explainScore } from './scorecard/explainScore.js';
export { lintScorecard } from './scorecard/lintScorecard.js';
export type { NeededOptions } from './scorecard/neededValue.js';
export type {
  AddNormaliser,
  AttainmentNormaliser,
  BinaryNormaliser,
  BinaryOperator,
  CurveNormaliser,
  DeductNormaliser,
  DirectNormaliser,
  Figure,
  GridNormaliser,
  GroupTies,
  LowerForm,
  MetricRef,
  MinMaxNormaliser,
  ProgressNormaliser,
  RangeNormaliser,
  RankNormaliser,
  StepNormaliser,
  TargetZero,
} from './scorecard/normaliser.js';
export type {
  FiredGate,
  Gate,
  GateEffect,
  ItemScore,
  MissingPolicy,
  ScoreFacts,
  ScoreItem,
  ScoreResult,
} from './scorecard/scorecard.js';
export type { GateColumnScores, ItemColumnScores, ScoredColumns } from './scorecard/scoredColumns.js';
export type { MetricColumn, ScoreColumns, ScoreEntry } from './scorecard/scoreEntry.js';
export { scoreNeeded, type ScoreNeeded } from './scorecard/scoreNeeded.js';
export { scoreScorecard, type ScoreOptions } from './scorecard/scoreScorecard.js';
export type { OrderOptions } from './standings.js';
export type { Direction, RankEntry, TieBreaker } from './tieBreaker.js';
export type { ValueEntry } from './valueEntry.js';
export { zScores } from './zScores.js';
export type { PlainColumn } from './scorecard/plainColumn.js';
export type { PlainColumns, ScorePart, ScorePartition } from './scorecard/scorePartition.js';
