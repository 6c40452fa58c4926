/** Simplified Chinese texts of the commission's error codes, by the codes of the English table. */
import type {
  commissionReasons as enReasons,
  commissionErrors as enErrors,
  commissionExplanations as enExplanations,
  commissionFindings as enFindings,
  commissionRejections as enRejections,
} from '../en/commission.js';

export const commissionErrors: Record<keyof typeof enErrors, string> = {
  'plan.unknownField': '不是方案的字段',
  'plan.overlap': '不得与方案 {planId} 的版本 {other} 重叠：两者在 {on} 同时有效',
  'plan.componentId': '必须恰好指向一个组成部分，实际为 {id}',
  'plan.quotaMissing': '必须是方案中的一个定额，因为 {user} 需要定额',
  'plan.basisMissing': '不得按 {basis} 的比例计算：此处没有该数值',
  'plan.axisMode': '必须是 {expected}，实际为 {value}',
  'plan.baseMode': '提成率所乘的数量与其轴不同时，必须是不含固定额的 marginal 或 whole',
  'plan.cells': '每种维度组合一格，应有 {expected} 格，实际 {value} 格',
  'plan.dimension': '必须是 {expected}，实际为 {value}',
  'plan.hurdleOrder': '必须是组成部分的第一个调节项，因为另一提成率会取代已得金额',
  'plan.span': '不得短于方案的周期 {period}，实际为 {value}',
  'columns.type': '必须是 {expected}',
  'columns.length': '必须有 {expected} 格，实际 {value} 格',
  'columns.scale': '必须是 0 到 {max} 的整数，实际为 {value}',
  'columns.offset': '必须从 0 递增到单元格总数 {expected}',
  'columns.currency': '必须给出，因为各方案的币种是 {currencies}',
  'run.periodBorder': '必须是方案 {planId} 的期间边界，实际为 {date}',
  'payee.duplicate': '每个收款人只能出现一次，{id} 重复',
  'assignment.plan': '必须是本次计算中的方案，实际为 {planId}',
  'assignment.payee': '必须是本次计算中的收款人，实际为 {payeeId}',
  'assignment.overlap': '不得与 {payeeId} 在方案 {planId} 下的第 {other} 条指派重叠',
  'assignment.targetMissing': '必须给出目标薪酬，因为方案 {planId} 按其比例支付',
  'quota.missing': '必须有金额：任职、角色 {role} 和定额均未给出',
  'quota.seasonality': '必须有 {expected} 个权重，实际 {value} 个',
  'share.sum': '{field} 之和必须为 1，实际为 {sum}',
  'share.capNegative': '上限不得为负，实际为 {value}',
  'share.rateNegative': '不得为负，实际为 {value}',
  'marginWaterfall.margin': '必须留有价格：毛利率须小于 1，加成率须大于 -1，实际 {basis} 为 {value}',
  'receivable.duplicate': '每笔应收款只能出现一次，{id} 重复',
  'amortise.months': '必须是 1 到 {max} 的整数月数，实际为 {value}',
  'amortise.life': '续约佣金与首约不相称，因此必须是 1 到 {max} 的整数月数，实际为 {value}',
  'amortise.pattern': '{expected} 个月各需一个权重，实际为 {value} 个',
  'amortise.change': '必须是 {step} 的倍数，不小于 {from} 且小于 {below}，实际为 {value}',
  'amortise.writeOff': '不得早于 {start}，实际为 {value}',
};

/** Simplified Chinese texts of the steps of explanations. */
export const commissionExplanations: Record<keyof typeof enExplanations, string> = {
  'credit.owner': '交易 {transactionId} 全部计入其负责人',
  'credit.split': '交易 {transactionId} 的份额 {share}，作为 {kind}',
  'credit.derived':
    '交易 {transactionId} 的份额 {share}，作为 {kind}，按规则 {rule} 在 {hierarchyOn} 沿 {relation} 上溯第 {level} 级',
  'quota.sum': '{start} 至 {end} 的定额',
  'quota.rounded': '按 {increment} 取整',
  'quota.base': '每 {per} {amount} 中属于该期间的部分',
  'quota.factor': '乘以系数 {factor}',
  'quota.ramp': '乘以爬坡期各月均值 {steps} / {months}',
  'quota.relief': '乘以减免后剩余天数 {left} / {of}',
  'quota.proration': '乘以任职天数 {days} / {of}',
  'target.sum': '{start} 至 {end} 的目标薪酬',
  'target.share': '乘以组成部分的份额 {share}',
};

