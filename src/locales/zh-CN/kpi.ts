import type * as en from '../en/kpi.js';

/** Simplified Chinese texts of the errors of targets and figures, by the codes of the English table. */
export const kpiErrors: Record<keyof typeof en.kpiErrors, string> = {
  'kpi.columnCode': '必须是字典中的位置，实际为 {value}',
  'kpi.columnLength': '必须有 {expected} 个单元，实际为 {length}',
  'kpi.duplicateFact': '只能出现一次，{period} 中 {member} 的 {measure} 再次出现',
  'kpi.duplicateKpi': '每个指标只能出现一次，{kpi} 再次出现',
  'kpi.key': '必须是非空文本，实际为 {value}',
  'kpi.lookBack': '月数必须是不小于 1 的整数，实际为 {value}',
  'kpi.mixedCurrency': '金额必须为同一币种（须事先换算），实际为 {currencies}',
  'kpi.month': '必须是形如 2026-03 的月份，各一次且不间断，实际为 {value}',
  'kpi.negative': '不得为负，实际为 {value}',
  'kpi.unknownKpi': '必须是指标目录中的指标，实际为 {kpi}',
  'kpi.unknownMeasure': '必须是已知的度量，实际为 {measure}',
  'kpi.years': '年数必须是不超过 {max} 的整数，实际为 {value}',
};

/** Simplified Chinese texts of the reasons why there is no figure, target or split. */
export const kpiReasons: Record<keyof typeof en.kpiReasons, string> = {
  missingMeasure: '缺少 {measure}',
  notAdditive: '{measure} 不能跨成员汇总',
  salesTooShort: '已知销售额不足以覆盖应收账款中的 {uncovered}',
};

/** Simplified Chinese texts of the findings on figures and targets. */
export const kpiFindings: Record<keyof typeof en.kpiFindings, string> = {
  nonAdditive: '度量 {measures} 先汇总后相乘或相除',
  unitMismatch: '单位 {units} 互不相容',
  unknownMeasure: '未知的度量 {measure}',
  zeroDenominator: '{kpi} 的分母恒为 0',
  zeroDivisor: '除数恒为 0',
};

/** Simplified Chinese texts of the steps of figures and targets. */
export const kpiExplanations: Record<keyof typeof en.kpiExplanations, string> = {
  'kpi.value': '指标 {kpi}',
  'kpi.none': '{kpi} 无值',
  'kpi.numerator': '分子',
  'kpi.denominator': '分母',
  'kpi.measure': '{measure}：时间上取 {overTime}，成员间取 {overMembers}',
  'kpi.fact': '{member}，{period}',
};
