import type * as en from '../en/channel.js';

/** Simplified Chinese texts of the channel's error codes, by the codes of the English table. */
export const channelErrors: Record<keyof typeof en.channelErrors, string> = {
  'conflict.rule': '必须是{expected}，实际为 {value}',
  'conflict.turnover': '必须大于 0，实际为 {value}',
  'cost.range': '必须是{expected}，实际为 {value}',
  'demand.shape': '必须是{expected}，实际为 {value}',
  'fee.range': '必须不小于 0 且小于 1，实际为 {value}',
  'levels.count': '必须是{expected}，实际为 {value}',
  'mix.duplicate': '每个渠道只能出现一次，{channel} 再次出现',
  'mix.negative': '不得为负，实际为 {value}',
  'path.time': '必须是{expected}，实际为 {value}',
  'path.value': '不得为负，实际为 {value}',
  'rights.bands': '不得大于平台模式的界限 {platform}，实际为 {value}',
  'rights.weight': '不得为负，且不能所有权利的权重都为 0，实际为 {value}',
  'share.range': '必须在 0 到 1 之间，实际为 {value}',
};

/** Simplified Chinese texts of the channel's reasons. */
export const channelReasons: Record<keyof typeof en.channelReasons, string> = {
  noDemandAtCost: '以足以抵偿成本的价格，无人购买',
  negativeWholesalePrice: '批发价为 {value}：分销商每提一件，厂商还要倒贴',
  supplierKnowsTheMarket: '供应商掌握更好的营销信息',
  intermediaryKnowsTheMarket: '中间商掌握更好的营销信息',
  spillOver: '一种产品的营销会带动其他产品，只有统一决策者才会顾及',
  lowDemandExpected: '供应商预期需求偏低，营销投入会不足',
  intermediaryCheaper: '中间商的变动成本更低：畅销品转售，长尾品走平台',
  supplierCheaper: '供应商的变动成本更低',
};

/** Simplified Chinese texts of the findings of the linters of channels. */
export const channelFindings: Record<keyof typeof en.channelFindings, string> = {
  floorAboveCeiling: '最低价 {floor} 高于最高价 {ceiling}，没有可用的价格',
  neverFires: '规则 {rule} 永远不会被触犯',
  noRules: '没有规则，因此什么也查不出',
  windowZero: '只有同一天的发货才会被视为相遇',
};

/** Simplified Chinese texts of the steps of explanations of channels. */
export const channelExplanations: Record<keyof typeof en.channelExplanations, string> = {
  'conflict.case': '规则 {rule} 查出 {code}：{first} 至 {last} 共 {count} 次',
  'conflict.first': '首次发生于 {on}，依据为 {evidence}',
};
