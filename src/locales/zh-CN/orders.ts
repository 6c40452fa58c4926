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
};

/** Simplified Chinese texts of the reasons that orders give, by the codes of the English table. */
export const ordersReasons: Record<keyof typeof enReasons, string> = {
  constantDemand: '各期需求都相同',
};

/** Simplified Chinese texts of the findings of the linters of orders, by the codes of the English table. */
export const ordersFindings: Record<keyof typeof enFindings, string> = {
  gamingGain: '按 {rule}，{partner} 把订单报成需要的 {factor} 倍可多得 {gain}',
};

/** Simplified Chinese texts of the steps of explanations of orders, by the codes of the English table. */
export const ordersExplanations: Record<keyof typeof enExplanations, string> = {
  'shortage.share': '{partner} 的份额，取整后，由 {decidedBy} 决定',
  'shortage.exact': '{partner} 取整前的份额',
  'shortage.level': '上下限之间各方的共同水平（{kind}）',
};
