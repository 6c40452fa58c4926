/** Chinese texts of pricing's error codes. */
export const pricingErrors = {
  'pricing.blocksPerTier': '每一档须有一项，应为 {expected} 项，实际为 {length} 项',
  'pricing.chargeMinAboveMax': '不得高于上限 {maximum}，实际为 {minimum}',
  'pricing.count': '必须是不小于 0 的整数，实际为 {value}',
  'pricing.emptyEvent': '数量为 0 的事件只能为 0，实际为 {value}',
  'pricing.missingInput': '计算 {kind} 类收费时必须给出',
  'pricing.negativeQuantity': '不得为负数，实际为 {value}',
  'pricing.notPositive': '必须是正的十进制数，实际为 {value}',
  'pricing.rangesGap': '必须从上一区间结束处（{expected}）开始，实际为 {value}',
  'pricing.rangesOverlap': '必须在上一区间结束（{bound}）之后开始，实际为 {value}',
  'pricing.rateRange': '必须在 0 到 1 之间，实际为 {value}',
  'pricing.unknownReference': '必须是已有的 {what}，实际为 {value}',
  'pricing.unusedInput': '对 {kind} 没有意义',
} as const;

/** Chinese texts of pricing's reasons. */
export const pricingReasons = {
  aboveLastBlock: '{quantity} 超过了到 {upTo} 为止的最后一个区块，且没有约定超量单价',
} as const;

/** Chinese texts of pricing's explanations. */
export const pricingExplanations = {
  'charge.amount': '收费 {code}',
  'charge.unpriced': '收费 {code} 没有价格',
  'charge.rated': '{kind}，取整到 {increment}（{mode}）',
  'charge.exact': '{kind}：各段的费用',
  'charge.slice': '第 {number} 段，从 {from} 到 {to}',
  'charge.percentOff': '按已计费用减 {rate}',
  'charge.maximum': '降到上限 {maximum}',
  'charge.minimum': '补到下限 {minimum}',
} as const;
