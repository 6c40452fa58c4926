/** English texts of the forecast mechanism's error codes. `{name}` is replaced by the param of that name. */
export const forecastErrors = {
  'forecast.parameter': 'must be a number from 0 to 1, got {value}',
  'forecast.damping': 'must be 1 where the trend is multiplicative, got {value}',
  'forecast.period': 'must be a whole number from {least} to {most}, got {value}',
  'forecast.count': 'must be a whole number from {least} to {most}, got {value}',
  'forecast.length': 'must have {expected} values, got {length}',
  'forecast.month': 'must be a month such as 2026-03, got {value}',
  'forecast.duplicateMonth': 'must not repeat {month}, which stands in row {other}',
} as const;

/** English texts of the forecast mechanism's reasons. */
export const forecastReasons = {
  dividesByZero: '{measure} would divide by 0',
  missingMonths: 'there is no value for {months}',
  noCandidate: 'none of the {candidates} candidates applies',
  nonPositive: 'a multiplicative model needs values above 0, and number {index} is {value}',
  notFinite: 'the calculation leaves the range of numbers',
  notIntermittent: 'only {zeros} of {months} months are 0',
  noTrain: '{measure} needs the values before the forecast',
  tooShort: 'at least {need} values are needed, and there are {length}',
  trainTooShort: '{measure} needs at least {need} values before the forecast, and there are {length}',
} as const;

/** English texts of the forecast mechanism's explanations. */
export const forecastExplanations = {
  'forecast.month': '{month}, month {step} ahead by {model}',
  'forecast.level': 'level',
  'forecast.trend': 'trend over {step} months',
  'forecast.season': 'season',
  'forecast.repeated': 'the same month of the last year known',
  'forecast.rounding': 'rounding of the parts',
} as const;
