import { toDecimal } from '../../src/core/decimal.js';
import { columnOf } from '../../src/core/fixed/decimalColumn.js';
import { dayNumber } from '../../src/core/index.js';
import type { FunnelColumns, Opportunity } from '../../src/pipeline/index.js';

/** The deals that are not deleted as columns; instants are not for them. */
export function columnsOf(deals: readonly Opportunity[], by: 'ownerId' | 'stage'): FunnelColumns {
  const rows = deals.filter(({ deletedAt }) => deletedAt === null);
  const starts = [0];
  for (const { visits } of rows) starts.push(starts.at(-1)! + visits.length);
  const { values, scale } = columnOf(rows.map(({ amount }) => toDecimal(amount?.amount ?? '0')));
  return {
    starts: Int32Array.from(starts),
    visits: coded(rows.flatMap(({ visits }) => visits.map(({ state }) => state))),
    outcome: coded(rows.map(({ outcome }) => outcome)),
    amount: {
      values: Float64Array.from(rows, (_, at) => (rows[at]!.amount === null ? NaN : Number(values[at]))),
      scale,
    },
    currency: coded(rows.map(({ amount }) => amount?.currency ?? null)),
    created: Int32Array.from(rows, ({ createdAt }) => dayNumber(createdAt)),
    closed: Int32Array.from(rows, ({ closedAt }) => (closedAt === null ? 0 : dayNumber(closedAt))),
    group: coded(rows.map((deal) => deal[by])),
  };
}

function coded<Value extends string>(values: readonly (Value | null)[]): { dictionary: Value[]; codes: Int32Array } {
  const dictionary = [...new Set(values)].filter((value) => value !== null);
  return { dictionary, codes: Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(value))) };
}
