const { strictEqual, throws } = require('node:assert');
const { SalesModelError, applyTiers } = require('salesmodel/core');
const { core } = require('salesmodel');

const tiers = {
  mode: 'marginal',
  tiers: [
    { upTo: '100000', rate: '0.05' },
    { upTo: '250000', rate: '0.07' },
    { upTo: null, rate: '0.09' },
  ],
};
strictEqual(applyTiers(tiers, 180000).total, '10600');
strictEqual(core.applyTiers, applyTiers);
throws(() => applyTiers({ ...tiers, tiers: [] }, 1), SalesModelError);
