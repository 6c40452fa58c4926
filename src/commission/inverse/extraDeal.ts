import { addDays } from '../../core/date.js';
import { type Decimal, toText } from '../../core/decimal.js';
import { fail } from '../fail.js';
import type { Measure, Statement, Transaction } from '../schema.js';

/** What else is known of a deal that is not made yet: what conditions, matrices and conversions read. */
export type DealTemplate = Partial<Omit<Transaction, 'id' | 'date' | 'payeeId' | 'splits' | 'reverses'>>;

/** Ids of deals that are not made yet start with it, after every other of their day. */
const EXTRA_ID = '\uffff';

/** Makes the rows that add to a measure on the last day of a statement. */
export function extraDeal(
  measure: Measure,
  { payeeId, currency, period }: Statement,
  template: DealTemplate,
): (more: Decimal) => readonly Transaction[] {
  const date = addDays(period.end, -1);
  const deal = (more: Decimal | null, fields: DealTemplate = {}): Transaction => ({
    currency,
    ...template,
    amount: more === null ? (template.amount ?? '0') : toText(more),
    ...fields,
    id: EXTRA_ID,
    date,
    payeeId,
  });
  switch (measure.kind) {
    case 'amount':
    case 'tcv':
      return (more) => [deal(more)];
    case 'acv':
      return (more) => [deal(more, { termMonths: '12' })];
    case 'margin':
      return (more) => [deal(more, { cost: '0' })];
    case 'collected':
      return (more) => [deal(more, { collections: [{ date, amount: toText(more), kind: 'payment' }] })];
    case 'units':
      return (more) => [deal(null, { units: toText(more) })];
    case 'mrr':
      return (more) => [deal(null, { mrr: toText(more) })];
    case 'field': {
      const [group, name] = measure.name.split('.');
      if (group !== 'measures' || name === undefined) break;
      return (more) => [deal(null, { measures: { ...template.measures, [name]: toText(more) } })];
    }
    case 'count':
      return (more) =>
        Array.from({ length: more.toNumber() }, (_, index) => ({
          ...deal(null),
          id: `${EXTRA_ID}${String(index).padStart(9, '0')}`,
        }));
    case 'arr':
    case 'expr':
    case 'marginRate':
    case 'markup':
    case 'score':
      break;
  }
  return fail('inverse.measure', ['target', 'componentId'], { kind: measure.kind });
}
