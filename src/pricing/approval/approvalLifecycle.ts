import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';
import type { LifecycleDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';

/** The states of an approval. */
export type ApprovalState = 'draft' | 'submitted' | 'approved' | 'rejected' | 'expired' | 'withdrawn';
/** What moves an approval on. */
export type ApprovalMove = 'submit' | 'approve' | 'reject' | 'withdraw' | 'expire' | 'revise';

/**
 * The way of a quote through approval, for the functions of `salesmodel/mechanisms/lifecycle`: drafted, submitted, then
 * approved, rejected with a reason, withdrawn or expired; what was rejected or has expired may be revised.
 */
export const approvalLifecycle: LifecycleDefinition<ApprovalState, ApprovalMove> = /* @__PURE__ */ defineLifecycle({
  id: 'quote-approval',
  version: 1,
  initial: ['draft'],
  states: [
    { id: 'draft', kind: 'open', order: 1 },
    { id: 'submitted', kind: 'open', order: 2 },
    { id: 'approved', kind: 'success' },
    { id: 'rejected', kind: 'failure' },
    { id: 'expired', kind: 'ended' },
    { id: 'withdrawn', kind: 'ended' },
  ],
  transitions: [
    { id: 'submit', on: 'submit', from: 'draft', to: 'submitted' },
    { id: 'approve', on: 'approve', from: 'submitted', to: 'approved' },
    { id: 'reject', on: 'reject', from: 'submitted', to: 'rejected', reason: 'required' },
    { id: 'withdraw', on: 'withdraw', from: ['draft', 'submitted', 'approved'], to: 'withdrawn' },
    { id: 'expire', on: 'expire', from: ['submitted', 'approved'], to: 'expired' },
    { id: 'revise', on: 'revise', from: ['rejected', 'expired'], to: 'draft' },
  ],
  reasons: [
    { id: 'price', for: ['rejected'] },
    { id: 'margin', for: ['rejected'] },
    { id: 'terms', for: ['rejected'] },
    { id: 'other', for: ['rejected'] },
  ],
});
