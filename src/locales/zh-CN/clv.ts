import type * as en from '../en/clv.js';

/** Simplified Chinese texts of the lifetime models' error codes, by the codes of the English table. */
export const clvErrors: Record<keyof typeof en.clvErrors, string> = {
  'segmentation.clv.count': '必须是 {least} 到 {most} 的整数，实际为 {value}',
  'segmentation.clv.history':
    '购买次数 x 必须是整数，时间须满足 0 ≤ tx ≤ T，且仅当 x 为 0 时 tx 为 0，实际为 {x}、{tx}、{T}',
  'segmentation.clv.level': '必须在 0 与 1 之间（不含两端），实际为 {value}',
  'segmentation.clv.margin': '必须是有限数，实际为 {value}',
  'segmentation.clv.occasions':
    '必须是整数且 x ≤ tx ≤ n，不超过 {most}，且仅当 x 为 0 时 tx 为 0，实际为 {x}、{tx}、{n}',
  'segmentation.clv.parameter': '必须是大于 0 的有限数，实际为 {value}',
  'segmentation.clv.positive': '必须大于 0，实际为 {value}',
  'segmentation.clv.rate': '必须是大于 -1 的有限数，实际为 {value}',
  'segmentation.clv.survivors': '至少要有两个不小于 0 的数，且后一个不得大于前一个，实际为 {value}',
  'segmentation.clv.time': '必须是不小于 0 的有限数，实际为 {value}',
  'segmentation.clv.unit': '必须与前面各行一样为 {expected}，实际为 {value}',
};

/** Simplified Chinese texts of the lifetime models' reasons. */
export const clvReasons: Record<keyof typeof en.clvReasons, string> = {
  boundary: '{parameter} 在 {value} 处超出范围 {range}',
  emptyBase: '没有客户',
  infinite: '在这些参数下均值为无穷大',
  infiniteMean: 'q = {q} 时，新客户的平均消费为无穷大',
  invalidRow: '第 {index} 行不可能是客户的记录',
  never: '不会发生',
  noRepeatPurchases: '没有人再次购买',
  noSpread: '次数全部相同，或均值全部相同',
  noSummit: '似然函数在该处没有极大值',
  notDecreasing: '留存人数上升，或无人流失',
  notFlat: '似然函数仍随 {parameters} 上升',
  startsDisagree: '只有 {agreeing} 个起点到达最大似然',
};

/** Simplified Chinese texts of the lifetime models' explanations. */
export const clvExplanations: Record<keyof typeof en.clvExplanations, string> = {
  'clv.discount': '折现系数',
  'clv.noValue': '无法计算价值：{reasons}',
  'clv.purchases': '按 {model} 预期的购买次数',
  'clv.spend': '按 gammaGamma 预期的每次消费',
  'clv.step': '第 {step} 期',
  'clv.value': '按 {model} 计算的 {steps} 期价值',
};
