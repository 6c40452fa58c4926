import { toText } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { type Explanation, explainInput, explainPolicy, explainStep } from '../../core/explanation.js';
import { oneOf } from '../../core/oneOf.js';
import type { Ratio } from '../../core/ratio.js';
import { channelEconomics, type ModeEconomics } from './channelEconomics.js';
import type { ChannelMode, EconomicsInput } from './economicsInput.js';
import { readEconomics } from './readEconomics.js';

/**
 * Returns how the total profit of a way to sell comes about: the profits of both sides, the price that is best for whoever
 * sets it, by the condition that it meets, and the costs and the demand behind them; the value of the root is the total.
 *
 * @param input demand, costs, fee and levels, as for `channelEconomics`
 * @param mode which way to sell
 * @throws SalesModelError those of `channelEconomics`
 * @example
 * import { explainEconomics } from 'salesmodel/channel';
 * import { renderExplanation } from 'salesmodel/core';
 *
 * const why = explainEconomics({ demand: { kind: 'linear', a: 100, b: 1 }, makerCost: 20 }, 'wholesale');
 * renderExplanation(why, 'en', { depth: 2 }).split('\n');
 * // => [
 * //   'total profit of wholesale = 1200',
 * //   '  profit of the maker: what is left of a piece, times the pieces, less what the way costs = 800',
 * //   '    best wholesale price: half of the highest price and of all costs of a piece, less what selling it costs = 60',
 * //   '    pieces bought at this price = 20',
 * //   '    makerCost = 20',
 * //   '    fixed.wholesale = 0',
 * //   '  profit of the intermediary: what is left of a piece, times the pieces = 400',
 * //   '    price after 1 resellers, each adding half of the margin before = 80',
 * //   '    best wholesale price: half of the highest price and of all costs of a piece, less what selling it costs = 60',
 * //   '    pieces bought at this price = 20',
 * //   '    retailCost = 0'
 * // ]
 */
export function explainEconomics(input: EconomicsInput, mode: ChannelMode): Explanation {
  oneOf(mode, ['integrated', 'wholesale', 'agency'], ['mode']);
  const { demand, makerCost, retailCost, makerBears, fee, fixed, levels } = readEconomics(input);
  const found: ModeEconomics<Ratio | Estimate> = channelEconomics(input)[mode];
  const { kind } = demand;

  const inputs = {
    demand: Object.entries(demand).flatMap(([field, value]) =>
      typeof value === 'string' ? [] : [explainInput(['demand', field], toText(value))],
    ),
    makerCost: explainInput(['makerCost'], toText(makerCost)),
    retailCost: explainInput(['retailCost'], toText(retailCost)),
    fee: explainInput(['fee'], toText(fee)),
    bearer: explainPolicy('retailCostBearer', makerBears ? 'maker' : 'platform'),
    levels: explainInput(['levels'], levels),
    fixed: explainInput(['fixed', mode], toText(fixed[mode])),
  };
  const borne = mode === 'agency' && !makerBears ? [inputs.makerCost] : [inputs.makerCost, inputs.retailCost];
  const wholesalePrice = explainStep(`economics.wholesalePrice.${kind}`, {}, valueOf(found.wholesalePrice), [
    ...inputs.demand,
    inputs.makerCost,
    inputs.retailCost,
  ]);
  const price =
    mode === 'wholesale'
      ? explainStep(`economics.resalePrice.${kind}`, { levels }, valueOf(found.price), [
          wholesalePrice,
          inputs.retailCost,
          inputs.levels,
          ...inputs.demand,
        ])
      : explainStep(`economics.${mode === 'agency' ? 'agencyPrice' : 'ownPrice'}.${kind}`, {}, valueOf(found.price), [
          ...inputs.demand,
          ...borne,
          ...(mode === 'agency' ? [inputs.fee, inputs.bearer] : []),
        ]);
  const quantity = explainStep('economics.quantity', {}, valueOf(found.quantity), [price, ...inputs.demand]);
  const profit = (who: 'maker' | 'intermediary', from: readonly Explanation[]): Explanation =>
    explainStep(`economics.${who}Profit`, { mode }, valueOf(found[`${who}Profit`]), from);

  const maker = profit('maker', [
    mode === 'wholesale' ? wholesalePrice : price,
    quantity,
    ...(mode === 'wholesale' ? [inputs.makerCost] : borne),
    ...(mode === 'agency' ? [inputs.fee] : []),
    inputs.fixed,
  ]);
  if (mode === 'integrated') return explainStep('economics.total', { mode }, valueOf(found.totalProfit), [maker]);
  const intermediary = profit(
    'intermediary',
    mode === 'wholesale'
      ? [price, wholesalePrice, quantity, inputs.retailCost]
      : [price, inputs.fee, quantity, ...(makerBears ? [] : [inputs.retailCost])],
  );
  return explainStep('economics.total', { mode }, valueOf(found.totalProfit), [maker, intermediary]);
}

function valueOf(figure: Ratio | Estimate | null): string | number | null {
  return typeof figure === 'object' ? (figure?.value ?? null) : figure;
}
