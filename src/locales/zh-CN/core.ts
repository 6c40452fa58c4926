/** Simplified Chinese texts of the core's error codes, by the codes of the English table. */
import type { coreErrors as en } from '../en/core.js';

export const coreErrors: Record<keyof typeof en, string> = {
  'decimal.invalid': '必须是形如 "1234.50" 的十进制数，实际为 {value}',
  'decimal.tooLong': '最多 {max} 位数字，实际 {digits} 位',
  'decimal.scale': '最多 {scale} 位小数，实际为 {value}',
  'scale.invalid': '必须是 0 到 {max} 的整数，实际为 {value}',
  'option.unknown': '必须是 {expected} 之一，实际为 {value}',
  'rounding.increment': '必须是正的十进制数，实际为 {value}',
  'allocate.indivisible': '必须是最小单位 {increment} 的整数倍，实际为 {total}',
  'allocate.negativeWeight': '不得为负，实际为 {value}',
  'money.currencyMismatch': '币种必须是 {expected}，实际为 {currency}',
  'currency.unknown': '必须是已知的币种代码，实际为 {value}',
  'date.invalid': '必须是形如 2026-03-31 的日历日期，实际为 {value}',
  'date.range': '必须是整数的天数或月数，且结果在 0001-01-01 至 9999-12-31 之内，实际为 {value}',
  'period.order': '结束日必须晚于开始日（{start}），实际为 {end}',
  'period.outside': '必须在自定义期间 {start} 至 {end} 之内，实际为 {value}',
  'calendar.invalid': '必须是 {expected}，实际为 {value}',
  'effective.overlap': '不得与条目 {other} 重叠：两者在 {on} 同时有效',
  'tiers.notAscending': '必须大于 {bound}，实际为 {value}',
  'tiers.lastClosed': '最后一档且仅最后一档必须为 null，实际为 {value}',
  'tiers.rateMissing': '必须给出 {expected}',
  'tiers.anchor': '锚定方式下必须是正的十进制数，实际为 {value}',
  'curve.notAscending': '不得小于 {bound}，实际为 {value}',
  'seed.invalid': '必须是 0 到 4294967295 的整数，实际为 {value}',
  'json.tooDeep': '嵌套最多 {max} 层',
  'key.forbidden': '不得使用键名 {key}',
};
