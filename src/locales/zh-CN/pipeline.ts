import type * as en from '../en/pipeline.js';

/** Simplified Chinese texts of the pipeline's error codes, by the codes of the English table. */
export const pipelineErrors: Record<keyof typeof en.pipelineErrors, string> = {
  'pipeline.actual': '每个负责人每个期间只能有一行，{ownerId} 自 {start} 起的期间重复',
  'pipeline.asOf': '使用 {option} 时必须给出',
  'pipeline.call': '同一时间只能有一个预测，{ownerId} 在 {at} 有两个不同的预测',
  'pipeline.closing': '此类结束阶段必须为 {expected}，实际为 {value}',
  'pipeline.count': '必须是不小于 0 的整数，实际为 {value}',
  'pipeline.duplicateDeal': '每个商机只能出现一次，{id} 重复',
  'pipeline.links': '{child} 必须归于 {expected}，实际为 {value}',
  'pipeline.mixedCurrency': '必须与前面的金额同为 {expected}，实际为 {value}',
  'pipeline.order': '每个进行中的阶段必须有序号，且大于前一个，实际为 {value}',
  'pipeline.period': '使用 {option} 时必须给出',
  'pipeline.probability': '必须在 0 与 1 之间，实际为 {value}',
  'pipeline.unknownStage': '必须为 {expected}，实际为 {stage}',
  'simulate.factor': '不得小于 0，实际为 {value}',
  'simulate.merge': '必须是同一模拟的一部分，并从第 {expected} 次开始，实际为 {value}',
  'simulate.runs': '必须为整数次，合计小于 2³²，实际为 {value}',
  'simulate.weights': '权重之和必须为 1，实际为 {value}',
  'waterfall.merge': '币种必须为 {expected} 且口径相同，实际为 {value}',
  'waterfall.order': '不得早于第一份快照 {start}，实际为 {end}',
};

/** Simplified Chinese texts of the pipeline's rejected rows. */
export const pipelineRejections: Record<keyof typeof en.pipelineRejections, string> = {
  'pipeline.row.missingAmount': '必须有金额',
  'pipeline.row.missingRate': '没有从 {from} 到 {to} 的汇率',
  'pipeline.row.noActual': '没有 {ownerId} 以 {currency} 计的实际值',
};

/** Simplified Chinese texts of the pipeline's reasons. */
export const pipelineReasons: Record<keyof typeof en.pipelineReasons, string> = {
  goalOutOfReach: '再增加 {most} 个商机也达不到 {target}',
  idle: '已 {days} 天没有动态，最多允许 {most} 天',
  noCycle: '没有历时一天以上的成交，无法得出周期',
  nothingWon: '没有赢单',
  olderThanEverWon: '已存在 {days} 天，而赢单最长用了 {most} 天',
  overMaxDays: '在本阶段已 {days} 天，最多允许 {most} 天',
  overdue: '预计成交日 {closeDate} 已过',
  pipelineTooSmall: '即使全部赢得 {pipeline} 也达不到 {target}',
  pushed: '已 {times} 次推迟到更晚的月份',
  rotting: '在本阶段已 {days} 天，超过保鲜期 {most} 天',
  tooManyDigits: '精确概率有 {digits} 位数字，最多保留 {most} 位',
  tooManyOutcomes: '不同的合计超过 {most} 个',
};

/** Simplified Chinese texts of the pipeline's findings. */
export const pipelineFindings: Record<keyof typeof en.pipelineFindings, string> = {
  categoryFalls: '阶段 {stage} 的类别 {value} 低于前一阶段的 {before}',
  noExitCriteria: '阶段 {stage} 的概率为 {value}，离开时却没有任何条件',
  noLostReason: '商机进入 {stage} 时不需要原因',
  probabilityFalls: '阶段 {stage} 的概率 {value} 低于前一阶段的 {before}',
  rotAfterMax: '阶段 {stage} 停留 {maxDays} 天即为过长，{rotDays} 天才算陈旧',
  staleProbability: '阶段 {stage} 的概率为 {value}，而 {deals} 个商机中赢得 {won} 个：应在 {lower} 与 {upper} 之间',
  tooManyStages: '进行中的阶段有 {count} 个，超过 {most} 个便难以区分',
};

/** Simplified Chinese texts of the pipeline's explanations. */
export const pipelineExplanations: Record<keyof typeof en.pipelineExplanations, string> = {
  'pipeline.bestCase': '最佳情况',
  'pipeline.closed': '已成交',
  'pipeline.commit': '承诺',
  'pipeline.mostLikely': '最可能',
  'pipeline.pipeline': '管道',
  'pipeline.weighted': '加权管道',
  'pipeline.expectedClosed': '已成交与加权管道',
  'pipeline.deal': '{id}，{category}',
  'pipeline.barDeal': '{id}',
  'pipeline.winRate': '赢单率',
  'pipeline.wonDeals': '赢单数',
  'pipeline.ratedDeals': '计入的商机数',
  'pipeline.countedDeal': '{id}，{set}',
  'waterfall.start': '期初',
  'waterfall.created': '新建',
  'waterfall.reopened': '重新打开',
  'waterfall.transferredIn': '转入',
  'waterfall.pulledIn': '提前进入',
  'waterfall.pushedIn': '推迟进入',
  'waterfall.increased': '增加',
  'waterfall.decreased': '减少',
  'waterfall.won': '赢单',
  'waterfall.lost': '输单',
  'waterfall.removed': '移除',
  'waterfall.transferredOut': '转出',
  'waterfall.pushedOut': '推迟离开',
  'waterfall.pulledOut': '提前离开',
  'waterfall.fx': '汇率',
  'waterfall.end': '期末',
};
