import type * as en from '../en/core.js';

/** Simplified Chinese texts of the core's error codes, by the codes of the English table. */
export const coreErrors: Record<keyof typeof en.coreErrors, string> = {
  'decimal.invalid': '必须是形如 "1234.50" 的十进制数，实际为 {value}',
  'decimal.tooLong': '最多 {max} 位数字，实际 {digits} 位',
  'decimal.scale': '最多 {scale} 位小数，实际为 {value}',
  'scale.invalid': '必须是 0 到 {max} 的整数，实际为 {value}',
  'option.unknown': '必须是 {expected} 之一，实际为 {value}',
  'rounding.increment': '必须是正的十进制数，实际为 {value}',
  'allocate.indivisible': '必须是最小单位 {increment} 的整数倍，实际为 {total}',
  'allocate.negativeWeight': '不得为负，实际为 {value}',
  'allocate.noParts': '不得为空：尚有 {total} 待分配',
  'allocate.length': '必须与权重一一对应，共 {expected} 项，实际 {length} 项',
  'apportion.seats': '必须是不小于 0 的整数，实际为 {value}',
  'money.currencyMismatch': '币种必须是 {expected}，实际为 {currency}',
  'money.divideByZero': '不得为零',
  'currency.invalid': '必须是 {expected}，实际为 {value}',
  'currency.unknown': '必须是已知的币种代码，实际为 {value}',
  'rates.notPositive': '必须是正的十进制数，实际为 {value}',
  'rates.sameCurrency': '必须不同于被换算的币种 {from}',
  'rates.duplicate': '不得以另一汇率重复给出 {from} 兑 {to} 在 {on} 的报价',
  'date.invalid': '必须是形如 2026-03-31 的日历日期，实际为 {value}',
  'date.range': '必须是整数的天数或月数，且结果在 0001-01-01 至 9999-12-31 之内，实际为 {value}',
  'period.order': '结束日必须晚于开始日（{start}），实际为 {end}',
  'period.outside': '必须在自定义期间 {start} 至 {end} 之内，实际为 {value}',
  'calendar.invalid': '必须是 {expected}，实际为 {value}',
  'prorate.noDays': '必须至少含有一个按 {dayCount} 计的日子',
  'effective.overlap': '不得与条目 {other} 重叠：两者在 {on} 同时有效',
  'tiers.notAscending': '必须大于 {bound}，实际为 {value}',
  'tiers.lastClosed': '最后一档且仅最后一档必须为 null，实际为 {value}',
  'tiers.rateMissing': '必须给出 {expected}',
  'tiers.anchor': '锚定方式下必须是正的十进制数，实际为 {value}',
  'tiers.notInMode': '在 {mode} 方式下没有意义',
  'tiers.unbounded': '开放档不得为负，否则最小总额没有下限，实际为 {value}',
  'curve.notAscending': '不得小于 {bound}，实际为 {value}',
  'curve.tooFewPoints': '至少需要 {least} 个 x 不同的点，实际为 {count} 个',
  'curve.sides': '必须与 x = {x} 处的其他点一致',
  'seed.invalid': '必须是 0 到 4294967295 的整数，实际为 {value}',
  'random.range': '必须是 1 到 {max} 的整数，实际为 {value}',
  'ids.duplicate': '不得重复，{id} 再次出现',
  'estimate.positive': '必须是大于 0 的有限数，实际为 {value}',
  'estimate.finite': '必须是有限数，实际为 {value}',
  'estimate.probability': '必须大于 0 且小于 1，实际为 {value}',
  'estimate.overflow': '结果超出数值可表示的范围',
  'estimate.count': '必须是 0 到 {max} 的数，实际为 {value}',
  'json.tooDeep': '嵌套最多 {max} 层',
  'key.invalid': '必须是文本，实际为 {value}',
  'key.forbidden': '不得使用键名 {key}',
};

/** Simplified Chinese texts of what parsing finds. */
export const coreProblems: Record<keyof typeof en.coreProblems, string> = {
  'schema.type': '类型必须是 {expected}',
  'schema.option': '必须是 {expected} 之一',
  'schema.range': '必须 {bound}',
  'schema.length': '长度必须 {bound}',
  'schema.format': '必须符合格式 {format}',
  'schema.multiple': '必须是 {divisor} 的整数倍',
  'schema.unknownKey': '此处没有这个字段',
  'schema.custom': '{message}',
};

/** Simplified Chinese texts of the core's reasons. */
export const coreReasons: Record<keyof typeof en.coreReasons, string> = {
  crossedBounds: '第 {index} 份在 {min} 到 {max} 之间没有最小单位的整数倍',
  infeasible: '{total} 超出上下限允许的范围 {shortfall}：允许 {minSum} 到 {maxSum}',
  missingRate: '缺少 {on} 从 {from} 到 {to} 的汇率',
  unbounded: '任何更小的值也能达到目标',
  unreachable: '目标无法达到：最多为 {supremum}',
};

/** Simplified Chinese texts of the core's findings. */
export const coreFindings: Record<keyof typeof en.coreFindings, string> = {
  cliff: '总额在 {at} 处跳变 {size}，由 {below} 变为 {above}',
  deadTier: '本档只是上一档的延续',
  duplicatePoint: '本点与上一点重复',
  flatWithoutRate: '本档有固定额 {flat} 而无费率，与表中其他档不同',
  nonMonotone: '从 {from} 起走势逆转，最多 {loss}',
  regressive: '费率由 {previous} 降为 {rate}',
  unreachablePoint: '没有任何 x 取到本点的 y：{x} 处的 {y}',
};

/** Simplified Chinese texts of the core's explanations. */
export const coreExplanations: Record<keyof typeof en.coreExplanations, string> = {
  input: '{path}',
  definition: '{path}',
  policy: '{policy}',
  'tiers.marginal': '{x} 的每一段按其所在档的费率计算',
  'tiers.whole': '{x} 全部按其所在档的费率计算',
  'tiers.anchored': '{x}：锚点 {anchor} 以上全部按达到的档的费率计算，以下各段按各自的费率',
  'tiers.interpolated': '{x}：各档金额按在该档中的进度计算',
  'tiers.slice': '第 {number} 档中的 {units}，从 {from} 到 {to}',
  'tiers.units': '{units} × {rate}',
  'tiers.progress': '{width} 中的 {units} × {amount}',
  'tiers.rate': '第 {number} 档的费率，{path}',
  'tiers.noRate': '第 {number} 档没有费率，{path}',
  'tiers.flat': '第 {number} 档的固定额，{path}',
  'tiers.amount': '第 {number} 档的金额，{path}',
  'tiers.mirrored': '{x} 为负：取其镜像的相反数',
  'tiers.size': '去掉符号',
  'curve.at': '恰在点 x = {x} 上',
  'curve.between': '在从 ({x1}, {y1}) 到 ({x2}, {y2}) 的直线上，x = {x}',
  'curve.clamp': '{x} 在各点之外：取最外一点的 y',
  'curve.linear': '{x} 在各点之外：沿最外一段直线延伸',
  'curve.none': '{x} 在各点之外：没有值',
  'curve.point': '第 {number} 点的 y，{path}',
};
