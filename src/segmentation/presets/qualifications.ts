import type { QualificationDefinition, QualificationGate } from '../schema/prospects.js';

const definition = (
  id: string,
  codes: readonly string[],
  gates?: readonly QualificationGate[],
): QualificationDefinition => ({
  id,
  version: '1',
  elements: codes.map((code) => ({ code })),
  ...(gates === undefined ? {} : { gates }),
});

/** Nobody is qualified while the one who pays is not known. */
const buyerGate: readonly QualificationGate[] = [
  { element: 'economicBuyer', when: ['no', 'unknown'], effect: { cap: '50' } },
];

export const man: QualificationDefinition = /* @__PURE__ */ definition('man', ['money', 'authority', 'need']);

export const bant: QualificationDefinition = /* @__PURE__ */ definition('bant', [
  'budget',
  'authority',
  'need',
  'timing',
]);

export const meddic: QualificationDefinition = /* @__PURE__ */ definition(
  'meddic',
  ['metrics', 'economicBuyer', 'decisionCriteria', 'decisionProcess', 'identifyPain', 'champion'],
  buyerGate,
);

export const meddpicc: QualificationDefinition = /* @__PURE__ */ definition(
  'meddpicc',
  [
    'metrics',
    'economicBuyer',
    'decisionCriteria',
    'decisionProcess',
    'paperProcess',
    'identifyPain',
    'champion',
    'competition',
  ],
  buyerGate,
);
