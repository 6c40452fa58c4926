/** English texts of the segmentation's error codes. `{name}` is replaced by the param of that name. */
export const segmentationErrors = {
  'segmentation.columns.length': 'must have {expected} cells, got {length}',
  'segmentation.columns.scale': 'must be a whole number from 0 to 1000, got {value}',
  'segmentation.summary.window': 'must be a whole number from 1 on, got {value}',
} as const;

/** English texts of the segmentation's rejected rows. */
export const segmentationRejections = {
  'segmentation.row.customerInvalid': 'must be the id of a customer, got {value}',
  'segmentation.row.dateInvalid': 'must be a calendar date such as 2026-03-31, got {value}',
  'segmentation.row.amountInvalid': 'must be a decimal such as "1234.50", got {value}',
  'segmentation.row.profitInvalid': 'must be a decimal such as "1234.50", got {value}',
  'segmentation.row.orderIdMissing': 'must name its order, because distinct orders are counted',
  'segmentation.row.negativeAmount': 'must not be negative, got {value}',
} as const;

/** English texts of the segmentation's reasons. */
export const segmentationReasons = {} as const;
