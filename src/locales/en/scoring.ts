/** English texts of the scoring mechanism's error codes. `{name}` is replaced by the param of that name. */
export const scoringErrors = {
  'quantile.probability': 'must be from 0 to 1, got {value}',
  'concentration.negative': 'must not be negative, got {value}',
  'pair.duplicate': 'must stand once on each side, got {id} again',
  'outliers.k': 'must not be negative, got {value}',
  'outliers.minGroup': 'must be a whole number from 1 on, got {value}',
  'distribution.shares': 'must be shares that add up to 1, none negative, got {value}',
  'distribution.tieBreakers': 'must be given with ties "tieBreaker" and only there, got ties "{ties}"',
} as const;

/** English texts of the scoring mechanism's reasons. */
export const scoringReasons = {
  belowMinimum: '{value} does not reach the minimum {minimum}',
  eligibilityUnknown: 'whether it is eligible depends on {fields}, not known',
  noValue: 'there is no value',
  notEligible: 'it is not eligible',
} as const;
