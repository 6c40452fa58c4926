import type { KpiMeasure, KpiUnit, OverMembers, OverTime } from './kpi.js';

function measure(id: string, unit: KpiUnit, overTime: OverTime = 'sum', overMembers: OverMembers = 'sum'): KpiMeasure {
  return { id, unit, overTime, overMembers };
}

/** A flow: it adds up over periods and members. */
function flows(unit: KpiUnit, ids: readonly string[]): KpiMeasure[] {
  return ids.map((id) => measure(id, unit));
}

const list = (): readonly KpiMeasure[] => [
  ...flows('money', [
    'acquisitionCost',
    'actual',
    'assignedQuota',
    'churn',
    'cogs',
    'collected',
    'collectedOfDue',
    'contraction',
    'creditSales',
    'current',
    'due',
    'expansion',
    'market',
    'own',
    'plan',
    'previous',
    'recurringRevenue',
    'revenue',
    'sales',
    'target',
  ]),
  ...flows('count', [
    'answers',
    'calls',
    'closed',
    'deliveredLines',
    'deliveredOrders',
    'deliveredUnits',
    'detractors',
    'linesInFullOnTime',
    'meetings',
    'newCustomers',
    'orderedLines',
    'orderedOrders',
    'orderedUnits',
    'ordersInFullOnTime',
    'promoters',
    'proposals',
    'received',
    'sold',
    'topTwoAnswers',
    'units',
    'wins',
  ]),
  ...flows('days', ['allTime', 'valueAddingTime']),
  measure('accounts', 'count', 'mean'),
  measure('arpa', 'money', 'last', 'none'),
  measure('averageStock', 'money', 'mean'),
  measure('cac', 'money', 'last', 'none'),
  measure('churnRate', 'share', 'last', 'none'),
  measure('closingAR', 'money', 'last'),
  measure('closingCurrentAR', 'money', 'last'),
  measure('customersAtEnd', 'count', 'last'),
  measure('customersAtStart', 'count', 'first'),
  measure('days', 'days', 'sum', 'mean'),
  measure('grossMarginShare', 'share', 'last', 'none'),
  measure('heads', 'count', 'mean'),
  measure('largestRival', 'money', 'sum', 'none'),
  measure('months', 'count', 'sum', 'mean'),
  measure('openingAR', 'money', 'first'),
  measure('openingStock', 'count', 'first'),
  measure('startRevenue', 'money', 'first'),
  measure('stock', 'count', 'last'),
  measure('weeklySellOut', 'count', 'mean'),
];

/**
 * The measures that the KPIs of {@link catalogue} are made from, by id: flows add up over periods and members, stocks are
 * taken at the start, at the end or on average, and what must not be added up is not.
 *
 * @example
 * import { kpiMeasures } from 'salesmodel/kpi';
 *
 * kpiMeasures['closingAR']; // => { id: 'closingAR', unit: 'money', overTime: 'last', overMembers: 'sum' }
 */
export const kpiMeasures: Readonly<Record<string, KpiMeasure>> = /* @__PURE__ */ byId();

function byId(): Readonly<Record<string, KpiMeasure>> {
  return Object.fromEntries(list().map((each) => [each.id, each]));
}
