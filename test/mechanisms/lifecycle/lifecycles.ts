import { defineLifecycle } from '../../../src/mechanisms/lifecycle/index.js';

/** Generated moves only: an ordered way with criteria, two ways to end and reasons to lose. */
export const deal = defineLifecycle({
  id: 'deal',
  version: 2,
  initial: ['lead', 'offer'],
  moves: {},
  states: [
    { id: 'lead', kind: 'open', order: 1 },
    {
      id: 'offer',
      kind: 'open',
      order: 2,
      requiredFields: ['customer'],
      exitCriteria: [{ id: 'priced', rule: { field: 'amount', op: 'gt', value: '0' } }],
    },
    {
      id: 'sign',
      kind: 'open',
      order: 3,
      exitCriteria: [{ id: 'approved', rule: { field: 'approved', op: 'isTrue' } }],
    },
    { id: 'won', kind: 'success', requiredFields: ['contract'] },
    { id: 'lost', kind: 'failure' },
  ],
  reasons: [
    { id: 'price', for: ['lost'] },
    { id: 'competitor', for: ['lost'], requiredFields: ['competitor'] },
  ],
});

/** Listed transitions only: events, guards, roles, an ended state, a way back from a terminal one. */
export const claim = defineLifecycle({
  id: 'claim',
  version: 1,
  initial: ['draft'],
  states: [
    { id: 'draft', kind: 'open' },
    { id: 'review', kind: 'open' },
    { id: 'accepted', kind: 'success' },
    { id: 'refused', kind: 'failure' },
    { id: 'archived', kind: 'ended' },
  ],
  transitions: [
    { id: 'submit', on: 'submit', from: 'draft', to: 'review', requiredFields: ['amount'] },
    {
      id: 'accept-small',
      on: 'decide',
      from: 'review',
      to: 'accepted',
      guard: [{ id: 'small', rule: { field: 'amount', op: 'le', value: '100' } }],
    },
    {
      id: 'accept-large',
      on: 'decide',
      from: 'review',
      to: 'accepted',
      guard: [{ id: 'limit', rule: { field: 'amount', op: 'le', value: '1000' } }],
      roles: ['manager', 'director'],
    },
    { id: 'refuse', on: 'refuse', from: ['draft', 'review'], to: 'refused', reason: 'required' },
    { id: 'withdraw', from: '*', to: 'archived' },
    { id: 'file', from: ['accepted', 'refused'], to: 'archived' },
    { id: 'appeal', on: 'appeal', from: 'refused', to: 'review', requiredFields: ['appeal'] },
  ],
});
