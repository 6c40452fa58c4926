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
  'rating.range': '必须在 {min} 到 {max} 之间，实际为 {value}',
  'rating.duplicate': '对 {dimension} 只能评分一次，{rater} 再次出现',
  'rating.unknownDimension': '必须是量表中的维度，实际为 {dimension}',
  'rating.unknownRole': '必须是量表中的角色，实际为 {role}',
  'rubric.scale': '必须大于最低评分 {min}，实际为 {value}',
  'rubric.weight': '不得为负，实际为 {value}',
  'rubric.trim': '当且仅当使用 trimmedMean 时必须给出，不小于 0 且小于 0.5，实际为 {value}',
  'rubric.minRaters': '必须是不小于 1 的整数，实际为 {value}',
  'ladder.empty': '必须至少有一个等级',
  'ladder.lowest': '不得给出：最低等级没有门槛',
  'ladder.enterMissing': '必须有门槛：只有最低等级没有门槛',
  'ladder.stayAboveEnter': '{metric} 的保级门槛不得高于晋级门槛 {enter}，实际为 {stay}',
  'ladder.count': '必须是不小于 {least} 的整数，实际为 {value}',
  'ladder.unknownGrade': '必须是 {expected} 之一，实际为 {grade}',
};

/** Simplified Chinese texts of the scoring mechanism's reasons. */
export const scoringReasons: Record<keyof typeof en.scoringReasons, string> = {
  belowMinimum: '{value} 未达到下限 {minimum}',
  eligibilityUnknown: '是否有资格取决于 {fields}，尚不可知',
  noValue: '没有数值',
  notEligible: '没有资格',
  belowStay: '未达到 {grade} 的保级要求，连续 {streak} 次（满 {needed} 次降级）',
  enterReached: '达到 {grade} 的晋级要求，连续 {streak} 次（满 {needed} 次晋级）',
  gradeKept: '保持 {grade}',
  metricMissing: '缺少 {metric}',
  stayMissed: '{metric} 至少须为 {min} 才能保级，实际为 {actual}',
  stepLimited: '{grade} 相距超过 {max} 级',
};

/** Simplified Chinese texts of the scoring mechanism's findings. */
export const scoringFindings: Record<keyof typeof en.scoringFindings, string> = {
  neverFallenTo: '降级不会落到 {grade}：能保住它的也能保住更高的等级',
  noHysteresis: '{grade} 的保级门槛与晋级门槛相同，略低即降级',
  shadowedGrade: '无人会进入 {grade}：{higher} 并无更高要求',
};
