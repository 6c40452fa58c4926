/** English texts of the segmentation's error codes. `{name}` is replaced by the param of that name. */
export const segmentationErrors = {
  'segmentation.classes.bounds': 'must be less than {high}, got {value}',
  'segmentation.classes.count': 'must be a whole number from {least} on, got {value}',
  'segmentation.classes.cutRange': 'must be greater than 0 and at most {most}, got {value}',
  'segmentation.classes.cuts': 'must have 1 to {most} cuts, got {length}',
  'segmentation.classes.increment': 'must be greater than 0, got {value}',
  'segmentation.classes.metric': 'must be a decimal, got {value}',
  'segmentation.classes.nonPositive': 'must be greater than 0, got {value}',
  'segmentation.classes.weightless': 'must have an item that weighs something',
  'segmentation.classes.windowOrders': 'must not be more than all orders, {lifetime}, got {value}',
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
  'segmentation.ladder.count': 'must be a whole number from {least} to {most}, got {value}',
  'segmentation.ladder.enrolment': 'must not be after {asOf}, got {value}',
  'segmentation.ladder.levels': 'must have a first level that begins at 0, got {value}',
  'segmentation.ladder.noWindowEnd': 'must not wait for the end of a window, which {window} has not',
  'segmentation.ladder.notAscending': 'must be greater than that of the level before, {before}, got {value}',
  'segmentation.ladder.reviewEndsAtOnce': 'must outlast the window: what its end reviews would end at once',
  'segmentation.ladder.stayAboveEnter': 'must not be greater than what enters the level, {enter}, got {value}',
  'segmentation.lifecycle.days': 'must be a whole number from 0 on, and dormant not below active, got {value}',
  'segmentation.lifecycle.gaps': 'must be a whole number from 1 on, got {value}',
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
  'segmentation.row.amountInvalid': 'must be a decimal such as "1234.50", got {value}',
  'segmentation.row.beforeEnrolment': 'must not be before the day of enrolment, got {value}',
  'segmentation.row.customerInvalid': 'must be the id of a customer, got {value}',
  'segmentation.row.dateInvalid': 'must be a calendar date such as 2026-03-31, got {value}',
  'segmentation.row.levelTwice': 'must be the only level that is set on its day, got {value} again',
  'segmentation.row.negativeAmount': 'must not be negative, got {value}',
  'segmentation.row.orderIdMissing': 'must name its order, because distinct orders are counted',
  'segmentation.row.profitInvalid': 'must be a decimal such as "1234.50", got {value}',
  'segmentation.row.unknownLevel': 'must be a level of the ladder, got {value}',
  'segmentation.row.untilInvalid': 'must be a calendar date after that of the event, got {value}',
} as const;

/** English texts of the segmentation's reasons. */
export const segmentationReasons = {
  historyTooShort: 'orders are known from {from} on, and {needed} days of them are needed',
  lastOrderTooOld: 'the last order is of {on}, and it must be at most {most} days old',
  tooFewCustomers: '{needed} customers with an order are needed, and there are {actual}',
} as const;

/** English texts of the segmentation's findings. */
export const segmentationFindings = {
  deadSegment: 'nobody is in {segment}: others always go before it',
  graceCoversWindow: 'grace of {days} days is as long as a window',
  graceNeverUsed: 'grace of {days} days is never used: no level is reviewed',
  notLinted: 'the condition of {segment} is no combination of comparisons of single fields',
  overlappingSegments: '{segment} and {other} hold together, as for {example}',
  tenureOutlastsValidity: 'a level is held for {days} days at least, longer than any review is away',
  uncovered: 'nothing holds where {when}, as for {example}',
} as const;

/** English texts of the segmentation's explanations. */
export const segmentationExplanations = {
  'tier.downgrade': '{date}: {from} is lost, {to} remains',
  'tier.enrol': '{date}: enrolled at {to}',
  'tier.graceRenewed': '{date}: {to} is kept within the grace',
  'tier.graceStart': '{date}: {to} was not kept, grace begins',
  'tier.override': '{date}: {to} is set by hand',
  'tier.renewed': '{date}: {to} is kept',
  'tier.reversal': '{date}: what went back ends {from}, {to} remains',
  'tier.threshold': 'threshold of the ladder',
  'tier.total': 'total of the window',
  'tier.upgrade': '{date}: {to} is reached',
  'tier.windowReset': '{date}: a new window begins at {to}',
} as const;
