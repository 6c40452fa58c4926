import type { Finding } from '../../core/errors.js';
import { lintTiers } from '../../core/lintTiers.js';
import { compileTiers } from '../../core/tierPieces.js';
import { compileRebate } from '../rebate/compileRebate.js';
import type { RebateAgreement } from '../rebate/rebateAgreement.js';
import { sortedFindings } from './findings.js';

/**
 * Returns what is odd about a rebate, by code and place: the findings of core's `lintTiers` on its tiers (`cliff`,
 * `regressive`, `deadTier` and others), and `negativeRate` for a tier that takes in the place of giving.
 *
 * @param agreement tiers and what they are on
 * @throws SalesModelError the errors of `rebateDue`
 * @example
 * import { lintRebate } from 'salesmodel/pricing';
 *
 * lintRebate({
 *   code: 'bonus', party: 'dealer', currency: 'EUR', negative: 'carry', tierOn: 'amount', payOn: 'amount',
 *   period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
 *   tiers: { mode: 'marginal', tiers: [{ upTo: '1000', rate: '0.02' }, { upTo: null, rate: '0.01' }] },
 * }).map(({ code, path }) => [code, path.join('.')]); // => [['regressive', 'tiers.tiers.1']]
 */
export function lintRebate(agreement: RebateAgreement): readonly Finding[] {
  compileRebate(agreement, ['agreement']);
  const negative = compileTiers(agreement.tiers).pieces.flatMap(({ slope, tier }): Finding[] =>
    slope.lt(0)
      ? [
          {
            code: 'negativeRate',
            severity: 'error',
            path: ['tiers', 'tiers', tier, 'rate'],
            params: { rate: slope.toFixed() },
          },
        ]
      : [],
  );
  return sortedFindings([...lintTiers(agreement.tiers, ['tiers']), ...negative]);
}
