import type { PlainDate } from '../../../core/date.js';
import type { DecimalLike } from '../../../core/decimal.js';
import type { Instant } from '../../../core/instant.js';
import type { WorkCalendar } from '../../../core/workCalendar.js';
import type { LifecycleState } from '../event/lifecycleState.js';
import { slaStatus, type SlaStatus } from './slaStatus.js';

/** How long an entity may stay in a state. */
export interface StateSlaOptions {
  /** Whole number of days from 0 on. */
  readonly maxDays: number;
  /** Share of them from which on it is a warning, 0 to 1. Default `0.8`. */
  readonly warnAt?: DecimalLike;
  /** Counts working days instead of days. */
  readonly calendar?: WorkCalendar;
  /** Where days begin and end when working days of instants are counted. */
  readonly offset?: string;
}

/**
 * Returns how much of the days that an entity may stay in its present state is used.
 *
 * @param state state of the entity
 * @param asOf date or instant up to which facts are known, of the kind of the state's own times
 * @param options days allowed, share for a warning, work calendar
 * @throws SalesModelError the errors of `slaStatus`
 * @example
 * import { applyEvent, defineLifecycle, stateSla } from 'salesmodel/mechanisms/lifecycle';
 *
 * const loan = defineLifecycle({ id: 'loan', version: 1, initial: ['lent'], states: [{ id: 'lent', kind: 'open' }] });
 * const lent = applyEvent(loan, null, { type: 'create', entityId: 'F1', at: '2026-03-02', seq: 1 });
 * lent.ok && stateSla(lent.state, '2026-03-13', { maxDays: 10 }).status; // => 'breached'
 * lent.ok && stateSla(lent.state, '2026-03-13', { maxDays: 10, calendar: {} }).used; // => '9'
 */
export function stateSla(
  state: LifecycleState,
  asOf: PlainDate | Instant,
  { maxDays, warnAt = '0.8', calendar, offset }: StateSlaOptions,
): SlaStatus {
  const zone = offset === undefined ? {} : { offset };
  const clock =
    calendar === undefined ? { unit: 'day' as const, ...zone } : { unit: 'workingDay' as const, calendar, ...zone };
  return slaStatus(state.enteredAt, asOf, { allowance: maxDays, clock, warnAt });
}
