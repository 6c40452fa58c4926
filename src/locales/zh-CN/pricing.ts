/** Chinese texts of pricing's error codes. */
export const pricingErrors = {
  'pricing.blocksPerTier': '每一档须有一项，应为 {expected} 项，实际为 {length} 项',
  'pricing.chargeMinAboveMax': '不得高于上限 {maximum}，实际为 {minimum}',
  'pricing.columnLength': '每一行须有一项，应为 {expected} 项，实际为 {length} 项',
  'pricing.count': '必须是不小于 0 的整数，实际为 {value}',
  'pricing.duplicateCode': '不得重复，{code} 再次出现',
  'pricing.emptyEvent': '数量为 0 的事件只能为 0，实际为 {value}',
  'pricing.emptyRange': '必须在起点（{from}）之后，实际为 {to}',
  'pricing.missingInput': '计算 {kind} 类收费时必须给出',
  'pricing.negativeQuantity': '不得为负数，实际为 {value}',
  'pricing.notPositive': '必须是正的十进制数，实际为 {value}',
  'pricing.priceListCycle': '不得以自身为基础：{cycle}',
  'pricing.rangesGap': '必须从上一区间结束处（{expected}）开始，实际为 {value}',
  'pricing.rangesOverlap': '必须在上一区间结束（{bound}）之后开始，实际为 {value}',
  'pricing.rateRange': '必须在 0 到 1 之间，实际为 {value}',
  'pricing.unknownReference': '必须是已有的 {what}，实际为 {value}',
  'pricing.unusedInput': '对 {kind} 没有意义',
  'pricing.chargeCycle': '不得是自身的一部分：{cycle}',
  'pricing.tooManySets': '可以同时使用的组合不得超过 {max} 个',
  'pricing.unknownSubtotal': '必须是之前步骤的小计，实际为 {value}',
} as const;

/** Chinese texts of pricing's reasons. */
export const pricingReasons = {
  aboveLastBlock: '{quantity} 超过了到 {upTo} 为止的最后一个区块，且没有约定超量单价',
  missingBase: '{rule} 以 {base} 为基础，但其值未知',
  noPrice: '{sku} 没有适用的规则，也没有目录价',
  tie: '规则 {rules} 不分先后，而价格不同',
  unknownItem: '价格簿中没有 {sku}',
  unknownUnit: '{sku} 没有单位 {unit}',
  unknownReservation: '没有预留 {id}',
  none: '没有更大的数量比 {quantity} 更便宜',
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
  'price.unit': '{sku} 每 {unit} 的价格，依据 {rule}，币种 {currency}',
  'price.none': '{sku} 没有价格',
  'price.list': '{sku} 的目录价',
  'price.fixed': '每 {unit} 的固定价',
  'price.charge': '{quantity} 个基本单位的 {kind}',
  'price.base': '以 {base} 为基础',
  'price.discount': '减去其 {rate}',
  'price.markup': '加上其 {rate}',
  'price.margin': '使结果的 {rate} 为毛利',
  'price.add': '加 {amount}',
  'price.multiply': '乘以 {factor}',
  'price.round': '取整到 {increment}',
  'price.atLeast': '不低于下限',
  'price.atMost': '不高于上限',
  'quote.payable': '{code} 的应付金额',
  'quote.incomplete': '{code} 有些行没有价格',
  'quote.list': '目录金额',
  'quote.line': '{sku}，第 {line} 行',
  'quote.reward': '{type} 类优惠',
  'quote.condition': '{condition}',
  'quote.delta': '{condition}，第 {line} 行',
  'quote.cappedDelta': '{condition}，第 {line} 行，受限（{cappedBy}）',
  'quote.statistic': '{condition}，仅供参考：{value}',
  'quote.inactive': '{condition} 不适用（{reason}）；本应为 {wouldBe}',
  'quote.inactiveLine': '{condition} 不适用于第 {line} 行（{reason}）；本应为 {wouldBe}',
  'quote.rounding': '按 {place} 取整到 {increment}',
  'quote.tax': '税 {code}，{base} 的 {rate}',
  'quote.cash': '现金取整到 {increment}',
} as const;

/** Chinese texts of pricing's findings. */
export const pricingFindings = {
  fallingTotal: '超过 {from} 后数量越大越便宜',
} as const;
