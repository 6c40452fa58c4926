import type { Finding } from '../../../core/errors.js';
import { checkPolicy } from './checkPolicy.js';
import type { EscalationPolicy } from './escalationPolicy.js';

/**
 * Returns what is odd about a policy that is valid: `unreachableLevel`, a level below every start; `startAfterEnd`, a
 * severity that starts behind a level without an end, where time never leads.
 *
 * @param policy levels, clock, starts by severity
 * @throws SalesModelError `escalation.steps`, `escalation.level`, `sla.allowance`, `ids.duplicate`
 * @example
 * import { lintEscalation } from 'salesmodel/mechanisms/lifecycle';
 *
 * lintEscalation({
 *   steps: [{ level: 'talks', within: 14 }, { level: 'mediation', within: 30 }, { level: 'arbitration', within: null }],
 *   clock: { unit: 'day' },
 *   startBySeverity: { major: 'mediation', critical: 'arbitration' },
 * }); // => [{ code: 'unreachableLevel', severity: 'warning', path: ['policy', 'steps', 0], params: { level: 'talks' } }]
 */
export function lintEscalation(policy: EscalationPolicy): readonly Finding[] {
  checkPolicy(policy);
  const { steps, startBySeverity } = policy;
  const starts = Object.entries(startBySeverity ?? {}).map(([severity, level]) => ({
    severity,
    level,
    at: steps.findIndex((step) => step.level === level),
  }));
  const lowest = starts.length === 0 ? 0 : Math.min(...starts.map(({ at }) => at));
  const end = steps.findIndex(({ within }) => within === null);
  return [
    ...steps.slice(0, lowest).map(({ level }, at): Finding => {
      return { code: 'unreachableLevel', severity: 'warning', path: ['policy', 'steps', at], params: { level } };
    }),
    ...starts
      .filter(({ at }) => at > end)
      .map(({ severity, level }): Finding => {
        const path = ['policy', 'startBySeverity', severity];
        return {
          code: 'startAfterEnd',
          severity: 'warning',
          path,
          params: { severity, level, end: steps[end]!.level },
        };
      }),
  ];
}