/** Simplified Chinese texts of rejected rows. */
export const commissionRejections: Record<keyof typeof enRejections, string> = {
  'row.fieldInvalid': '必须是 {expected}，实际为 {value}',
  'row.amountInvalid': '必须是 {expected}，实际为 {value}',
  'row.dateInvalid': '必须是 {expected}，实际为 {value}',
  'row.currencyUnknown': '必须是 {expected}，实际为 {value}',
  'row.payeeUnknown': '必须是本次计算中的收款人，实际为 {payeeId}',
  'row.noOwner': '收款人与分摊必须有其一，两者皆无',
  'row.twoOwners': '收款人与分摊只能有其一，两者皆有',
  'row.shareNegative': '不得为负，实际为 {value}',
  'row.duplicateId': '同一编号有 {rows} 行且内容不一致',
  'row.reversalUnknown': '必须是一笔已接受且本身不是冲销的交易，实际为 {reverses}',
  'row.reversalSign': '符号必须与 {reverses} 相反，实际为 {value}',
  'row.reversalExceeds': '冲销 {value}，超过 {reverses} 剩余的 {rest}',
  'row.rateNone': '费率表中没有与之对应的行',
  'row.rateAmbiguous': '费率表中有多行与之对应',
  'row.creditNone': '区域表中没有与之对应的行',
  'row.creditAmbiguous': '区域表中有多行与之对应',
  'row.payoutShare': '组件 {componentId} 含有不能按其他份额支付的固定金额',
  'row.splitSum': '各份额之和必须为 1，实际为 {sum}',
  'row.dateMissing': '缺少 {field}',
  'row.fieldMissing': '缺少 {field}',
  'row.divideByZero': '计量中出现除以零',
  'row.matrixKey': '{field} 必须是矩阵的键，实际为 {value}',
  'row.unassigned': '{payeeId} 在 {date} 没有方案分配',
  'quota.zero': '定额 {quota} 为零',
};

/** Simplified Chinese texts of the findings of a run and of plans. */
export const commissionFindings: Record<keyof typeof enFindings, string> = {
  'gate.unknown': '无法判断门槛是否达到，按未达到处理',
  'axis.undefined': '该区间内没有可用的轴值',
  'gate.deadZone': '门槛未达到，组成部分 {componentId} 的 {unit} 从 {from} 到 {to} 之间收入不变',
  'gate.nonMonotone': '组成部分 {componentId} 的 {unit} 到 {at} 时，销售越多反而关闭门槛',
  'cap.regressive': '比例在 {at} 升至 {rate}，而收入 {total}（{unit}）已达到封顶 {limit}，永远拿不到',
  'override.over100': '一笔金额上的全部份额与比例合计为 {total}，超过 1，例如 {example}',
  'cap.beforeFloor': '位于列表第 {cap} 项封顶之后，可能使金额再次超过封顶',
  'kicker.duplicate': '与先前里程碑的条件相同：{of}',
  'overlay.unbounded': '协同份额之和没有上限，而组成部分 {componentId} 没有封顶',
  'quota.unused': '没有任何数值以定额 {quota} 衡量',
  'component.unreachable': '没有任何行满足组成部分 {componentId} 的条件',
  'component.overlap': '组成部分 {componentId} 可能与 {with} 对同一行支付，例如 {example}',
  'plan.midPeriodChange': '版本在 {date} 变更，位于 {start} 至 {end} 的 {period} 之内；该期间按 {versionBy} 支付',
  'attainment.roundedBounds': '达成率按 {increment}（{mode}）取整后，下一档始于 {begins}，而非 {bound}',
  'rounding.lossy': '取整对金额的影响超过总额的最小单位，原因为 {cause}：{value}',
};

/** Simplified Chinese texts of the reasons, by the codes of the English table. */
export const commissionReasons: Record<keyof typeof enReasons, string> = {
  splitSum: '收入份额之和必须为 1，实际为 {sum}',
  uncovered: '亏损 {loss} 中有 {amount} 无人承担：各方上限合计 {borne}',
};
