/** English texts of the channel's error codes. `{name}` is replaced by the param of that name. */
export const channelErrors = {
  'conflict.rule': 'must be {expected}, got {value}',
  'conflict.turnover': 'must be greater than 0, got {value}',
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
  claimRefused: 'whoever decides has refused the claim',
  fundsShort: 'there is {short} too little in the accruals that can still be claimed',
  gateFired: 'the gate {gate} changed the score by {delta}',
  gateUnknown: 'nobody can decide whether the gate {gate} holds',
  noProof: 'there is no proof of the activity',
  notLive: 'the agreement holds from {from} up to {to}, not on {on}',
  notOnAmount: 'the rebate is not on the amount alone: its tier is on {tierOn}, its payment on {payOn}',
  noScore: 'there is no score: {reason}',
  otherParty: 'the agreement is with {party}, not with {partner}',
  ruleFailed: 'the condition {rule} is not met',
  ruleUnknown: 'whether the condition {rule} is met depends on {fields}, not known',
  unknownParty: '{party} has a figure and is no party of the agreement',
  directTeamActive: 'the own team works on the customer: {opportunities}',
  duplicate: 'another partner has registered the deal and goes first: {registrations}',
  existingCustomer: 'the customer ordered on {lastOrderOn}',
  missingData: 'these are missing: {fields}',
  notSubmitted: 'the registration {registration} has not been submitted',
  outOfTerritory: '{partner} has no right to sell to a customer there, in {country}',
  tooEarly: 'the registration {registration} of the deal has only just ended: not before {from}',
  withdrawnBefore: 'the partner withdrew the deal before: {registrations}',
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
  'economics.total': 'total profit of {mode}',
  'economics.makerProfit': 'profit of the maker: what is left of a piece, times the pieces, less what the way costs',
  'economics.intermediaryProfit': 'profit of the intermediary: what is left of a piece, times the pieces',
  'economics.quantity': 'pieces bought at this price',
  'economics.ownPrice.linear': 'best price: half of the highest price and of all costs of a piece',
  'economics.ownPrice.isoelastic': 'best price: all costs of a piece × e ÷ (e − 1)',
  'economics.agencyPrice.linear':
    'best price: half of the highest price and of what the maker bears for a piece, in parts of what it keeps',
  'economics.agencyPrice.isoelastic':
    'best price: what the maker bears for a piece, in parts of what it keeps, × e ÷ (e − 1)',
  'economics.wholesalePrice.linear':
    'best wholesale price: half of the highest price and of all costs of a piece, less what selling it costs',
  'economics.wholesalePrice.isoelastic':
    'best wholesale price: all costs of a piece × e ÷ (e − 1), less what selling it costs',
  'economics.resalePrice.linear': 'price after {levels} resellers, each adding half of the margin before',
  'economics.resalePrice.isoelastic':
    'price after {levels} resellers, each multiplying what a piece costs by e ÷ (e − 1)',
  'risk.light': 'light of {code}',
} as const;
