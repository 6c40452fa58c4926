import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Instant } from '../../core/instant.js';
import { elapsedDays } from './elapsedDays.js';
import type { LifecycleState } from './event/lifecycleState.js';

/**
 * Returns for how many days an entity has been in its present state: whole ones between dates, half even to 6 decimals
 * between instants.
 *
 * @param state state of the entity
 * @param asOf date or instant, of the kind of the state's own times and not before it was entered
 * @throws SalesModelError the errors of `elapsedDays`
 * @example
 * import { applyEvent, daysInState, defineLifecycle } from 'salesmodel/mechanisms/lifecycle';
 *
 * const loan = defineLifecycle({ id: 'loan', version: 1, initial: ['lent'], states: [{ id: 'lent', kind: 'open' }] });
 * const lent = applyEvent(loan, null, { type: 'create', entityId: 'F1', at: '2026-03-02', seq: 1 });
 * lent.ok && daysInState(lent.state, '2026-03-13'); // => '11'
 */
export function daysInState(state: LifecycleState, asOf: PlainDate | Instant): DecimalString {
  return elapsedDays(state.enteredAt, asOf);
}
