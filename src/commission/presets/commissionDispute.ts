import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';

/** The way of a dispute: somebody looks into it, decides, and what is accepted is adjusted. Two weeks is long for each. */
export const commissionDispute = /* @__PURE__ */ defineLifecycle({
  id: 'commission-dispute',
  version: 1,
  initial: ['open'],
  states: [
    { id: 'open', kind: 'open', order: 1, requiredFields: ['payeeId', 'claimed'], maxDays: 14 },
    { id: 'review', kind: 'open', order: 2, requiredFields: ['reviewer'], maxDays: 14 },
    { id: 'accepted', kind: 'open', order: 3, requiredFields: ['amount'], maxDays: 14 },
    { id: 'adjusted', kind: 'success', requiredFields: ['adjustmentId'] },
    { id: 'rejected', kind: 'failure' },
    { id: 'withdrawn', kind: 'ended' },
  ],
  transitions: [
    { id: 'review', on: 'review', from: 'open', to: 'review' },
    { id: 'accept', on: 'accept', from: 'review', to: 'accepted' },
    { id: 'reject', on: 'reject', from: 'review', to: 'rejected', reason: 'required' },
    { id: 'withdraw', on: 'withdraw', from: ['open', 'review'], to: 'withdrawn' },
    { id: 'adjust', on: 'adjust', from: 'accepted', to: 'adjusted' },
  ],
  reasons: [
    { id: 'asPlanned', for: ['rejected'] },
    { id: 'notProven', for: ['rejected'] },
    { id: 'tooLate', for: ['rejected'] },
  ],
});
