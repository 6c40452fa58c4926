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
  noRow: 'no row applies',
} as const;

/** English texts of the rules mechanism's findings. */
export const rulesFindings = {
  deadRow: 'the row can never decide',
  gap: 'no row covers {example}',
  overlap: 'rows {rows} both cover {example}',
} as const;
