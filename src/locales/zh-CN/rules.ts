import type * as en from '../en/rules.js';

/** Simplified Chinese texts of the rules mechanism's error codes, by the codes of the English table. */
export const rulesErrors: Record<keyof typeof en.rulesErrors, string> = {
  'rule.unknownField': '必须是字段目录中的字段，实际为 {field}',
  'rule.unknownOperator': '必须是 {expected} 之一，实际为 {operator}',
  'rule.type': '必须是 {expected}，实际为 {value}',
  'rule.limit': '最多允许 {max} 个（{what}）',
  'expr.divideByZero': '不得恒为 0',
  'table.conflict': '不得与 {other} 重复',
  'limits.unknownRole': '必须是矩阵中的角色，实际为 {role}',
  'limits.unknownTrack': '必须同时出现在角色与审批线列表中，实际为 {track}',
  'limits.duplicateLevel': '不得重复 {other} 已定的级别',
};

/** Simplified Chinese texts of the rules mechanism's reasons. */
export const rulesReasons: Record<keyof typeof en.rulesReasons, string> = {
  conflict: '第 {rows} 行同时适用',
  divideByZero: '{path} 处除以零',
  missing: '缺少 {field}',
  missingFact: '{scope} 的 {measure} 未知',
  noRow: '没有适用的行',
  overMax: '{scope} 的 {measure} 为 {actual}，超出上限 {allowed} 达 {excess}',
  underMin: '{scope} 的 {measure} 为 {actual}，低于下限 {allowed} 达 {excess}',
};

/** Simplified Chinese texts of the rules mechanism's findings. */
export const rulesFindings: Record<keyof typeof en.rulesFindings, string> = {
  dateGap: '自 {from} 起至 {to} 之前没有此类行生效',
  deadRole: '没有任何事项需要角色 {role}',
  deadRow: '本行永远不会起作用',
  gap: '没有任何行覆盖 {example}',
  limitInversion: '{measure}：角色 {roles} 中级别较高者限额反而更严（{allowed}）',
  overlap: '第 {rows} 行同时覆盖 {example}',
  rowOverlap: '行 {rows} 在相同日期内重叠',
  unapprovable: '审批线 {track} 上无人可批准超出 {beyond} 的 {measure}',
  uncoveredKey: '没有行覆盖 {keys}',
};
