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
  'gap.period': '必须是从 {from} 起、早于 {to} 的日期，实际为 {value}',
  'gap.profile': '必须是递增的日期与份额，并在期末达到 1，实际为 {value}',
  'smart.bounds': '不得大于 {max}，实际为 {min}',
  'target.blend': '必须是若干方法，且至少一个权重大于 0',
  'target.bounds': '不得大于上限 {max}，实际为 {min}',
  'target.duplicateNode': '每个节点只能出现一次，{node} 再次出现',
  'target.factor': '必须大于 0，实际为 {value}',
  'target.mixedKinds': '必须与同级节点一样为 {expected}，实际为 {value}',
  'target.months': '必须有 {expected} 个权重，每月一个，实际为 {length}',
  'target.negative': '不得为负，实际为 {value}',
  'target.negativeWeight': '权重不得为负，实际为 {value}',
  'target.ramp': '必须是非负的份额与整数月数，实际为 {value}',
  'target.reason': '必须说明目标变更的原因',
  'target.revision': '必须承接现状 {expected}，实际为 {value}',
  'target.serviceMonths': '必须是不小于 0 的整数月数，实际为 {value}',
  'target.transferDay': '必须晚于 {from} 且早于 {to}，实际为 {value}',
  'target.unit': '必须是单位 {unit} 的整数倍，实际为 {value}',
  'target.unknownNode': '必须是树中的节点，实际为 {node}',
  'target.untied': '必须等于下级之和 {children}，{node} 实际为 {amount}',
};

/** Simplified Chinese texts of the reasons why there is no figure, target or split. */
export const kpiReasons: Record<keyof typeof en.kpiReasons, string> = {
  missingMeasure: '缺少 {measure}',
  notAdditive: '{measure} 不能跨成员汇总',
  salesTooShort: '已知销售额不足以覆盖应收账款中的 {uncovered}',
  infeasibleTarget: '{parent} 下级的上下限只能容纳 {minSum} 到 {maxSum}，而非 {total}',
  lockedExceedsTarget: '{node} 之下须保留 {locked}，超过 {to}',
  marginsDiffer: '各行合计 {rows}，各列合计 {columns}',
  missingWeight: '{node} 缺少 {field}',
  nothingFree: '{node} 之下没有可变动的部分：只能为 {locked}，而非 {to}',
};

/** Simplified Chinese texts of the findings on figures and targets. */
export const kpiFindings: Record<keyof typeof en.kpiFindings, string> = {
  nonAdditive: '度量 {measures} 先汇总后相乘或相除',
  unitMismatch: '单位 {units} 互不相容',
  unknownMeasure: '未知的度量 {measure}',
  zeroDenominator: '{kpi} 的分母恒为 0',
  zeroDivisor: '除数恒为 0',
  actionAfterEnd: '{action} 的期限 {due} 晚于计划结束日 {end}',
  actionWithoutDate: '{action} 没有期限',
  actionWithoutOwner: '{action} 没有负责人',
  actionWithoutTarget: '{action} 对应的 {target} 不是计划中的目标',
  goalWithoutAction: '{target} 没有对应的行动',
  needAboveResources: '需要 {kind} {needed}，现有 {available}，缺 {short}',
  negativeWeight: '{node} 的权重为 {value}',
  outsideParent: '{node} 的日期超出 {parent} 的范围',
  ownerMissing: '{node} 没有负责人',
  stretch: '{node} 的要求比以往高出 {z} 个标准差',
};

/** Simplified Chinese texts of the steps of figures and targets. */
export const kpiExplanations: Record<keyof typeof en.kpiExplanations, string> = {
  'kpi.value': '指标 {kpi}',
  'kpi.none': '{kpi} 无值',
  'kpi.numerator': '分子',
  'kpi.denominator': '分母',
  'kpi.measure': '{measure}：时间上取 {overTime}，成员间取 {overMembers}',
  'kpi.fact': '{member}，{period}',
  'target.total': '总目标',
  'target.none': '{node} 没有目标',
  'target.proportion': '{node}：在 {parent} 之下占 {weights} 中的 {weight}',
  'target.bounded': '{node}：受上下限约束，在 {parent} 之下权重为 {weights} 中的 {weight}',
  'target.weight': '{node} 的权重，合计 {of}',
  'target.method': '本级的分配依据',
  'target.overAssign': '下级所得为目标乘以',
  'target.min': '下限',
  'target.max': '上限',
  'target.residue': '按最大余数多得一个单位',
};
