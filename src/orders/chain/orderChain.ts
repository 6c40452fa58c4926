/** Every stage of the order chain, in its order. */
export const ORDER_STAGES = ['develop', 'place', 'fulfil', 'track', 'expand'] as const;

/**
 * A stage of the order chain: win a customer or dealer, agree and take the order, deliver it, follow stock and sell-out,
 * and sell more.
 *
 * @useDeclaredType
 */
export type OrderStage = (typeof ORDER_STAGES)[number];

/** What is done in a stage, what must be there to enter it, and what it is measured by. */
export interface OrderChainStage {
  readonly stage: OrderStage;
  readonly activities: readonly string[];
  /** Facts without which the stage is not entered. */
  readonly entry: readonly string[];
  /** Names of figures. */
  readonly measures: readonly string[];
}

/**
 * The order-centred chain as data: five stages with their activities, entry needs and measures.
 *
 * @example
 * import { orderChain } from 'salesmodel/orders';
 *
 * orderChain.map(({ stage }) => stage); // => [ 'develop', 'place', 'fulfil', 'track', 'expand' ]
 * orderChain[4]?.activities; // => [ 'assortment', 'outlets', 'shareOfWallet', 'crossRegion', 'referral' ]
 */
export const orderChain: readonly OrderChainStage[] = [
  {
    stage: 'develop',
    activities: ['marketVisit', 'openOutlets', 'qualifyPartner', 'setTarget'],
    entry: ['territory'],
    measures: ['accountBrief', 'partnerFit', 'potentialOrder'],
  },
  {
    stage: 'place',
    activities: ['agreePlan', 'processOrders', 'collectPayment'],
    entry: ['accountBrief', 'partnerFit', 'target'],
    measures: ['planAccuracy', 'planStability', 'paymentOnTime'],
  },
  {
    stage: 'fulfil',
    activities: ['allocate', 'deliver', 'returns'],
    entry: ['agreedQuantity', 'payment'],
    measures: ['otif', 'fillRate', 'returnRate'],
  },
  {
    stage: 'track',
    activities: ['display', 'promotion', 'countStock', 'salesAnalysis'],
    entry: ['delivery'],
    measures: ['sellThroughRate', 'weeksOfSupply', 'weightedDistribution', 'shareOfShelf'],
  },
  {
    stage: 'expand',
    activities: ['assortment', 'outlets', 'shareOfWallet', 'crossRegion', 'referral'],
    entry: ['sellThrough'],
    measures: ['whitespace', 'expansionTarget'],
  },
];
