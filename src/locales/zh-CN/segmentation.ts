import type * as en from '../en/segmentation.js';

/** Simplified Chinese texts of the segmentation's error codes, by the codes of the English table. */
export const segmentationErrors: Record<keyof typeof en.segmentationErrors, string> = {
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
  'segmentation.row.customerInvalid': '必须是客户编号，实际为 {value}',
  'segmentation.row.dateInvalid': '必须是日历日期，例如 2026-03-31，实际为 {value}',
  'segmentation.row.amountInvalid': '必须是十进制数，例如 "1234.50"，实际为 {value}',
  'segmentation.row.profitInvalid': '必须是十进制数，例如 "1234.50"，实际为 {value}',
  'segmentation.row.orderIdMissing': '必须写明所属订单，因为按不同订单计数',
  'segmentation.row.negativeAmount': '不得为负，实际为 {value}',
};

/** Simplified Chinese texts of the segmentation's reasons. */
export const segmentationReasons: Record<keyof typeof en.segmentationReasons, string> = {
  historyTooShort: '已知订单始于 {from}，而需要 {needed} 天的历史',
  lastOrderTooOld: '最近一笔订单在 {on}，距今不得超过 {most} 天',
  tooFewCustomers: '需要 {needed} 个下过订单的客户，实际为 {actual} 个',
};
