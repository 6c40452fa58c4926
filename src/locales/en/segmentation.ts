/** English texts of the segmentation's error codes. `{name}` is replaced by the param of that name. */
export const segmentationErrors = {
  'segmentation.columns.length': 'must have {expected} cells, got {length}',
  'segmentation.columns.scale': 'must be a whole number from 0 to 1000, got {value}',
  'segmentation.cuts.count': 'must have {expected} cuts, one less than scores, got {length}',
  'segmentation.cuts.duplicate': 'is {value} as the cut before it: too many customers have this value',
  'segmentation.cuts.notAscending': 'must be greater than the cut before it, {before}, got {value}',
  'segmentation.cuts.probability': 'must lie between 0 and 1, got {value}',
  'segmentation.grid.axes': 'must be axes of the grid, each once and fm in the place of f and m, got {value}',
  'segmentation.grid.gap': 'must have a rule for every cell or a fallback, none for {cells}',
  'segmentation.grid.overlap': 'must have one rule for a cell, several for {cells}',
  'segmentation.grid.range': 'must be two scores from 1 to {scores}, the lower first, got {value}',
  'segmentation.grid.unknownSegment': 'must be in the order of the grid, got {segment}',
  'segmentation.rfm.emptyBase': 'must have a customer with an order, else there is nothing to cut',
  'segmentation.rfm.gridScores': 'must have {expected} scores for {axis}, as the policy has, got {scores}',
  'segmentation.rfm.increment': 'must be greater than 0, got {value}',
  'segmentation.rfm.precondition': 'must be a whole number from 0 on, got {value}',
  'segmentation.rfm.thresholds': 'must be those of the policy {expected}, got {value}',
  'segmentation.score': 'must be a score from 1 to {scores}, got {value}',
  'segmentation.scores': 'must be a whole number of scores from 2 to 9, got {value}',
  'segmentation.segment.duplicate': 'must name each segment once, got {segment} again',
  'segmentation.summary.asOf': 'must be {expected} as that of the first, got {value}',
  'segmentation.summary.count': 'must be a whole number from 0 on, got {value}',
  'segmentation.summary.dates': 'must be a day up to {asOf} where there are orders, {orders} here, got {value}',
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
export const segmentationReasons = {
  historyTooShort: 'orders are known from {from} on, and {needed} days of them are needed',
  lastOrderTooOld: 'the last order is of {on}, and it must be at most {most} days old',
  tooFewCustomers: '{needed} customers with an order are needed, and there are {actual}',
} as const;
