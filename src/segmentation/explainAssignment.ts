import { explainConstant, type Explanation, explainInput, explainStep } from '../core/explanation.js';
import type { SegmentAssignment } from './schema/assignment.js';

/**
 * Returns why a customer has their segment: the rule that decided, the inputs, and the bounds around them.
 *
 * @param assignment of any scheme
 * @example
 * import { renderExplanation } from 'salesmodel/core';
 * import { explainAssignment, gradeProspect } from 'salesmodel/segmentation';
 *
 * const grade = gradeProspect({ customer: 'c1', selection: 'soon', expectedClose: '2026-05-01' }, { asOf: '2026-03-31' });
 * renderExplanation(explainAssignment(grade), 'en').split('\n').slice(0, 3);
 * // => [ 'prospect grade of c1 on 2026-03-31 is A, by withinA = A', '  selection = soon', '  installedBase' ]
 */
export function explainAssignment(assignment: SegmentAssignment): Explanation {
  const { customer, scheme, segment, rule, inputs, thresholds, missing, asOf, policyVersion } = assignment;
  const facts = Object.entries(inputs).map(([input, value]) =>
    explainInput(['inputs', input], value, 'segment.input', { input }),
  );
  const bounds = thresholds.map(({ input, op, value }, at) =>
    explainConstant(['thresholds', at], typeof value === 'string' ? value : value.join(', '), `segment.bound.${op}`, {
      input,
    }),
  );
  const open = missing.map((input) => explainInput(['inputs', input], null, 'segment.missing', { input }));
  const code = segment === null ? 'segment.open' : 'segment.found';
  return explainStep(code, { customer, scheme, segment, rule, asOf, policyVersion }, segment, [
    ...facts,
    ...bounds,
    ...open,
  ]);
}
