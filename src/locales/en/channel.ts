/** English texts of the channel's error codes. `{name}` is replaced by the param of that name. */
export const channelErrors = {
  'conflict.rule': 'must be {expected}, got {value}',
  'conflict.turnover': 'must be greater than 0, got {value}',
  'cost.range': 'must be {expected}, got {value}',
  'demand.shape': 'must be {expected}, got {value}',
  'fee.range': 'must be at least 0 and below 1, got {value}',
  'levels.count': 'must be {expected}, got {value}',
  'mix.duplicate': 'must name each channel once, got {channel} again',
  'mix.negative': 'must not be negative, got {value}',
  'path.time': 'must be {expected}, got {value}',
  'path.value': 'must not be negative, got {value}',
  'rights.bands': 'must be at most that of platform, {platform}, got {value}',
  'rights.weight': 'must not be negative, and not 0 for every right, got {value}',
  'share.range': 'must be from 0 to 1, got {value}',
  'depth.quantity': 'must not be negative, got {value}',
  'risk.bounds': 'must not be reached before amber, {amber}, got {red}',
  'risk.trend': 'must be a whole number of periods from 1 and a change from 0, got {periods} and {worseBy}',
  'service.range': 'must be {expected}, got {value}',
  'signal.range': 'must not be negative, got {value}',
  'territory.load': 'must not be negative, got {value}',
  'territory.moves': 'must be a whole number from 0, got {value}',
  'territory.overlap': 'must not share a region, {region} is in {territory} and in {other}',
  'territory.unknownRegion': 'must be a region of the market, got {region}',
  'territory.weight': 'must not be negative, got {value}',
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
  knockedOut: '{knockOut} rules the channel out',
  knockOutUnknown: 'it is not known whether {knockOut} rules the channel out',
  notScored: 'the scorecard gives no score: {why}',
} as const;

/** English texts of the findings of the linters of channels. */
export const channelFindings = {
  floorAboveCeiling: 'the floor of {floor} is above the ceiling of {ceiling}: no price is left',
  neverFires: 'nothing can break the rule {rule}',
  noRules: 'there is no rule, so nothing is found',
  windowZero: 'shipments meet only if they are of one day',
  duplicateTerritory: 'the territory {territory} is named twice',
  emptyTerritory: 'the territory {territory} has no region',
  partnerCycle: '{partner} buys from {parent} in a circle',
  regionHole: 'the region {region} lies in no territory',
  regionOverlap: 'the region {region} lies in {territories}',
  unknownParent: '{partner} buys from {parent}, which is not there',
  unknownRegion: '{region} is no region of the market',
} as const;

/** English texts of the steps of explanations of channels. */
export const channelExplanations = {
  'conflict.case': '{code} by the rule {rule}: {count} from {first} to {last}',
  'conflict.first': 'first on {on}, shown by {evidence}',
  'choice.criterion': '{criterion}: {points} points at weight {weight}',
  'choice.score': 'score of {channel}',
  'risk.light': 'light of {code}',
} as const;
