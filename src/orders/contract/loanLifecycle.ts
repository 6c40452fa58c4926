import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';
import type { LifecycleDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';

/** The states of a loan of a record. */
export type LoanState = 'requested' | 'approved' | 'lent' | 'returned' | 'refused' | 'lost';

/**
 * The life of a loan of a record as data: requested, approved by somebody, lent, returned; or refused, or lost.
 *
 * @example
 * import { loanLifecycle } from 'salesmodel/orders';
 *
 * loanLifecycle.states.map(({ id }) => id).join(' '); // => 'requested approved lent returned refused lost'
 */
export const loanLifecycle: LifecycleDefinition<LoanState> = /* @__PURE__ */ defineLifecycle({
  id: 'loan',
  version: 1,
  initial: ['requested'],
  states: [
    { id: 'requested', kind: 'open', order: 1 },
    { id: 'approved', kind: 'open', order: 2, requiredFields: ['approvedBy'] },
    { id: 'lent', kind: 'open', order: 3, requiredFields: ['dueOn'] },
    { id: 'returned', kind: 'success' },
    { id: 'refused', kind: 'failure' },
    { id: 'lost', kind: 'failure' },
  ],
  transitions: [
    { id: 'approve', from: 'requested', to: 'approved' },
    { id: 'refuse', from: 'requested', to: 'refused', reason: 'optional' },
    { id: 'lend', from: 'approved', to: 'lent' },
    { id: 'bringBack', from: 'lent', to: 'returned' },
    { id: 'lose', from: 'lent', to: 'lost', reason: 'optional' },
  ],
});
