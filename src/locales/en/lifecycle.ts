/** English texts of the lifecycle mechanism's error codes. `{name}` is replaced by the param of that name. */
export const lifecycleErrors = {
  'lifecycle.badVersion': 'must be a whole number from 1 on, got {value}',
  'lifecycle.stateId': 'must be a text other than "" and "*", got {value}',
  'lifecycle.duplicateState': 'must be distinct, got state {id} again',
  'lifecycle.unknownState': 'must be a state of the definition ({expected}), got {state}',
  'lifecycle.noInitial': 'must name a state in which entities are created',
  'lifecycle.order': 'must be a finite number, got {value}',
  'lifecycle.duplicateOrder': 'must differ among open states, got {order} again',
  'lifecycle.duplicateTransition': 'must be distinct, got transition {id} again',
  'lifecycle.days': 'must be a whole number of days from 0 on, got {value}',
  'lifecycle.definition': 'must be a state of lifecycle {expected}, got one of {value}',
  'lifecycle.entity': 'must be an event of entity {expected}, got one of {value}',
  'lifecycle.time': 'must be a date or an instant with its offset, got {value}',
  'lifecycle.mixedTime': 'must be a date among dates or an instant among instants such as {other}, got {value}',
  'lifecycle.offset': 'must be an offset from UTC such as +08:00 or Z, got {value}',
  'sla.allowance': 'must be a whole number from 0 to {max}, got {value}',
  'sla.hours': 'must be {expected}',
  'sla.instant': 'must be an instant, because minutes are counted, got {value}',
  'sla.order': 'must not be earlier than {start}, got {value}',
  'sla.warnAt': 'must be from 0 to 1, got {value}',
  'escalation.beforeOpen': 'must not be earlier than the opening of the case, {openedAt}, got {value}',
  'escalation.level': 'must be a level of the policy ({expected}), got {value}',
  'escalation.severity': 'must be a severity of the policy ({expected}), got {value}',
  'escalation.steps': 'must end with a level without an end',
} as const;

/** English texts of the findings about lifecycles and escalations. */
export const lifecycleFindings = {
  startAfterEnd: 'severity {severity} starts at {level}, behind {end}, which has no end',
  unreachableLevel: 'no case is ever at level {level}',
} as const;

/** English texts of the reasons for which events are refused. */
export const lifecycleReasons = {
  alreadyCreated: 'it exists already',
  badEvent: '{field} must be {expected}, got {value}',
  badInitialState: 'nothing is created in {state}, only in {expected}',
  closed: '{state} is over, and nothing leads out of it that way',
  conflictingEvent: 'another event with other content has the same time and number',
  exitCriterionFailed: 'the criterion {id} does not hold; it asks about {fields}',
  exitCriterionUnknown: 'whether the criterion {id} holds depends on {fields}, not known',
  guardFailed: 'the condition {id} does not hold; it asks about {fields}',
  guardUnknown: 'whether the condition {id} holds depends on {fields}, not known',
  missingField: '{field} has to be filled in',
  noTransition: 'no transition leads there from {state}',
  notClosed: '{state} is not over, so there is nothing to reopen',
  notCreated: 'it does not exist yet',
  outOfOrder: 'it is earlier than what happened at {lastAt}',
  reasonRequired: 'a reason has to be given',
  reasonUnknown: '{reason} is no reason for it; there are {expected}',
  roleNotAllowed: 'one of the roles {expected} is needed',
  unknownState: 'there is no state {state}',
} as const;
