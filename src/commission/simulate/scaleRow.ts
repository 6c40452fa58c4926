import { type Decimal, times, toDecimal, toText } from '../../core/decimal.js';
import type { Transaction } from '../schema.js';

/** A transaction as if everything about it were `factor` times as large: amounts, quantities and what was collected. */
export function scaleRow(row: Transaction, factor: Decimal): Transaction {
  const scaled = (value: string): string => toText(times(toDecimal(value), factor));
  const { amount, cost, units, mrr, measures, collections } = row;
  return {
    ...row,
    amount: scaled(amount),
    ...(cost !== undefined && { cost: scaled(cost) }),
    ...(units !== undefined && { units: scaled(units) }),
    ...(mrr !== undefined && { mrr: scaled(mrr) }),
    ...(measures !== undefined && {
      measures: Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, scaled(value)])),
    }),
    ...(collections !== undefined && {
      collections: collections.map((one) => ({ ...one, amount: scaled(one.amount) })),
    }),
  };
}
