/** English texts of the team's error codes. `{name}` is replaced by the param of that name. */
export const teamErrors = {
  'hierarchy.overlap': '{child} has two parents of kind {kind} on {on}, see entry {other}',
  'hierarchy.cycle': '{members} report to each other in a circle of kind {kind} from {from} to {to}',
  'hierarchy.selfParent': '{child} must not be its own parent',
  'hierarchy.span': 'must be a whole number from 1, got {value}',
  'care.count': 'must be a whole number from 0, got {value}',
  'care.gap': 'must be a whole number of days from 1, got {value}',
  'care.minutes': 'must be a whole number of minutes from {min}, got {value}',
  'score.range': 'must be from 1 to 5, got {value}',
  'exam.score': 'must be from 0 to {max}, got {value}',
  'grade.unknown': 'must be one of {expected}, got {value}',
  'issue.severity': 'must be one of {expected}, got {value}',
  'meeting.day': 'must be a whole number from 1 to {max}, got {value}',
  'meeting.every': 'must be a whole number from 1, got {value}',
  'sample.count': 'must be a whole number from 0, got {value}',
  'sample.duplicateId': '{id} is there twice',
  'sample.missing': 'the method needs this of {id}',
  'sample.negativeAmount': 'the amount of {id} must not be negative, got {value}',
  'sample.probability': 'must be greater than 0 and less than 1, got {value}',
  'sample.size': 'would need more than {max}, got {value}',
  'sample.start': 'must be from 0 up to but without 1, got {value}',
} as const;

/** English texts of the findings of the team's linters. */
export const teamFindings = {
  cadenceInverted: '{grade} is seen every {targetGap} days, less often than {other}, which is seen every {otherGap}',
  cadenceOrder: 'the days between visits of {grade} must ascend, got {minGap}, {targetGap}, {maxGap}',
  cycle: '{members} report to each other in a circle of kind {kind} from {from} to {to}',
  linkGap: '{child} has no link of kind {kind} from {from} to {to}, between two links',
  linkOverlap: '{child} has two parents of kind {kind} on {on}, see entry {other}',
  orphan: '{parent} is above {child} and others from {from} to {to} without a link of kind {kind} of its own',
  selfParent: '{child} is its own parent of kind {kind}',
  severalRoots: '{roots} are at the top of the tree of kind {kind} on days from {from} to {to}',
  spanNarrow: '{id} has {reports} direct reports of kind {kind} from {from} to {to}, fewer than {bound}',
  spanWide: '{id} has {reports} direct reports of kind {kind} from {from} to {to}, more than {bound}',
  overAssigned: '{person} is assigned for {share} of the time from {from} to {to}',
} as const;

/** English texts of the reasons that the team gives. */
export const teamReasons = {
  noApprover: 'no role may approve {action}',
  selfApproval: '{person} must not approve an own request',
  noGain: 'there was nothing to gain',
  noCapacity: 'nobody has any time for it',
  noGap: 'there was no gap',
  noSample: 'nothing is drawn',
} as const;

/** English texts of the steps of explanations of the team. */
export const teamExplanations = {
  'approval.lowest': 'lowest role that may: {action}',
  'approval.role': 'whether the role {role} may',
  'approval.allows': 'rule {rule} allows it',
  'approval.refuses': 'rule {rule} does not allow it: {reasons}',
  'audit.score': 'score of the audit: {critical} critical, {major} major and {minor} minor findings',
  'supervision.flag': 'how far {person} is beyond the threshold of {group}',
  'supervision.threshold': 'threshold of {n} figures in {group}',
} as const;
