import type { Transaction } from '../../schema/transaction.js';

/** A reader of a field of transactions by its name among the facts: `cost`, `attributes.product`, … */
export function objectField(transactions: readonly Transaction[], name: string): (row: number) => unknown {
  const point = name.indexOf('.');
  if (point < 0) {
    switch (name) {
      case 'cost':
      case 'units':
      case 'mrr':
      case 'termMonths':
      case 'reason':
        return (row) => transactions[row]![name];
      default:
        return nothing;
    }
  }
  const map = name.slice(0, point);
  const key = name.slice(point + 1);
  switch (map) {
    case 'measures':
    case 'attributes':
    case 'dates':
      return (row) => {
        const values = transactions[row]![map];
        return values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;
      };
    default:
      return nothing;
  }
}

function nothing(): undefined {
  return undefined;
}
