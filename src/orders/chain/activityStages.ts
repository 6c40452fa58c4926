import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';
import { ORDER_STAGES, type OrderStage } from './orderChain.js';

/**
 * The stages of activities as a decision table over `orderStage`, `activity` and `purpose`: an activity for an order has the
 * order's stage, the rest goes by its code. What no row names supports no order.
 *
 * @example
 * import { activityStages } from 'salesmodel/orders';
 *
 * activityStages.rows.at(-1); // => {
 * //   when: { activity: [ 'display', 'promotion', 'countStock', 'salesAnalysis' ] },
 * //   output: 'track'
 * // }
 */
export const activityStages: DecisionTable<OrderStage> = /* @__PURE__ */ (() => ({
  inputs: [{ field: 'orderStage' }, { field: 'activity' }, { field: 'purpose' }],
  hit: 'first' as const,
  rows: [
    ...ORDER_STAGES.map((stage) => ({ when: { orderStage: stage }, output: stage })),
    { when: { activity: ['marketVisit', 'openOutlets'] }, output: 'develop' as const },
    { when: { activity: ['processOrders', 'collectPayment'] }, output: 'place' as const },
    { when: { activity: ['deliver', 'returns'] }, output: 'fulfil' as const },
    { when: { activity: ['display', 'promotion', 'countStock', 'salesAnalysis'] }, output: 'track' as const },
  ],
}))();
