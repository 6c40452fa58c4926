/** English texts of the commission's error codes. `{name}` is replaced by the param of that name. */
export const commissionErrors = {
  'plan.unknownField': 'is not a field of a plan',
  'plan.overlap': 'must not overlap version {other} of plan {planId}: both hold on {on}',
  'plan.componentId': 'must name exactly one component, got {id}',
  'plan.quotaMissing': 'must name a quota of the plan, because {user} needs one',
  'plan.basisMissing': 'must not be a part of the {basis}: there is none here',
  'plan.axisMode': 'must be {expected}, got {value}',
  'plan.baseMode': 'must be marginal or whole without flats where the rate multiplies another quantity than its axis',
  'plan.cells': 'must have {expected} cells, one for each combination of the dimensions, got {value}',
  'plan.dimension': 'must be {expected}, got {value}',
  'plan.hurdleOrder': 'must be the first modifier of a component, because another rate replaces what was earned',
  'plan.span': 'must not be shorter than {period}, the period of the plan, got {value}',
} as const;
