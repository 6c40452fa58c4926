/** English texts of the team's error codes. `{name}` is replaced by the param of that name. */
export const teamErrors = {
  'hierarchy.overlap': '{child} has two parents of kind {kind} on {on}, see entry {other}',
  'hierarchy.cycle': '{members} report to each other in a circle of kind {kind} from {from} to {to}',
  'hierarchy.selfParent': '{child} must not be its own parent',
  'hierarchy.span': 'must be a whole number from 1, got {value}',
} as const;

/** English texts of the findings of the team's linters. */
export const teamFindings = {
  cycle: '{members} report to each other in a circle of kind {kind} from {from} to {to}',
  linkGap: '{child} has no link of kind {kind} from {from} to {to}, between two links',
  linkOverlap: '{child} has two parents of kind {kind} on {on}, see entry {other}',
  orphan: '{parent} is above {child} and others from {from} to {to} without a link of kind {kind} of its own',
  selfParent: '{child} is its own parent of kind {kind}',
  severalRoots: '{roots} are at the top of the tree of kind {kind} on days from {from} to {to}',
  spanNarrow: '{id} has {reports} direct reports of kind {kind} from {from} to {to}, fewer than {bound}',
  spanWide: '{id} has {reports} direct reports of kind {kind} from {from} to {to}, more than {bound}',
} as const;
