/** English texts of the channel's error codes. `{name}` is replaced by the param of that name. */
export const channelErrors = {
  'cost.range': 'must be {expected}, got {value}',
  'demand.shape': 'must be {expected}, got {value}',
  'fee.range': 'must be at least 0 and below 1, got {value}',
  'levels.count': 'must be {expected}, got {value}',
  'maturity.unknownItem': 'must be an item of the ladder, {expected}, got {value}',
  'mdf.negative': 'must not be negative, got {value}',
  'mix.duplicate': 'must name each channel once, got {channel} again',
  'mix.negative': 'must not be negative, got {value}',
  'path.time': 'must be {expected}, got {value}',
  'path.value': 'must not be negative, got {value}',
  'policy.count': 'must be a whole number from {least} on, got {value}',
  'rights.bands': 'must be at most that of platform, {platform}, got {value}',
  'rights.weight': 'must not be negative, and not 0 for every right, got {value}',
  'share.range': 'must be from 0 to 1, got {value}',
} as const;

/** English texts of the channel's reasons. */
export const channelReasons = {
  noDemandAtCost: 'nobody would buy at a price that covers the cost',
  negativeWholesalePrice: 'the wholesale price is {value}: the maker would pay for each piece that the reseller takes',
  supplierKnowsTheMarket: 'the supplier has the better information for marketing',
  intermediaryKnowsTheMarket: 'the intermediary has the better information for marketing',
  spillOver:
    'what one product is marketed for moves the sales of others, which only one decider for all takes into account',
  lowDemandExpected: 'suppliers expect low demand and would spend too little on it',
  intermediaryCheaper: 'the intermediary sells at lower variable cost: resell what sells much, and list the rest',
  supplierCheaper: 'the supplier sells at lower variable cost',
  claimRefused: 'whoever decides has refused the claim',
  fundsShort: 'there is {short} too little in the accruals that can still be claimed',
  gateFired: 'the gate {gate} changed the score by {delta}',
  gateUnknown: 'nobody can decide whether the gate {gate} holds',
  noProof: 'there is no proof of the activity',
  notLive: 'the agreement holds from {from} up to {to}, not on {on}',
  notOnAmount: 'the rebate is not on the amount alone: its tier is on {tierOn}, its payment on {payOn}',
  notScored: 'there is no score: {reason}',
  otherParty: 'the agreement is with {party}, not with {partner}',
  ruleFailed: 'the condition {rule} is not met',
  ruleUnknown: 'whether the condition {rule} is met depends on {fields}, not known',
  unknownParty: '{party} has a figure and is no party of the agreement',
} as const;
