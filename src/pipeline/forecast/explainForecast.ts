import { toText } from '../../core/decimal.js';
import { type Explanation, explainInput, explainStep, explainSum } from '../../core/explanation.js';
import type { ForecastOptions } from './forecastOptions.js';
import { type ForecastDeal, forecastRows } from './forecastRows.js';
import type { CountedCategory } from './rollUpForecast.js';

/**
 * Returns which deals made a figure of a forecast: the weighted sum, what is expected to be closed, or a category alone.
 * The values of the deals add up to the figure; with `round: 'total'` to the figure before it was rounded.
 *
 * @param deals those of `rollUpForecast`
 * @param options those of `rollUpForecast`
 * @param figure default `weighted`
 * @throws SalesModelError the errors of `rollUpForecast`
 * @example
 * import { renderExplanation } from 'salesmodel/core';
 * import { explainForecast } from 'salesmodel/pipeline';
 *
 * const deal = { id: 'D2', outcome: null, category: 'commit', probability: '0.9', closeDate: '2026-05-31', amount: { amount: '500.00', currency: 'EUR' } } as const;
 * const options = { period: { kind: 'quarter', start: '2026-04-01', end: '2026-07-01' }, currency: 'EUR' } as const;
 * renderExplanation(explainForecast([deal], options), 'en').split('\n')[0]; // => 'weighted pipeline = 450'
 */
export function explainForecast(
  deals: readonly ForecastDeal[],
  options: ForecastOptions,
  figure: 'weighted' | 'expectedClosed' | CountedCategory = 'weighted',
): Explanation {
  const { rows } = forecastRows(deals, options);
  const isWeighted = figure === 'weighted' || figure === 'expectedClosed';
  const counted = rows.filter(({ category }) =>
    figure === 'weighted' ? category !== 'closed' : figure === 'expectedClosed' || category === figure,
  );
  const parts = counted.map(({ deal, index, category, amount, probability, weighted }) => {
    const path = ['deals', index] as const;
    const own = explainInput([...path, 'amount'], deal.amount?.amount ?? null);
    const value = isWeighted ? weighted : amount;
    const from = isWeighted ? [own, explainInput([...path, 'probability'], toText(probability))] : [own];
    return explainStep('pipeline.deal', { id: deal.id, category }, toText(value), from);
  });
  return explainSum(`pipeline.${figure}`, { currency: options.currency }, parts);
}
