import { dayNumber } from '../../core/date.js';
import { parseInstant, type Instant } from '../../core/instant.js';
import type { LifecycleVisit } from '../../mechanisms/lifecycle/event/lifecycleState.js';
import { slaStatus, type SlaStatus } from '../../mechanisms/lifecycle/sla/slaStatus.js';
import { fail } from '../fail.js';
import type { Issue, SlaPolicy } from '../schema/issue.js';
import type { IssueState } from './issueLifecycle.js';

/** What is known of an issue: when it was raised, how severe it is, its stays in states. */
export interface IssueFacts extends Pick<Issue, 'severity' | 'at'> {
  readonly visits?: readonly LifecycleVisit<IssueState>[];
}

/** How an issue stands against its service levels. */
export interface IssueSla {
  /** Until it leaves `new`. */
  readonly respond: SlaStatus;
  /** Until it is solved for the last time; time in the pause states of the clock does not count. */
  readonly solve: SlaStatus;
  /** How often it went back from `solved` to work. */
  readonly reopened: number;
}

/**
 * Returns how much of the time to respond and to solve an issue is used as of a time. Changes of its state after that time
 * are not known.
 *
 * @param issue severity, when it was raised, stays in states
 * @param policy times by severity, clock with its pause states
 * @param asOf instant
 * @throws SalesModelError `issue.severity`, and those of `slaStatus`
 * @example
 * import { issueSla } from 'salesmodel/team';
 *
 * const policy = {
 *   bySeverity: { major: { respond: 60, solve: 480 } },
 *   clock: { unit: 'minute', calendar: {}, hours: [{ start: '09:00', end: '18:00' }], offset: '+08:00', pauseStates: ['waitingOnCustomer'] },
 * } as const;
 * const issue = {
 *   severity: 'major', at: '2026-03-06T16:30:00+08:00',
 *   visits: [
 *     { state: 'new', enteredAt: '2026-03-06T16:30:00+08:00', leftAt: '2026-03-06T17:00:00+08:00' },
 *     { state: 'working', enteredAt: '2026-03-06T17:00:00+08:00', leftAt: null },
 *   ],
 * } as const;
 * const { respond, solve } = issueSla(issue, policy, '2026-03-09T12:00:00+08:00');
 * [respond.status, solve.status, solve.due, solve.left]; // => [ 'met', 'within', '2026-03-09T15:30:00+08:00', '210' ]
 */
export function issueSla({ severity, at, visits = [] }: IssueFacts, policy: SlaPolicy, asOf: Instant): IssueSla {
  const levels = Object.hasOwn(policy.bySeverity, severity) ? policy.bySeverity[severity] : undefined;
  if (levels === undefined) {
    fail('issue.severity', ['issue', 'severity'], {
      expected: Object.keys(policy.bySeverity).join(' | '),
      value: severity,
    });
  }
  const known = visits.filter(({ enteredAt }) => timeOf(enteredAt) <= timeOf(asOf));
  const answered = known.find(({ state }) => state !== 'new')?.enteredAt ?? null;
  const last = known.at(-1);
  const isSolved = last?.state === 'solved' || last?.state === 'closed';
  const solved = isSolved ? (known.findLast(({ state }) => state === 'solved')?.enteredAt ?? last.enteredAt) : null;
  const { clock } = policy;
  return {
    respond: slaStatus(at, asOf, { allowance: levels.respond, clock, doneAt: answered }),
    solve: slaStatus(at, asOf, { allowance: levels.solve, clock, visits: known, doneAt: solved }),
    reopened: known.filter(({ state }, index) => state === 'working' && known[index - 1]?.state === 'solved').length,
  };
}

/** Milliseconds, or those of the day's beginning. */
function timeOf(time: string): number {
  const instant = parseInstant(time);
  return Number.isNaN(instant) ? dayNumber(time) * 86_400_000 : instant;
}
