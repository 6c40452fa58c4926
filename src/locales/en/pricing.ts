/** English texts of pricing's error codes. `{name}` is replaced by the param of that name. */
export const pricingErrors = {
  'pricing.blocksPerTier': 'must have one entry for each tier, {expected}, got {length}',
  'pricing.chargeMinAboveMax': 'must not be above the maximum {maximum}, got {minimum}',
  'pricing.columnLength': 'must have one entry for each row, {expected}, got {length}',
  'pricing.count': 'must be a whole number from 0 on, got {value}',
  'pricing.duplicateCode': 'must be distinct, got {code} again',
  'pricing.emptyEvent': 'must be 0 for an event of no quantity, got {value}',
  'pricing.emptyRange': 'must lie after the start ({from}), got {to}',
  'pricing.missingInput': 'must be given to rate a charge of kind {kind}',
  'pricing.negativeQuantity': 'must not be negative, got {value}',
  'pricing.notPositive': 'must be a positive decimal, got {value}',
  'pricing.priceListCycle': 'must not start from itself: {cycle}',
  'pricing.rangesGap': 'must begin where the range before ends ({expected}), got {value}',
  'pricing.rangesOverlap': 'must begin after the range before ends ({bound}), got {value}',
  'pricing.rateRange': 'must lie from 0 to 1, got {value}',
  'pricing.unknownReference': 'must name a known {what}, got {value}',
  'pricing.unusedInput': 'has no meaning for {kind}',
  'pricing.chargeCycle': 'must not be a share of itself: {cycle}',
  'pricing.tooManySets': 'must not have more than {max} sets that combine',
  'pricing.unknownSubtotal': 'must be a subtotal of an earlier step, got {value}',
} as const;

/** English texts of pricing's reasons. */
export const pricingReasons = {
  aboveLastBlock: '{quantity} is above the last block, which ends at {upTo}, and there is no overage',
  missingBase: '{rule} starts from {base}, which is not known',
  noPrice: '{sku} has no rule that applies and no list price',
  tie: 'the rules {rules} are equal and their prices differ',
  unknownItem: '{sku} is not in the price book',
  unknownUnit: '{sku} has no unit {unit}',
  unknownReservation: 'there is no reservation {id}',
  none: 'no larger quantity costs less than {quantity}',
} as const;

/** English texts of pricing's explanations. The value of a step is shown behind its text. */
export const pricingExplanations = {
  'charge.amount': 'the charge {code}',
  'charge.unpriced': 'the charge {code} has no price',
  'charge.rated': '{kind}, rounded to {increment} ({mode})',
  'charge.exact': '{kind}: what each slice costs',
  'charge.slice': 'slice {number}, from {from} to {to}',
  'charge.percentOff': '{rate} off the rated amount',
  'charge.maximum': 'cut down to the maximum {maximum}',
  'charge.minimum': 'raised to the minimum {minimum}',
  'price.unit': 'price of one {unit} of {sku} by {rule}, in {currency}',
  'price.none': '{sku} has no price',
  'price.list': 'list price of {sku}',
  'price.fixed': 'fixed price of one {unit}',
  'price.charge': '{kind} of {quantity} base units',
  'price.base': 'from {base}',
  'price.discount': 'less {rate} of it',
  'price.markup': 'plus {rate} of it',
  'price.margin': 'so that {rate} of the result is margin',
  'price.add': 'plus {amount}',
  'price.multiply': 'times {factor}',
  'price.round': 'rounded to {increment}',
  'price.atLeast': 'not below its least',
  'price.atMost': 'not above its most',
  'quote.payable': 'payable of {code}',
  'quote.incomplete': '{code} has lines without a price',
  'quote.list': 'list amounts',
  'quote.line': '{sku}, line {line}',
  'quote.reward': 'reward of type {type}',
  'quote.condition': '{condition}',
  'quote.delta': '{condition} on line {line}',
  'quote.cappedDelta': '{condition} on line {line}, capped ({cappedBy})',
  'quote.statistic': '{condition}, for information: {value}',
  'quote.inactive': '{condition} does not apply ({reason}); it would have been {wouldBe}',
  'quote.inactiveLine': '{condition} does not apply to line {line} ({reason}); it would have been {wouldBe}',
  'quote.rounding': 'rounding by {place} to {increment}',
  'quote.tax': 'tax {code}, {rate} of {base}',
  'quote.cash': 'rounded to {increment} in cash',
} as const;

/** English texts of pricing's findings. */
export const pricingFindings = {
  fallingTotal: 'above {from} a larger quantity costs less',
} as const;
