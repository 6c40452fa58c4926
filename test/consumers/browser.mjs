import { applyTiers } from 'salesmodel/core';

const tiers = {
  mode: 'marginal',
  tiers: [
    { upTo: '100000', rate: '0.05' },
    { upTo: null, rate: '0.07' },
  ],
};
globalThis.result = applyTiers(tiers, '180000').total;
