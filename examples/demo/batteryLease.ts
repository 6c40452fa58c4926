import { type CashFlow, compareOfferCost, type OfferComparison, type OfferTerms, presets } from 'salesmodel/pricing';
import { textTable } from './textTable.js';

/** A car's battery, bought or leased under the terms of two years. */
export interface BatteryLease {
  readonly terms: Readonly<Record<string, OfferTerms>>;
  readonly comparisons: Readonly<Record<string, OfferComparison>>;
  readonly text: string;
}

/** What the lease costs in the money of today, payment by payment, against the price. */
export function batteryLease(): BatteryLease {
  const terms = { '2020': presets.nioBattery, '2024': presets.nioBattery2024 };
  const entries = Object.entries(terms).map(([year, each]) => [year, compareOfferCost(each)] as const);
  const rows = entries.map(([year, { pvBuy, pvLease, difference, breakEvenMonth, indifferenceRate }]) => [
    year,
    pvBuy,
    pvLease,
    difference,
    String(breakEvenMonth),
    indifferenceRate,
  ]);
  const [, first] = entries[0]!;
  const text = [
    textTable(['terms', 'buy', 'lease', 'lease − buy', 'even after', 'even at'], rows),
    'bought, 2020',
    flowTable(first.buy),
    'leased, 2020',
    flowTable(first.lease),
  ].join('\n\n');
  return { terms, comparisons: Object.fromEntries(entries), text };
}

function flowTable(flows: readonly CashFlow[]): string {
  return textTable(
    ['month', 'amount', 'present value'],
    flows.map(({ month, amount, presentValue }) => [String(month), amount, presentValue]),
  );
}
