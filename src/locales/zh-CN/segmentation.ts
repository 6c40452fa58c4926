import type * as en from '../en/segmentation.js';

/** Simplified Chinese texts of the segmentation's error codes, by the codes of the English table. */
export const segmentationErrors: Record<keyof typeof en.segmentationErrors, string> = {
  'segmentation.classes.bounds': '必须小于 {high}，实际为 {value}',
  'segmentation.classes.count': '必须是不小于 {least} 的整数，实际为 {value}',
  'segmentation.classes.cutRange': '必须大于 0 且不超过 {most}，实际为 {value}',
  'segmentation.classes.cuts': '必须有 1 到 {most} 个分界点，实际为 {length}',
  'segmentation.classes.increment': '必须大于 0，实际为 {value}',
  'segmentation.classes.metric': '必须是十进制数，实际为 {value}',
  'segmentation.classes.nonPositive': '必须大于 0，实际为 {value}',
  'segmentation.classes.weightless': '至少要有一个有权重的项目',
  'segmentation.classes.windowOrders': '不得多于全部订单 {lifetime}，实际为 {value}',
  'segmentation.columns.length': '必须有 {expected} 个单元，实际为 {length}',
  'segmentation.columns.scale': '必须是 0 到 1000 的整数，实际为 {value}',
  'segmentation.cuts.count': '必须有 {expected} 个分界点，比分值个数少一个，实际为 {length}',
  'segmentation.cuts.duplicate': '与前一个分界点同为 {value}：取该值的客户过多',
  'segmentation.cuts.notAscending': '必须大于前一个分界点 {before}，实际为 {value}',
  'segmentation.cuts.probability': '必须在 0 与 1 之间（不含两端），实际为 {value}',
  'segmentation.grid.axes': '必须是网格的坐标轴，每个一次，fm 取代 f 和 m，实际为 {value}',
  'segmentation.grid.gap': '每个格子必须有规则，否则须给出兜底分群，缺少规则的格子：{cells}',
  'segmentation.grid.overlap': '每个格子只能有一条规则，有多条规则的格子：{cells}',
  'segmentation.grid.range': '必须是 1 到 {scores} 之间的两个分值，小者在前，实际为 {value}',
  'segmentation.grid.unknownSegment': '必须出现在网格的次序中，实际为 {segment}',
  'segmentation.ladder.count': '必须是 {least} 到 {most} 的整数，实际为 {value}',
  'segmentation.ladder.enrolment': '不得晚于 {asOf}，实际为 {value}',
  'segmentation.ladder.levels': '必须有从 0 开始的第一个等级，实际为 {value}',
  'segmentation.ladder.noWindowEnd': '不能以窗口结束为准，因为 {window} 没有结束',
  'segmentation.ladder.notAscending': '必须大于前一个等级的 {before}，实际为 {value}',
  'segmentation.ladder.reviewEndsAtOnce': '必须长于窗口，否则窗口结束时的升级会立即失效',
  'segmentation.ladder.stayAboveEnter': '不得大于进入该等级的 {enter}，实际为 {value}',
  'segmentation.lifecycle.days': '必须是不小于 0 的整数，且休眠天数不小于活跃天数，实际为 {value}',
  'segmentation.lifecycle.gaps': '必须是不小于 1 的整数，实际为 {value}',
  'segmentation.rfm.emptyBase': '至少要有一个下过订单的客户，否则无从划分',
  'segmentation.rfm.gridScores': '{axis} 的分值个数必须与方案一致，为 {expected}，实际为 {scores}',
  'segmentation.rfm.increment': '必须大于 0，实际为 {value}',
  'segmentation.rfm.precondition': '必须是不小于 0 的整数，实际为 {value}',
  'segmentation.rfm.thresholds': '必须属于方案 {expected}，实际为 {value}',
  'segmentation.score': '必须是 1 到 {scores} 的分值，实际为 {value}',
  'segmentation.scores': '分值个数必须是 2 到 9 的整数，实际为 {value}',
  'segmentation.segment.duplicate': '每个分群只能出现一次，{segment} 再次出现',
  'segmentation.summary.asOf': '必须与第一条相同，为 {expected}，实际为 {value}',
  'segmentation.summary.count': '必须是不小于 0 的整数，实际为 {value}',
  'segmentation.summary.dates': '有订单时（此处 {orders} 笔）必须是不晚于 {asOf} 的日期，实际为 {value}',
  'segmentation.summary.window': '必须是不小于 1 的整数，实际为 {value}',
};

/** Simplified Chinese texts of the segmentation's rejected rows. */
export const segmentationRejections: Record<keyof typeof en.segmentationRejections, string> = {
  'segmentation.row.amountInvalid': '必须是十进制数，例如 "1234.50"，实际为 {value}',
  'segmentation.row.beforeEnrolment': '不得早于入会日，实际为 {value}',
  'segmentation.row.customerInvalid': '必须是客户编号，实际为 {value}',
  'segmentation.row.dateInvalid': '必须是日历日期，例如 2026-03-31，实际为 {value}',
  'segmentation.row.levelTwice': '每天只能人工设定一次等级，{value} 再次出现',
  'segmentation.row.negativeAmount': '不得为负，实际为 {value}',
  'segmentation.row.orderIdMissing': '必须写明所属订单，因为按不同订单计数',
  'segmentation.row.profitInvalid': '必须是十进制数，例如 "1234.50"，实际为 {value}',
  'segmentation.row.unknownLevel': '必须是阶梯中的等级，实际为 {value}',
  'segmentation.row.untilInvalid': '必须是晚于该事件的日历日期，实际为 {value}',
};

/** Simplified Chinese texts of the segmentation's reasons. */
export const segmentationReasons: Record<keyof typeof en.segmentationReasons, string> = {
  historyTooShort: '已知订单始于 {from}，而需要 {needed} 天的历史',
  lastOrderTooOld: '最近一笔订单在 {on}，距今不得超过 {most} 天',
  tooFewCustomers: '需要 {needed} 个下过订单的客户，实际为 {actual} 个',
};

/** Simplified Chinese texts of the segmentation's findings. */
export const segmentationFindings: Record<keyof typeof en.segmentationFindings, string> = {
  deadSegment: '没有客户会进入 {segment}：其他分群总在它之前',
  graceCoversWindow: '宽限期 {days} 天，与一个窗口一样长',
  graceNeverUsed: '宽限期 {days} 天从不起作用：没有等级会被复核',
  notLinted: '{segment} 的条件不是单个字段比较的组合，无法检查',
  overlappingSegments: '{segment} 与 {other} 同时成立，例如 {example}',
  tenureOutlastsValidity: '等级至少保留 {days} 天，长于任何复核的间隔',
  uncovered: '在 {when} 处没有任何条件成立，例如 {example}',
};

/** Simplified Chinese texts of the segmentation's explanations. */
export const segmentationExplanations: Record<keyof typeof en.segmentationExplanations, string> = {
  'tier.downgrade': '{date}：失去 {from}，降至 {to}',
  'tier.enrol': '{date}：入会，等级为 {to}',
  'tier.graceRenewed': '{date}：在宽限期内保住 {to}',
  'tier.graceStart': '{date}：未能保留 {to}，宽限期开始',
  'tier.override': '{date}：人工设为 {to}',
  'tier.renewed': '{date}：保留 {to}',
  'tier.reversal': '{date}：退款使 {from} 终止，降至 {to}',
  'tier.threshold': '阶梯的门槛',
  'tier.total': '窗口内合计',
  'tier.upgrade': '{date}：升至 {to}',
  'tier.windowReset': '{date}：新窗口从 {to} 开始',
};
