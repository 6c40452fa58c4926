/** English texts of the scoring mechanism's error codes. `{name}` is replaced by the param of that name. */
export const scoringErrors = {
  'quantile.probability': 'must be from 0 to 1, got {value}',
  'concentration.negative': 'must not be negative, got {value}',
  'pair.duplicate': 'must stand once on each side, got {id} again',
  'outliers.k': 'must not be negative, got {value}',
  'outliers.minGroup': 'must be a whole number from 1 on, got {value}',
  'distribution.shares': 'must be shares that add up to 1, none negative, got {value}',
  'distribution.tieBreakers': 'must be given with ties "tieBreaker" and only there, got ties "{ties}"',
  'rating.range': 'must be from {min} to {max}, got {value}',
  'rating.duplicate': 'must rate {dimension} once, got {rater} again',
  'rating.unknownDimension': 'must be a dimension of the rubric, got {dimension}',
  'rating.unknownRole': 'must be a role of the rubric, got {role}',
  'rubric.scale': 'must be greater than the least rating {min}, got {value}',
  'rubric.weight': 'must not be negative, got {value}',
  'rubric.trim': 'must be given with trimmedMean and only there, from 0 on and below 0.5, got {value}',
  'rubric.minRaters': 'must be a whole number from 1 on, got {value}',
  'ladder.empty': 'must have a grade',
  'ladder.lowest': 'must be absent: the lowest grade has no thresholds',
  'ladder.enterMissing': 'must have a threshold: only the lowest grade has none',
  'ladder.stayAboveEnter': 'must not ask for more {metric} than it takes to enter, {enter}, got {stay}',
  'ladder.count': 'must be a whole number from {least} on, got {value}',
  'ladder.unknownGrade': 'must be one of {expected}, got {grade}',
} as const;

/** English texts of the scoring mechanism's reasons. */
export const scoringReasons = {
  belowMinimum: '{value} does not reach the minimum {minimum}',
  eligibilityUnknown: 'whether it is eligible depends on {fields}, not known',
  noValue: 'there is no value',
  notEligible: 'it is not eligible',
  belowStay: '{grade} is not kept, {streak} of {needed} times in a row',
  enterReached: '{grade} is reached, {streak} of {needed} times in a row',
  gradeKept: '{grade} is kept',
  metricMissing: '{metric} is missing',
  stayMissed: '{metric} must be at least {min} to stay, got {actual}',
  stepLimited: '{grade} is more than {max} grades away',
} as const;

/** English texts of the scoring mechanism's findings. */
export const scoringFindings = {
  neverFallenTo: 'no fall ends at {grade}: whoever keeps it keeps a higher grade as well',
  noHysteresis: '{grade} is lost right below where it is reached',
  shadowedGrade: 'nobody enters {grade}: {higher} asks for nothing more',
} as const;
