/** English texts of the lifetime models' error codes. `{name}` is replaced by the param of that name. */
export const clvErrors = {
  'segmentation.clv.count': 'must be a whole number from {least} to {most}, got {value}',
  'segmentation.clv.history':
    'must have a whole number x of purchases and times 0 ≤ tx ≤ T, tx 0 where x is and only there, got {x}, {tx}, {T}',
  'segmentation.clv.level': 'must lie between 0 and 1, got {value}',
  'segmentation.clv.margin': 'must be a finite number, got {value}',
  'segmentation.clv.occasions':
    'must have whole numbers x ≤ tx ≤ n up to {most}, tx 0 where x is and only there, got {x}, {tx}, {n}',
  'segmentation.clv.parameter': 'must be a finite number above 0, got {value}',
  'segmentation.clv.positive': 'must be greater than 0, got {value}',
  'segmentation.clv.rate': 'must be a finite number above -1, got {value}',
  'segmentation.clv.survivors': 'must be at least two numbers from 0 on, none above the one before, got {value}',
  'segmentation.clv.time': 'must be a finite number from 0 on, got {value}',
  'segmentation.clv.unit': 'must be {expected} as in the rows before, got {value}',
} as const;

/** English texts of the lifetime models' reasons. */
export const clvReasons = {
  boundary: '{parameter} left the range {range} at {value}',
  emptyBase: 'there are no customers',
  infinite: 'the mean is infinite with these parameters',
  infiniteMean: 'with q = {q} the mean spend of a new customer is infinite',
  invalidRow: 'row {index} cannot be what is known of a customer',
  never: 'it does not come to that',
  noRepeatPurchases: 'nobody came back',
  noSpread: 'all counts or all means are the same',
  noSummit: 'the likelihood has no summit there',
  notDecreasing: 'the survivors rise, or nobody is lost',
  notFlat: 'the likelihood still rises with {parameters}',
  startsDisagree: 'only {agreeing} of the starts led to the highest likelihood',
} as const;

/** English texts of the lifetime models' explanations. */
export const clvExplanations = {
  'clv.discount': 'discount',
  'clv.noValue': 'no value: {reasons}',
  'clv.purchases': 'purchases expected by {model}',
  'clv.spend': 'spend a purchase expected by gammaGamma',
  'clv.step': 'step {step}',
  'clv.value': 'value of {steps} steps by {model}',
} as const;
