import type * as en from '../en/scoring.js';

/** Simplified Chinese texts of the scoring mechanism's error codes, by the codes of the English table. */
export const scoringErrors: Record<keyof typeof en.scoringErrors, string> = {
  'quantile.probability': '必须在 0 到 1 之间，实际为 {value}',
  'concentration.negative': '不得为负，实际为 {value}',
  'pair.duplicate': '每一侧只能出现一次，{id} 再次出现',
  'outliers.k': '不得为负，实际为 {value}',
  'outliers.minGroup': '必须是不小于 1 的整数，实际为 {value}',
  'distribution.shares': '各份额不得为负且总和必须为 1，实际为 {value}',
  'distribution.tieBreakers': '当且仅当 ties 为 "tieBreaker" 时必须给出，实际 ties 为 "{ties}"',
};

/** Simplified Chinese texts of the scoring mechanism's reasons. */
export const scoringReasons: Record<keyof typeof en.scoringReasons, string> = {
  belowMinimum: '{value} 未达到下限 {minimum}',
  eligibilityUnknown: '是否有资格取决于 {fields}，尚不可知',
  noValue: '没有数值',
  notEligible: '没有资格',
};
