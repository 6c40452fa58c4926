import type { Scorecard } from '../../mechanisms/scoring/scorecard/scorecard.js';

/**
 * Scorecards by code, ready to be used or to be copied and changed.
 *
 * - `competitor`: a company's product, price and marketing, equal in weight, each from 0 to 100
 *
 * @example
 * import { presets } from 'salesmodel/kpi';
 *
 * presets.competitor.items.map(({ id }) => id); // => ['product', 'price', 'marketing']
 */
export const presets: { readonly competitor: Scorecard } = {
  competitor: {
    id: 'competitor',
    items: ['product', 'price', 'marketing'].map((id) => ({
      id,
      metric: id,
      weight: '1',
      normaliser: { kind: 'direct' },
    })),
  },
};
