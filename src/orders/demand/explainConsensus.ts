import { type Explanation, explainInput, explainPolicy, explainStep } from '../../core/explanation.js';
import { toDecimal, toText } from '../../core/decimal.js';
import type { DemandPlan } from '../schema/demandPlan.js';
import { consensusDemand, type ConsensusOptions } from './consensusDemand.js';

/**
 * Returns how the quantity of a demand plan came about: the sources that count with their weights, the rule, and every cut;
 * the value of the root is the quantity. Without a quantity there is no explanation: `null`.
 *
 * @param plan as for `consensusDemand`
 * @param options as for `consensusDemand`
 * @throws SalesModelError those of `consensusDemand`
 * @example
 * import { explainConsensus, type DemandPlan } from 'salesmodel/orders';
 *
 * const plan: DemandPlan = {
 *   partner: 'North', sku: 'cola', period: '2026-03', version: 1, status: 'draft',
 *   sources: [{ kind: 'trend', quantity: '1010', weight: '1' }, { kind: 'competitor', weight: '1' }],
 * };
 * const root = explainConsensus(plan, { casePack: 12 });
 * root && [root.code, root.params['cut'], root.value, root.from[0]?.value]; // => [ 'demand.cut', 'casePack', '1008', '1010' ]
 */
export function explainConsensus(plan: DemandPlan, options: ConsensusOptions = {}): Explanation | null {
  const result = consensusDemand(plan, options);
  if (!result.ok) return null;
  const sources = plan.sources.flatMap(({ kind, quantity, weight }, index) =>
    quantity === undefined
      ? []
      : [
          explainStep('demand.source', { kind }, toText(toDecimal(quantity)), [
            explainInput(['plan', 'sources', index, 'quantity'], quantity),
            explainInput(['plan', 'sources', index, 'weight'], weight),
          ]),
        ],
  );
  const consensus = explainStep('demand.consensus', { absent: result.absent }, result.consensus.value, [
    ...sources,
    explainPolicy('rule', options.rule ?? 'weighted'),
  ]);
  return result.cuts.reduce(
    (from, { code, to }) => explainStep('demand.cut', { cut: code }, to.value, [from, policyOf(code, options)]),
    consensus,
  );
}

function policyOf(code: string, { casePack = '1', cash = '0', rule = 'weighted' }: ConsensusOptions): Explanation {
  if (code === 'cash') return explainInput(['options', 'cash'], toText(toDecimal(cash)));
  return code === 'casePack' ? explainPolicy('casePack', toText(toDecimal(casePack))) : explainPolicy('rule', rule);
}
