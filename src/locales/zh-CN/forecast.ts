import type * as en from '../en/forecast.js';

/** Simplified Chinese texts of the forecast mechanism's error codes, by the codes of the English table. */
export const forecastErrors: Record<keyof typeof en.forecastErrors, string> = {
  'forecast.parameter': '必须是 0 到 1 的数，实际为 {value}',
  'forecast.damping': '乘法趋势下必须为 1，实际为 {value}',
  'forecast.period': '必须是 {least} 到 {most} 的整数，实际为 {value}',
  'forecast.count': '必须是 {least} 到 {most} 的整数，实际为 {value}',
  'forecast.length': '必须有 {expected} 个值，实际 {length} 个',
  'forecast.month': '必须是形如 2026-03 的月份，实际为 {value}',
  'forecast.duplicateMonth': '不得重复 {month}，该月已在第 {other} 行给出',
};

/** Simplified Chinese texts of the forecast mechanism's reasons. */
export const forecastReasons: Record<keyof typeof en.forecastReasons, string> = {
  dividesByZero: '{measure} 的分母为 0',
  missingMonths: '缺少 {months} 的数值',
  noCandidate: '{candidates} 个候选模型都不适用',
  nonPositive: '乘法模型要求各值大于 0，而第 {index} 个值为 {value}',
  notFinite: '计算超出了数值可表示的范围',
  notIntermittent: '{months} 个月中只有 {zeros} 个月为 0',
  noTrain: '{measure} 需要预测之前的数值',
  tooShort: '至少需要 {need} 个值，实际 {length} 个',
  trainTooShort: '{measure} 至少需要预测之前的 {need} 个值，实际 {length} 个',
};

/** Simplified Chinese texts of the forecast mechanism's explanations. */
export const forecastExplanations: Record<keyof typeof en.forecastExplanations, string> = {
  'forecast.month': '{month}，由 {model} 预测的第 {step} 个月',
  'forecast.level': '水平',
  'forecast.trend': '{step} 个月的趋势',
  'forecast.season': '季节',
  'forecast.repeated': '最近已知年份的同一个月',
  'forecast.rounding': '各部分的舍入差',
};
