/** Simplified Chinese texts of the error codes of orders, by the codes of the English table. */
import type {
  ordersErrors as en,
  ordersExplanations as enExplanations,
  ordersFindings as enFindings,
  ordersReasons as enReasons,
} from '../en/orders.js';

export const ordersErrors: Record<keyof typeof en, string> = {
  'count.whole': '必须是不小于 {min} 的整数，实际为 {value}',
  'quantity.negative': '不得为负，实际为 {value}',
  'quantity.positive': '必须大于 0，实际为 {value}',
  'series.length': '条目数必须与另一序列相同且不少于 {min}：应为 {expected}，实际为 {length}',
  'shortage.duplicate': '{partner} 有两个请求',
  'shortage.missing': '此规则需要 {partner} 的这一项',
  'shortage.negative': '不得为负，实际为 {value}',
  'shortage.unknownPartner': '{partner} 没有请求',
  'plan.version': '不得小于 {min}：此前的计划内容不同或版本更新，实际为 {value}',
  'timeLog.stage': '必须是 {expected} 之一，实际为 {value}',
  'timeLog.sum': '列 {column} 的份额之和必须为 1，实际为 {sum}',
  'timeLog.unit': '单位必须是 {expected}，同一列只用一种单位，实际为 {value}',
  'safety.mean': '交货期有波动时必须给出平均需求',
  'serviceLevel.range': '必须大于 0 且小于 1，实际为 {value}',
  'eoq.openBound': '{bound} 以上的档从其后一点开始：需要给出批量才能确定最小数量',
  'eoq.rates': '必须小于生产速率 {production}，实际为 {consumption}',
  'eoq.mode': '必须为 whole，即全部数量同价，实际为 {value}',
  'eoq.holding': 'holdingCost 与 holdingRate 必须且只能给一个，按费率时需要价格',
  'shelf.ownAboveAll': '不得超过总数 {all}，实际为 {own}',
};

/** Simplified Chinese texts of the reasons that orders give, by the codes of the English table. */
export const ordersReasons: Record<keyof typeof enReasons, string> = {
  constantDemand: '各期需求都相同',
  alreadyAgreed: '计划已商定为 {quantity}，不再更改',
  dealerUnconfirmed: '经销商尚未确认',
  makerUnconfirmed: '厂家尚未确认',
  noSource: '没有任何来源给出数量',
  noSourceWeight: '给出数量的来源权重均为 0',
  noReference: '没有可供比较变动的数量',
  noChange: '没有变动',
  noOrders: '没有订单',
  noTime: '没有记录时间',
  supportsNoOrder: '此活动不支持任何订单',
  cannot: '在各期内无法承诺 {quantity} 中的 {short}',
  stockNeverFalls: '库存不会下降',
  overLimit: '{amount} 超出额度余额 {free}，多出 {excess}',
  amountOverdue: '{overdue} 已逾期',
  onHold: '账户已被冻结',
  notAgreed: '计划没有商定数量',
  noUnitPrice: '计划没有单价',
  noDemand: '没有需求',
  noOutlets: '没有可衡量的门店',
  noShelf: '该门店没有货架',
  noPeer: '没有同类客户购买该产品',
  notSigned: '合同 {contract} 尚未签署',
  noRight: '缺少权限 {right}',
  confidential: '该档案为机密，需要权限 {right}',
  alreadyLent: '{person} 借用该档案至 {due}',
  hasOverdue: '借阅 {loans} 已逾期',
  limit: '已借出 {open} 份，上限 {limit} 份',
  lateSupplier: '供应商确认的日期晚于到期日',
  stockShort: '库存少于需要量',
  creditHold: '信用被冻结',
  dateMoved: '到期日改动过多',
};

/** Simplified Chinese texts of the findings of the linters of orders, by the codes of the English table. */
export const ordersFindings: Record<keyof typeof enFindings, string> = {
  gamingGain: '按 {rule}，{partner} 把订单报成需要的 {factor} 倍可多得 {gain}',
  openingGap: '{partner} 的 {sku} 在 {period} 的期初与 {before} 的期末相差 {gap}',
  stockResidual: '{partner} 的 {sku} 在 {period} 账实不平：{residual} 无法解释',
};

/** Simplified Chinese texts of the steps of explanations of orders, by the codes of the English table. */
export const ordersExplanations: Record<keyof typeof enExplanations, string> = {
  'shortage.share': '{partner} 的份额，取整后，由 {decidedBy} 决定',
  'shortage.exact': '{partner} 取整前的份额',
  'shortage.level': '上下限之间各方的共同水平（{kind}）',
  'orders.potential': '潜在订单：各因素之积',
  'demand.source': '来源 {kind} 的数量',
  'demand.consensus': '各来源合成的数量',
  'demand.cut': '由 {cut} 调整',
};
