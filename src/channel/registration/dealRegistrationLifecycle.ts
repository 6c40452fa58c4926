import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';
import type { LifecycleDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';

/** The states of a registration. */
export type RegistrationState =
  'draft' | 'submitted' | 'returned' | 'approved' | 'extended' | 'expired' | 'rejected' | 'withdrawn' | 'won' | 'lost';

/**
 * The life of a registration as data: submitted, approved, perhaps extended, and won, lost or expired; or returned for more,
 * rejected, withdrawn. A new registration of the deal may be filed by anyone after it expired.
 *
 * @example
 * import { dealRegistrationLifecycle } from 'salesmodel/channel';
 *
 * dealRegistrationLifecycle.states.filter(({ kind }) => kind === 'open').map(({ id }) => id);
 * // => ['draft', 'submitted', 'returned', 'approved', 'extended']
 */
export const dealRegistrationLifecycle: LifecycleDefinition<RegistrationState> = /* @__PURE__ */ defineLifecycle({
  id: 'deal-registration',
  version: 1,
  initial: ['draft'],
  states: [
    { id: 'draft', kind: 'open', order: 1 },
    { id: 'submitted', kind: 'open', order: 2 },
    { id: 'returned', kind: 'open', order: 3 },
    { id: 'approved', kind: 'open', order: 4 },
    { id: 'extended', kind: 'open', order: 5 },
    { id: 'won', kind: 'success' },
    { id: 'lost', kind: 'failure' },
    { id: 'rejected', kind: 'failure' },
    { id: 'expired', kind: 'ended' },
    { id: 'withdrawn', kind: 'ended' },
  ],
  transitions: [
    { id: 'submit', from: ['draft', 'returned'], to: 'submitted' },
    { id: 'return', from: 'submitted', to: 'returned', reason: 'required' },
    { id: 'reject', from: 'submitted', to: 'rejected', reason: 'required' },
    { id: 'approve', from: 'submitted', to: 'approved' },
    { id: 'extend', from: ['approved', 'extended'], to: 'extended' },
    { id: 'expire', from: ['approved', 'extended'], to: 'expired' },
    { id: 'win', from: ['approved', 'extended'], to: 'won' },
    { id: 'lose', from: ['approved', 'extended'], to: 'lost', reason: 'optional' },
    { id: 'withdraw', from: ['submitted', 'approved', 'extended'], to: 'withdrawn' },
  ],
});
