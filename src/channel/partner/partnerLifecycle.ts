import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';
import type { LifecycleDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';

export const PARTNER_STATES = [
  'prospect',
  'screening',
  'dueDiligence',
  'approved',
  'active',
  'suspended',
  'ended',
  'rejected',
] as const;

/**
 * The states of a partner.
 *
 * @useDeclaredType
 */
export type PartnerState = (typeof PARTNER_STATES)[number];

/**
 * The life of a partner as data: screened, looked into, approved, active and at times suspended, ended; or rejected. Nobody
 * is approved before licence, credit report and visit are there, or active without a signed contract.
 *
 * @example
 * import { applyEvent } from 'salesmodel/mechanisms/lifecycle';
 * import { partnerLifecycle } from 'salesmodel/channel';
 *
 * const event = { entityId: 'North', at: '2026-03-02', seq: 1 };
 * const active = applyEvent(partnerLifecycle, null, { ...event, type: 'create', state: 'active' });
 * active.ok || active.reasons.map(({ code }) => code); // => ['badInitialState', 'missingField']
 */
export const partnerLifecycle: LifecycleDefinition<PartnerState> = /* @__PURE__ */ defineLifecycle({
  id: 'partner',
  version: 1,
  initial: ['prospect'],
  states: [
    { id: 'prospect', kind: 'open', order: 1 },
    { id: 'screening', kind: 'open', order: 2 },
    { id: 'dueDiligence', kind: 'open', order: 3 },
    { id: 'approved', kind: 'open', order: 4, requiredFields: ['businessLicence', 'creditReport', 'siteVisit'] },
    { id: 'active', kind: 'open', order: 5, requiredFields: ['signedContract'] },
    { id: 'suspended', kind: 'open', order: 6 },
    { id: 'ended', kind: 'ended' },
    { id: 'rejected', kind: 'failure' },
  ],
  transitions: [
    { id: 'screen', from: 'prospect', to: 'screening' },
    { id: 'lookInto', from: 'screening', to: 'dueDiligence' },
    { id: 'reject', from: ['screening', 'dueDiligence'], to: 'rejected', reason: 'required' },
    { id: 'approve', from: 'dueDiligence', to: 'approved' },
    { id: 'activate', from: 'approved', to: 'active' },
    { id: 'suspend', from: 'active', to: 'suspended', reason: 'required' },
    { id: 'resume', from: 'suspended', to: 'active' },
    { id: 'end', from: ['active', 'suspended'], to: 'ended' },
  ],
});
