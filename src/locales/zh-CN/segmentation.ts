import type * as en from '../en/segmentation.js';

/** Simplified Chinese texts of the segmentation's error codes, by the codes of the English table. */
export const segmentationErrors: Record<keyof typeof en.segmentationErrors, string> = {
  'segmentation.columns.length': '必须有 {expected} 个单元，实际为 {length}',
  'segmentation.columns.scale': '必须是 0 到 1000 的整数，实际为 {value}',
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
export const segmentationReasons: Record<keyof typeof en.segmentationReasons, string> = {};
