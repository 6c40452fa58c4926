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
  'depth.quantity': '不得为负，实际为 {value}',
  'risk.bounds': '红灯界限不得先于黄灯界限 {amber} 触及，实际为 {red}',
  'risk.trend': '期数须为不小于 1 的整数，变化量不得小于 0，实际为 {periods} 和 {worseBy}',
  'service.range': '必须是{expected}，实际为 {value}',
  'signal.range': '不得为负，实际为 {value}',
  'territory.load': '不得为负，实际为 {value}',
  'territory.moves': '必须是不小于 0 的整数，实际为 {value}',
  'territory.overlap': '不得共有地区，{region} 同时属于 {territory} 和 {other}',
  'territory.unknownRegion': '必须是市场中的地区，实际为 {region}',
  'territory.weight': '不得为负，实际为 {value}',
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
  knockedOut: '{knockOut} 将该渠道排除',
  knockOutUnknown: '无法确定 {knockOut} 是否排除该渠道',
  notScored: '评分卡没有给出得分：{why}',
};

/** Simplified Chinese texts of the findings of the linters of channels. */
export const channelFindings: Record<keyof typeof en.channelFindings, string> = {
  floorAboveCeiling: '最低价 {floor} 高于最高价 {ceiling}，没有可用的价格',
  neverFires: '规则 {rule} 永远不会被触犯',
  noRules: '没有规则，因此什么也查不出',
  windowZero: '只有同一天的发货才会被视为相遇',
  duplicateTerritory: '区域 {territory} 出现两次',
  emptyTerritory: '区域 {territory} 不含任何地区',
  partnerCycle: '{partner} 向 {parent} 进货，形成循环',
  regionHole: '地区 {region} 不属于任何区域',
  regionOverlap: '地区 {region} 同时属于 {territories}',
  unknownParent: '{partner} 的上级 {parent} 不存在',
  unknownRegion: '{region} 不是市场中的地区',
};

/** Simplified Chinese texts of the steps of explanations of channels. */
export const channelExplanations: Record<keyof typeof en.channelExplanations, string> = {
  'conflict.case': '规则 {rule} 查出 {code}：{first} 至 {last} 共 {count} 次',
  'conflict.first': '首次发生于 {on}，依据为 {evidence}',
  'choice.criterion': '{criterion}：{points} 分，权重 {weight}',
  'choice.score': '{channel} 的得分',
  'risk.light': '{code} 的预警灯',
};
