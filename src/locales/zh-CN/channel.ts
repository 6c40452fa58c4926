import type * as en from '../en/channel.js';

/** Simplified Chinese texts of the channel's error codes, by the codes of the English table. */
export const channelErrors: Record<keyof typeof en.channelErrors, string> = {
  'cost.range': '必须是{expected}，实际为 {value}',
  'demand.shape': '必须是{expected}，实际为 {value}',
  'fee.range': '必须不小于 0 且小于 1，实际为 {value}',
  'levels.count': '必须是{expected}，实际为 {value}',
  'maturity.unknownItem': '必须是阶梯中的项目（{expected}），实际为 {value}',
  'mdf.negative': '不得为负，实际为 {value}',
  'mix.duplicate': '每个渠道只能出现一次，{channel} 再次出现',
  'mix.negative': '不得为负，实际为 {value}',
  'path.time': '必须是{expected}，实际为 {value}',
  'path.value': '不得为负，实际为 {value}',
  'policy.count': '必须是不小于 {least} 的整数，实际为 {value}',
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
  claimRefused: '审批人拒绝了该项申请',
  fundsShort: '仍可申领的额度还差 {short}',
  gateFired: '门槛 {gate} 使得分变动 {delta}',
  gateUnknown: '门槛 {gate} 是否成立无法判定',
  noProof: '没有活动凭证',
  notLive: '协议有效期自 {from} 起至 {to} 前，{on} 不在其内',
  notOnAmount: '返利并非只看金额：档位取决于 {tierOn}，支付取决于 {payOn}',
  notScored: '没有得分：{reason}',
  otherParty: '协议对方是 {party}，不是 {partner}',
  ruleFailed: '条件 {rule} 未满足',
  ruleUnknown: '条件 {rule} 是否满足取决于未知的 {fields}',
  unknownParty: '{party} 有数字，却不是协议的一方',
};
