/** English texts of the team's error codes. `{name}` is replaced by the param of that name. */
export const teamErrors = {
  'hierarchy.overlap': '{child} has two parents of kind {kind} on {on}, see entry {other}',
  'hierarchy.cycle': '{members} report to each other in a circle of kind {kind} from {from} to {to}',
  'hierarchy.selfParent': '{child} must not be its own parent',
} as const;
