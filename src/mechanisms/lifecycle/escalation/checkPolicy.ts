import { fail as failCore } from '../../../core/fail.js';
import { fail } from '../fail.js';
import { checkAllowance } from '../sla/slaDue.js';
import type { EscalationPolicy } from './escalationPolicy.js';

/** Refuses a policy without an end, with a level twice, or with a start at no level. */
export function checkPolicy({ steps, startBySeverity = {} }: EscalationPolicy): void {
  const levels = new Set<string>();
  for (const [at, { level, within }] of steps.entries()) {
    const path = ['policy', 'steps', at];
    if (levels.has(level)) failCore('ids.duplicate', [...path, 'level'], { id: level });
    levels.add(level);
    if (within !== null) checkAllowance(within, [...path, 'within']);
  }
  if (steps.at(-1)?.within !== null) fail('escalation.steps', ['policy', 'steps']);
  for (const [severity, level] of Object.entries(startBySeverity)) {
    if (!levels.has(level)) {
      fail('escalation.level', ['policy', 'startBySeverity', severity], {
        expected: [...levels].join(' | '),
        value: level,
      });
    }
  }
}
