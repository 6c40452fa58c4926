/** English texts of the error codes of orders. `{name}` is replaced by the param of that name. */
export const ordersErrors = {
  'count.whole': 'must be a whole number from {min}, got {value}',
  'quantity.negative': 'must not be negative, got {value}',
  'quantity.positive': 'must be greater than 0, got {value}',
  'series.length': 'must have as many entries as the other series, at least {min}: expected {expected}, got {length}',
  'shortage.duplicate': '{partner} has two requests',
  'shortage.missing': 'the rule needs this of {partner}',
  'shortage.negative': 'must not be negative, got {value}',
  'shortage.unknownPartner': '{partner} has no request',
  'plan.version': 'must be at least {min}, because the plan before says something else or is newer, got {value}',
  'timeLog.stage': 'must be one of {expected}, got {value}',
  'timeLog.sum': 'the shares of the column {column} must add up to 1, got {sum}',
  'timeLog.unit': 'must be in {expected}, and all of a column in one unit, got {value}',
  'safety.mean': 'a lead time that varies needs the mean demand',
  'serviceLevel.range': 'must be greater than 0 and less than 1, got {value}',
  'eoq.openBound': 'the tier above {bound} begins right after it: a lot is needed to name its least quantity',
  'eoq.rates': 'must be less than the production rate {production}, got {consumption}',
  'eoq.mode': 'must be whole: a price for all units, got {value}',
  'eoq.holding': 'exactly one of holdingCost and holdingRate is needed, and a rate needs prices',
  'shelf.ownAboveAll': 'must not be more than all, {all}, got {own}',
} as const;

/** English texts of the reasons that orders give. */
export const ordersReasons = {
  constantDemand: 'the demand is the same in every period',
  alreadyAgreed: 'the plan is agreed on {quantity} already, which is final',
  dealerUnconfirmed: 'the dealer has not confirmed',
  makerUnconfirmed: 'the maker has not confirmed',
  noSource: 'no source has a quantity',
  noSourceWeight: 'the sources with a quantity weigh nothing',
  noReference: 'there is no quantity to measure the change against',
  noChange: 'nothing changed',
  noOrders: 'there is no order',
  noTime: 'no time was logged',
  supportsNoOrder: 'the activity supports no order',
  cannot: '{short} of {quantity} cannot be promised within the buckets',
  stockNeverFalls: 'the stock does not fall',
  overLimit: '{amount} is {excess} more than the {free} that the limit leaves free',
  amountOverdue: '{overdue} is overdue',
  onHold: 'the account is on hold',
  notAgreed: 'the plan has no agreed quantity',
  noUnitPrice: 'the plan has no unit price',
  noDemand: 'there is no demand',
  noOutlets: 'there is no outlet to measure',
  noShelf: 'the outlet has no shelf space',
  noPeer: 'no peer buys the product',
  notSigned: 'the contract {contract} is not signed',
  noRight: 'the right {right} is missing',
  confidential: 'the record is confidential, which needs the right {right}',
  alreadyLent: '{person} has the record until {due}',
  hasOverdue: 'the loans {loans} are overdue',
  limit: '{open} records are out, and {limit} are allowed',
  lateSupplier: 'the supplier confirmed a day after the due day',
  stockShort: 'there is less stock than needed',
  creditHold: 'the credit is on hold',
  dateMoved: 'the due day was moved too often',
} as const;

/** English texts of the findings of the linters of orders. */
export const ordersFindings = {
  gamingGain: 'under {rule}, {partner} gains {gain} by ordering {factor} times what it needs',
  openingGap: 'the stock of {sku} at {partner} begins {period} {gap} off the end of {before}',
  stockResidual: 'the stock of {sku} at {partner} does not balance in {period}: {residual} is unexplained',
} as const;

/** English texts of the steps of explanations of orders. */
export const ordersExplanations = {
  'shortage.share': 'share of {partner} in whole increments, decided by {decidedBy}',
  'shortage.exact': 'share of {partner} before rounding',
  'shortage.level': 'level of all between their bounds ({kind})',
  'orders.potential': 'potential order: the product of its factors',
  'demand.source': 'quantity by {kind}',
  'demand.consensus': 'one figure of all sources',
  'demand.cut': 'changed by {cut}',
} as const;
