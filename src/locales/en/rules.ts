/** English texts of the rules mechanism's error codes. `{name}` is replaced by the param of that name. */
export const rulesErrors = {
  'rule.unknownField': 'must be a field of the catalogue, got {field}',
  'rule.unknownOperator': 'must be one of {expected}, got {operator}',
  'rule.type': 'must be {expected}, got {value}',
  'rule.limit': 'must have at most {max} {what}',
  'expr.divideByZero': 'must not be 0 on every fact',
  'table.conflict': 'must not repeat {other}',
  'limits.unknownRole': 'must be a role of the matrix, got {role}',
  'limits.unknownTrack': 'must be a track of both the roles and the list of tracks, got {track}',
  'limits.duplicateLevel': 'must not rank again what {other} ranks',
} as const;

/** English texts of the rules mechanism's reasons. */
export const rulesReasons = {
  conflict: 'rows {rows} apply together',
  divideByZero: 'division by zero at {path}',
  missing: '{field} is missing',
  missingFact: '{measure} of {scope} is not known',
  noRow: 'no row applies',
  overMax: '{measure} of {scope} is {actual}, {excess} above {allowed}',
  underMin: '{measure} of {scope} is {actual}, {excess} below {allowed}',
} as const;

/** English texts of the rules mechanism's findings. */
export const rulesFindings = {
  dateGap: 'no such row holds from {from} up to {to}',
  deadRole: 'nothing needs the role {role}',
  deadRow: 'the row can never decide',
  gap: 'no row covers {example}',
  limitInversion: '{measure}: of the roles {roles} the higher has the tighter bound ({allowed})',
  overlap: 'rows {rows} both cover {example}',
  rowOverlap: 'rows {rows} hold on the same days',
  unapprovable: 'nobody on track {track} may sign a {measure} beyond {beyond}',
  uncoveredKey: 'no row covers {keys}',
} as const;
