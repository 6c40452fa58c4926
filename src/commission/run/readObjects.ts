import { dayNumber } from '../../core/date.js';
import { fixedColumn } from '../../core/fixed/column.js';
import type { Transaction } from '../schema.js';
import { sumAbs } from '../../core/fixed/sumAbs.js';
import type { ReadContext as RowContext, ReadRows as RowReading } from './read/readContext.js';
import { isOrdered } from './canonicalOrder.js';
export function readObjects(t: readonly Transaction[], c: RowContext): RowReading {
  const byId = [...t.keys()].sort((a, b) => (t[a]!.id < t[b]!.id ? -1 : 1));
  const seq = new Int32Array(t.length);
  byId.forEach((row, rank) => (seq[row] = rank));
  const amount = fixedColumn(t.map((x) => x.amount));
  const day = Int32Array.from(t, (x) => dayNumber(x.date));
  const codes = [...new Set(t.map((x) => x.currency))];
  return {
    rows: {
      amountBound: amount.values instanceof Float64Array ? sumAbs(amount.values) : NaN,
      ordered: isOrdered(day, seq),
      n: t.length,
      state: Uint8Array.from(t, (x) => (dayNumber(x.date) > c.asOf ? 3 : 0)),
      day: Int32Array.from(t, (x) => dayNumber(x.date)),
      amount: fixedColumn(t.map((x) => x.amount)),
      currency: { codes, index: codes.length < 2 ? null : Uint8Array.from(t, (x) => codes.indexOf(x.currency)) },
      payee: Int32Array.from(t, (x) => c.payees.get(x.payeeId ?? '') ?? -1),
      seq,
      splits: null,
      reverses: null,
      collections: null,
      id: (i) => t[i]!.id,
      field: (name) => (i) => name.split('.').reduce((o: any, k) => o?.[k], t[i]! as any),
    },
    rejected: [],
    duplicates: 0,
    outside: 0,
  };
}
