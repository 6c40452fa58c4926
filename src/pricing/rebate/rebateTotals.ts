import { dayNumber, type PlainDate } from '../../core/date.js';
import { type DecimalString, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { type Rejected, SalesModelError } from '../../core/errors.js';
import { dayRange } from '../../core/span.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { RebateAgreement } from './rebateAgreement.js';

/** A sale that may count toward a rebate. */
export interface RebateSale {
  readonly id: string;
  readonly party: string;
  readonly on: PlainDate;
  /** In the currency of the agreement; returns are negative. */
  readonly amount: DecimalString;
  readonly quantity: DecimalString;
  /** Facts for the rule of the agreement's items, as `attributes.<name>`. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What counts toward a rebate. */
export interface RebateTotals {
  readonly amount: DecimalString;
  readonly quantity: DecimalString;
  /** How many sales count. */
  readonly counted: number;
  readonly rejected: readonly Rejected[];
}

/**
 * Returns the amount and quantity that count toward a rebate: the sales of its party in its period that its rule of items is
 * for. An item of which a fact is not known does not count. A sale that can not be read is rejected.
 *
 * @param agreement party, period and items
 * @param sales in any order
 * @throws SalesModelError `period.order`, `date.invalid` and the errors of rules
 * @example
 * import { rebateTotals, type RebateAgreement } from 'salesmodel/pricing';
 *
 * const agreement: RebateAgreement = {
 *   code: 'bonus', party: 'dealer', currency: 'EUR', negative: 'carry', tierOn: 'amount', payOn: 'amount',
 *   period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
 *   tiers: { mode: 'whole', tiers: [{ upTo: null, rate: '0.01' }] },
 *   items: { field: 'attributes.group', op: 'eq', value: 'pumps' },
 * };
 * const sale = { party: 'dealer', on: '2026-05-02', amount: '120', quantity: '3' };
 * const totals = rebateTotals(agreement, [
 *   { id: '1', ...sale, attributes: { group: 'pumps' } },
 *   { id: '2', ...sale, attributes: { group: 'valves' } },
 * ]);
 * [totals.amount, totals.quantity, totals.counted]; // => ['120', '3', 1]
 */
export function rebateTotals(agreement: RebateAgreement, sales: readonly RebateSale[]): RebateTotals {
  const { party, items, period } = agreement;
  const { start, end } = dayRange(period, ['agreement', 'period']);
  const isFor =
    items === undefined
      ? () => true
      : compileRule<RebateSale>(items, { treatUnknownAs: false, path: ['agreement', 'items'] });
  const rejected: Rejected[] = [];
  let [amount, quantity, counted] = [ZERO, ZERO, 0];
  sales.forEach((sale, index) => {
    try {
      const day = dayNumber(sale.on, ['sales', index, 'on']);
      const size = toDecimal(sale.amount, ['sales', index, 'amount']);
      const units = toDecimal(sale.quantity, ['sales', index, 'quantity']);
      if (sale.party !== party || day < start || day >= end || isFor(sale) !== true) return;
      amount = plus(amount, size);
      quantity = plus(quantity, units);
      counted++;
    } catch (error) {
      if (!(error instanceof SalesModelError)) throw error;
      rejected.push({ index, id: sale.id, code: error.code, path: error.path, params: error.params });
    }
  });
  return { amount: toText(amount), quantity: toText(quantity), counted, rejected };
}
