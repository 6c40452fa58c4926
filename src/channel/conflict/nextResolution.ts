import type { PlainDate } from '../../core/date.js';
import type { Instant } from '../../core/instant.js';
import { type Escalation, escalationAt } from '../../mechanisms/lifecycle/escalation/escalationAt.js';
import type { EscalationPolicy } from '../../mechanisms/lifecycle/escalation/escalationPolicy.js';
import type { ConflictCase } from '../schema/conflict.js';
import { conflictEscalation, type ResolutionLevel } from './conflictLifecycle.js';

/**
 * Returns on which level a conflict is to be settled as of a day, since when, until when, and what comes next.
 *
 * @param conflict opening, severity and what happened
 * @param asOf of the kind of the case's own times; what happened later is not known yet
 * @param policy levels, days, starts by severity. Default: the preset `conflictEscalation`
 * @throws SalesModelError those of `escalationAt`
 * @example
 * import { nextResolution } from 'salesmodel/channel';
 *
 * const conflict = { conflict: 'south-7', openedAt: '2026-01-05', severity: 'minor', events: [] };
 * const { level, due, nextLevel } = nextResolution(conflict, '2026-01-19');
 * [level, due, nextLevel]; // => ['negotiation', '2026-02-09', 'mediation']
 */
export function nextResolution(
  { openedAt, severity, events }: ConflictCase,
  asOf: PlainDate | Instant,
  policy: EscalationPolicy<ResolutionLevel> = conflictEscalation,
): Escalation<ResolutionLevel> {
  return escalationAt(policy, { openedAt, severity, events }, asOf);
}
