import type { Scorecard } from '../../mechanisms/scoring/scorecard/scorecard.js';

/**
 * A scorecard for candidates, each rated from 0 to 100: strength, reputation, ability to sell, willingness. A reputation
 * below 40 ends it, whatever the rest, and nobody is scored of whom a rating is missing.
 *
 * @example
 * import { scoreScorecard } from 'salesmodel/mechanisms/scoring';
 * import { partnerScreeningScorecard } from 'salesmodel/channel';
 *
 * const result = scoreScorecard(partnerScreeningScorecard, { strength: 80, reputation: 39, salesAbility: 90, willingness: 60 });
 * result.status === 'scored' && [result.beforeGates, result.total]; // => ['70.80', '0.00']
 */
export const partnerScreeningScorecard: Scorecard = {
  id: 'partner-screening',
  weights: 'mustSumTo100',
  missing: 'void',
  items: [
    { id: 'strength', metric: 'strength', weight: '30', normaliser: { kind: 'direct' } },
    { id: 'reputation', metric: 'reputation', weight: '20', normaliser: { kind: 'direct' } },
    { id: 'salesAbility', metric: 'salesAbility', weight: '30', normaliser: { kind: 'direct' } },
    { id: 'willingness', metric: 'willingness', weight: '20', normaliser: { kind: 'direct' } },
  ],
  gates: [{ id: 'reputation', when: { field: 'item.reputation', op: 'lt', value: '40' }, effect: { kind: 'zero' } }],
};

/**
 * A scorecard for partners: revenue against its target, growth, collection rate, price discipline, stock reports and
 * satisfaction. Revenue counts up to 120 %; each breach of a price costs 25 points of its item.
 *
 * @example
 * import { scoreScorecard } from 'salesmodel/mechanisms/scoring';
 * import { partnerPerformanceScorecard } from 'salesmodel/channel';
 *
 * const result = scoreScorecard(partnerPerformanceScorecard, {
 *   revenue: '950000', revenueTarget: '1000000', growth: '0.1', collectionRate: '0.95',
 *   priceBreaches: 1, stockReportRate: '1', satisfaction: 85,
 * });
 * result.status === 'scored' && result.total; // => '88.25'
 */
export const partnerPerformanceScorecard: Scorecard = {
  id: 'partner-performance',
  weights: 'mustSumTo100',
  items: [
    {
      id: 'revenueAttainment',
      metric: 'revenue',
      weight: '30',
      normaliser: { kind: 'attainment', target: { metric: 'revenueTarget' }, capAt: '1.2' },
    },
    {
      id: 'growth',
      metric: 'growth',
      weight: '15',
      normaliser: {
        kind: 'curve',
        curve: {
          points: [
            { x: '-0.2', y: '0' },
            { x: '0', y: '60' },
            { x: '0.2', y: '100' },
          ],
        },
      },
    },
    {
      id: 'collection',
      metric: 'collectionRate',
      weight: '20',
      normaliser: {
        kind: 'curve',
        curve: {
          points: [
            { x: '0.6', y: '0' },
            { x: '0.8', y: '60' },
            { x: '1', y: '100' },
          ],
        },
      },
    },
    { id: 'priceDiscipline', metric: 'priceBreaches', weight: '15', normaliser: { kind: 'deduct', per: '25' } },
    {
      id: 'stockReporting',
      metric: 'stockReportRate',
      weight: '10',
      normaliser: { kind: 'attainment', target: '1', capAt: '1' },
    },
    { id: 'satisfaction', metric: 'satisfaction', weight: '10', normaliser: { kind: 'direct' } },
  ],
};
