/** Chinese texts of the lifecycle mechanism's error codes. */
export const lifecycleErrors = {
  'lifecycle.badVersion': '必须是不小于 1 的整数，实际为 {value}',
  'lifecycle.stateId': '必须是除 "" 和 "*" 以外的文本，实际为 {value}',
  'lifecycle.duplicateState': '不得重复，状态 {id} 再次出现',
  'lifecycle.unknownState': '必须是定义中的状态（{expected}），实际为 {state}',
  'lifecycle.noInitial': '必须给出可在其中创建的状态',
  'lifecycle.order': '必须是有限的数，实际为 {value}',
  'lifecycle.duplicateOrder': '在进行中的状态之间不得相同，{order} 再次出现',
  'lifecycle.duplicateTransition': '不得重复，转换 {id} 再次出现',
  'lifecycle.days': '必须是不小于 0 的整数天数，实际为 {value}',
  'lifecycle.definition': '必须是生命周期 {expected} 的状态，实际属于 {value}',
  'lifecycle.entity': '必须是对象 {expected} 的事件，实际属于 {value}',
  'lifecycle.time': '必须是日期或带时区偏移的时刻，实际为 {value}',
  'lifecycle.mixedTime': '同一历史中日期与时刻不得混用（例如 {other}），实际为 {value}',
  'lifecycle.offset': '必须是相对 UTC 的偏移，例如 +08:00 或 Z，实际为 {value}',
  'sla.allowance': '必须是 0 到 {max} 之间的整数，实际为 {value}',
  'sla.hours': '必须是 {expected}',
  'sla.instant': '按分钟计时，必须是时刻，实际为 {value}',
  'sla.order': '不得早于 {start}，实际为 {value}',
  'sla.warnAt': '必须在 0 到 1 之间，实际为 {value}',
  'escalation.beforeOpen': '不得早于事件开启时间 {openedAt}，实际为 {value}',
  'escalation.level': '必须是策略中的级别（{expected}），实际为 {value}',
  'escalation.severity': '必须是策略中的严重程度（{expected}），实际为 {value}',
  'escalation.steps': '最后一级必须没有期限',
} as const;

/** Chinese texts of the findings about lifecycles and escalations. */
export const lifecycleFindings = {
  startAfterEnd: '严重程度 {severity} 从 {level} 开始，而它排在没有期限的 {end} 之后',
  unreachableLevel: '任何事件都不会到达级别 {level}',
} as const;

/** Chinese texts of the reasons for which events are refused. */
export const lifecycleReasons = {
  alreadyCreated: '该对象已经存在',
  badEvent: '{field} 必须是{expected}，实际为 {value}',
  badInitialState: '不能创建于 {state}，只能创建于 {expected}',
  closed: '{state} 已经结束，没有这样的出路',
  conflictingEvent: '另有内容不同的事件占用了同一时间和序号',
  exitCriterionFailed: '退出条件 {id} 不成立，它涉及 {fields}',
  exitCriterionUnknown: '退出条件 {id} 是否成立取决于未知的 {fields}',
  guardFailed: '前提条件 {id} 不成立，它涉及 {fields}',
  guardUnknown: '前提条件 {id} 是否成立取决于未知的 {fields}',
  missingField: '必须填写 {field}',
  noTransition: '从 {state} 没有通向那里的转换',
  notClosed: '{state} 尚未结束，无从重新打开',
  notCreated: '该对象尚未创建',
  outOfOrder: '它早于 {lastAt} 已发生的事件',
  reasonRequired: '必须给出原因',
  reasonUnknown: '{reason} 不是可用的原因，可用的有 {expected}',
  roleNotAllowed: '需要 {expected} 之一的角色',
  unknownState: '没有状态 {state}',
} as const;
