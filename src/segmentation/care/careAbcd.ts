import type { CareCadence, CarePolicy } from '../schema/care.js';

const MEASURES = [
  'tailoredService',
  'regularContact',
  'preferentialBenefit',
  'longTermAgreement',
  'needsWatch',
  'addedValueService',
] as const;

const cadence = (action: string, every: number): CareCadence => ({ action, every, unit: 'month' });

/** Calls every 1, 2, 3 and 6 months, visits every 1, 3 and 6; key accounts have all six measures each quarter besides the care of an A. */
export const careAbcd: CarePolicy = {
  id: 'care-abcd',
  version: '1',
  cadence: {
    A: [/* @__PURE__ */ cadence('call', 1), /* @__PURE__ */ cadence('visit', 1)],
    B: [/* @__PURE__ */ cadence('call', 2), /* @__PURE__ */ cadence('visit', 3)],
    C: [/* @__PURE__ */ cadence('call', 3), /* @__PURE__ */ cadence('visit', 6)],
    D: [/* @__PURE__ */ cadence('call', 6)],
    key: /* @__PURE__ */ ['call', 'visit']
      .map((action) => cadence(action, 1))
      .concat(MEASURES.map((action) => cadence(action, 3))),
  },
};
