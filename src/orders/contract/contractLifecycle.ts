import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';
import type { LifecycleDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';

/** The states of a contract. */
export type ContractState =
  'draft' | 'inApproval' | 'signed' | 'executing' | 'completed' | 'terminating' | 'terminated' | 'disputed';

/**
 * The life of a contract as data. Approval is complete before it is signed, its days are known before it is executed, its
 * open balance is 0 before it is completed, and whoever ends it says how: `dissolve`, `refund` or `dispute`.
 *
 * @example
 * import { contractLifecycle } from 'salesmodel/orders';
 *
 * contractLifecycle.states.map(({ id }) => id).join(' '); // => 'draft inApproval signed executing terminating disputed completed terminated'
 */
export const contractLifecycle: LifecycleDefinition<ContractState> = /* @__PURE__ */ defineLifecycle({
  id: 'contract',
  version: 1,
  initial: ['draft'],
  states: [
    { id: 'draft', kind: 'open', order: 1 },
    { id: 'inApproval', kind: 'open', order: 2 },
    { id: 'signed', kind: 'open', order: 3, requiredFields: ['signedOn'] },
    { id: 'executing', kind: 'open', order: 4, requiredFields: ['from', 'to'] },
    { id: 'terminating', kind: 'open', order: 5, requiredFields: ['terminationKind', 'terminationReason'] },
    { id: 'disputed', kind: 'open', order: 6 },
    { id: 'completed', kind: 'success', requiredFields: ['openBalance'] },
    { id: 'terminated', kind: 'ended' },
  ],
  transitions: [
    { id: 'submit', from: 'draft', to: 'inApproval' },
    { id: 'refuse', from: 'inApproval', to: 'draft', reason: 'required' },
    {
      id: 'sign',
      from: 'inApproval',
      to: 'signed',
      guard: [{ id: 'approved', rule: { field: 'approvals', op: 'eq', value: 'complete' } }],
    },
    { id: 'start', from: 'signed', to: 'executing' },
    {
      id: 'complete',
      from: 'executing',
      to: 'completed',
      guard: [{ id: 'settled', rule: { field: 'openBalance', op: 'eq', value: '0' } }],
    },
    {
      id: 'terminate',
      from: ['signed', 'executing'],
      to: 'terminating',
      guard: [{ id: 'kind', rule: { field: 'terminationKind', op: 'in', value: ['dissolve', 'refund', 'dispute'] } }],
    },
    { id: 'agree', from: 'terminating', to: 'terminated' },
    { id: 'dispute', from: 'terminating', to: 'disputed' },
    { id: 'continue', from: 'disputed', to: 'executing' },
    { id: 'settle', from: 'disputed', to: 'terminated' },
  ],
});
