/** English texts of the core's error codes. `{name}` is replaced by the param of that name. */
export const coreErrors = {
  'decimal.invalid': 'must be a decimal such as "1234.50", got {value}',
  'decimal.tooLong': 'must have at most {max} digits, got {digits}',
  'decimal.scale': 'must have at most {scale} decimals, got {value}',
  'scale.invalid': 'must be an integer from 0 to {max}, got {value}',
  'option.unknown': 'must be one of {expected}, got {value}',
  'rounding.increment': 'must be a positive decimal, got {value}',
  'allocate.indivisible': 'must be a multiple of the increment {increment}, got {total}',
  'allocate.negativeWeight': 'must not be negative, got {value}',
  'allocate.noParts': 'must not be empty: there is {total} to share',
  'allocate.length': 'must have one entry for each weight, {expected}, got {length}',
  'apportion.seats': 'must be a whole number from 0 on, got {value}',
  'money.currencyMismatch': 'must be in {expected}, got {currency}',
  'money.divideByZero': 'must not be zero',
  'currency.invalid': 'must be {expected}, got {value}',
  'currency.unknown': 'must be a known currency code, got {value}',
  'rates.notPositive': 'must be a positive decimal, got {value}',
  'rates.sameCurrency': 'must differ from the currency it converts, {from}',
  'rates.duplicate': 'must not quote {from} to {to} on {on} again at another rate',
  'date.invalid': 'must be a calendar date such as 2026-03-31, got {value}',
  'date.range': 'must be a whole number of days or months that stays within 0001-01-01 and 9999-12-31, got {value}',
  'period.order': 'must end after it starts ({start}), got {end}',
  'period.outside': 'must lie in the custom periods from {start} to {end}, got {value}',
  'calendar.invalid': 'must be {expected}, got {value}',
  'prorate.noDays': 'must contain a day of the day count {dayCount}',
  'effective.overlap': 'must not overlap entry {other}: both hold on {on}',
  'tiers.notAscending': 'must be greater than {bound}, got {value}',
  'tiers.lastClosed': 'must be null in the last tier and only there, got {value}',
  'tiers.rateMissing': 'must give {expected}',
  'tiers.anchor': 'must be a positive decimal in anchored mode, got {value}',
  'tiers.notInMode': 'has no meaning in {mode} mode',
  'tiers.unbounded': 'must not be negative in the open tier, where the least total has no end, got {value}',
  'curve.notAscending': 'must not be less than {bound}, got {value}',
  'curve.tooFewPoints': 'must be at least {least} points of different x, got {count}',
  'curve.sides': 'must agree with the other points at x = {x}',
  'seed.invalid': 'must be an integer from 0 to 4294967295, got {value}',
  'json.tooDeep': 'must nest at most {max} levels deep',
  'key.invalid': 'must be a text, got {value}',
  'key.forbidden': 'must not be the key {key}',
} as const;

/** English texts of what parsing finds. */
export const coreProblems = {
  'schema.type': 'must be of type {expected}',
  'schema.option': 'must be one of {expected}',
  'schema.range': 'must be {bound}',
  'schema.length': 'must have a length {bound}',
  'schema.format': 'must have the format {format}',
  'schema.multiple': 'must be a multiple of {divisor}',
  'schema.unknownKey': 'is not a field here',
  'schema.custom': '{message}',
} as const;

/** English texts of the core's reasons. */
export const coreReasons = {
  crossedBounds: 'part {index} holds no multiple of the increment: from {min} up to {max}',
  infeasible: '{total} is {shortfall} outside what the bounds allow: from {minSum} up to {maxSum}',
  missingRate: 'no exchange rate from {from} to {to} on {on}',
  unbounded: 'every smaller value reaches the target as well',
  unreachable: 'the target can not be reached: {supremum} is the most',
} as const;

/** English texts of the core's findings. */
export const coreFindings = {
  cliff: 'the total jumps by {size} at {at}, from {below} to {above}',
  deadTier: 'the tier only continues the one before',
  duplicatePoint: 'the point repeats the one before',
  flatWithoutRate: 'the tier has a flat of {flat} and no rate, unlike others of the table',
  nonMonotone: 'turns against its direction at {from}, by up to {loss}',
  regressive: 'the rate falls from {previous} to {rate}',
  unreachablePoint: 'no x has the y of this point, {y} at {x}',
} as const;

/** English texts of the core's explanations. The value of a step is shown behind its text. */
export const coreExplanations = {
  input: '{path}',
  definition: '{path}',
  policy: '{policy}',
  'tiers.marginal': 'each slice of {x} at the rate of its own tier',
  'tiers.whole': 'all of {x} at the rate of the tier that it lies in',
  'tiers.anchored': '{x}: all above the anchor {anchor} at the rate of the tier reached, each slice below at its own',
  'tiers.interpolated': '{x}: the amount of each tier in proportion to the way through it',
  'tiers.slice': '{units} in tier {number}, from {from} to {to}',
  'tiers.units': '{units} × {rate}',
  'tiers.progress': '{units} of {width} × {amount}',
  'tiers.rate': 'rate of tier {number}, {path}',
  'tiers.noRate': 'tier {number} has no rate, {path}',
  'tiers.flat': 'flat of tier {number}, {path}',
  'tiers.amount': 'amount of tier {number}, {path}',
  'tiers.mirrored': '{x} is negative: the opposite of its mirror image',
  'tiers.size': 'without the sign',
  'curve.at': 'at the point x = {x}',
  'curve.between': 'on the line from ({x1}, {y1}) to ({x2}, {y2}), at x = {x}',
  'curve.clamp': '{x} lies beyond the points: the last y counts',
  'curve.linear': '{x} lies beyond the points: the last line goes on',
  'curve.none': '{x} lies beyond the points: there is no value',
  'curve.point': 'y of point {number}, {path}',
} as const;
