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
} as const;

/** English texts of the reasons that orders give. */
export const ordersReasons = {
  constantDemand: 'the demand is the same in every period',
} as const;

/** English texts of the findings of the linters of orders. */
export const ordersFindings = {
  gamingGain: 'under {rule}, {partner} gains {gain} by ordering {factor} times what it needs',
} as const;

/** English texts of the steps of explanations of orders. */
export const ordersExplanations = {
  'shortage.share': 'share of {partner} in whole increments, decided by {decidedBy}',
  'shortage.exact': 'share of {partner} before rounding',
  'shortage.level': 'level of all between their bounds ({kind})',
} as const;
