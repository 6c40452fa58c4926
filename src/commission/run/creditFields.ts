import { type Decimal, DECIMAL_PATTERN, Decimal as DecimalType, times, ONE } from '../../core/decimal.js';
import { converted } from '../../core/convert.js';
import { fromDayNumber } from '../../core/date.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import type { RateLookup } from '../../core/rateTable.js';
import { roundDecimal } from '../../core/rounding.js';
import { creditKinds, type Credits } from '../credit/credits.js';
import { type CreditAccess, Fault } from '../measure/creditAccess.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { Payee } from '../schema.js';
import type { ItemList } from './items.js';
import { payeeField } from './payeeField.js';
import { currencyOfRow, rowFact } from './rowFact.js';
import type { Rows } from './rows.js';

/** The credits of a run with what their fields are read from. */
export interface CreditTable {
  readonly rows: Rows;
  readonly credits: Credits;
  readonly payees: readonly Payee[];
}

/** Money fields besides the amount, divided among people like it. */
const moneyFields: ReadonlySet<string> = /* @__PURE__ */ new Set(['cost', 'mrr']);

/** Reads credits that stand in columns, or anywhere else. */
export interface CreditReader<Credit> {
  row(credit: Credit): number;
  payee(credit: Credit): number;
  /** Position in `creditKinds`. */
  kind(credit: Credit): number;
  level(credit: Credit): number;
  dealRole(credit: Credit): string | undefined;
  share(credit: Credit): Decimal;
}

/**
 * Fields as rules see them: amounts as on the row, with `credit.*` and `payee.*` of the credit.
 *
 * @returns by item
 */
export function factField(table: CreditTable, items: ItemList, name: string): (item: number) => unknown {
  const { rows, credits, payees } = table;
  const credit = (item: number): number => items.credit[item]!;
  return creditFact(
    rows,
    payees,
    {
      row: (item: number) => credits.row[credit(item)]!,
      payee: (item) => credits.payee[credit(item)]!,
      kind: (item) => credits.kind[credit(item)]!,
      level: (item) => credits.level[credit(item)]!,
      dealRole: (item) => credits.dealRole(credit(item)),
      share: (item) => shareOf(credits, credit(item)),
    },
    name,
  );
}

/** A field of credits as rules see it. */
export function creditFact<Credit>(
  rows: Rows,
  payees: readonly Payee[],
  of: CreditReader<Credit>,
  name: string,
): (credit: Credit) => unknown {
  switch (name) {
    case 'credit.kind':
      return (credit) => creditKinds[of.kind(credit)];
    case 'credit.level':
      return (credit) => of.level(credit);
    case 'credit.dealRole':
      return (credit) => of.dealRole(credit);
    case 'credit.share':
      return (credit) => of.share(credit).toFixed();
  }
  if (name.startsWith('payee.')) {
    const field = name.slice('payee.'.length);
    return (credit) => payeeField(payees[of.payee(credit)], field);
  }
  const read = rowFact(rows, name);
  return (credit) => read(of.row(credit));
}

/** How a plan converts the amounts of its credits. */
export interface Conversion {
  readonly plan: CompiledPlan;
  readonly lookup: RateLookup;
  /** Last day of the plan period of a day. */
  periodEnd(day: number): number;
}

/**
 * Quantities of credits for measures: in plan currency, scaled by the credit's share of its row.
 *
 * @param ofPayout scales by the payout share instead, for the base of a component
 */
export function creditAccess(
  { rows, credits, ...table }: CreditTable,
  items: ItemList,
  conversion: Conversion,
  ofPayout: boolean,
): CreditAccess {
  const credit = (item: number): number => items.credit[item]!;
  const row = (item: number): number => credits.row[credit(item)]!;
  const share = (item: number): Decimal => {
    const { payoutShare } = credits;
    return ofPayout && payoutShare !== null ? decimalAt(payoutShare, credit(item)) : shareOf(credits, credit(item));
  };
  const money = (item: number, value: Decimal): Decimal | Fault =>
    convert(rows, conversion, row(item), items, item, value);
  const creditedAmount = (item: number): Decimal => {
    const collection = items.collection[item]!;
    if (collection >= 0 && rows.collections !== null) {
      const paid = decimalAt(rows.collections.amount, collection);
      const signed = rows.collections.kind[collection] === 0 ? paid : paid.neg();
      return times(signed, share(item));
    }
    return ofPayout && paysOtherwise(credits, credit(item))
      ? times(decimalAt(rows.amount, row(item)), share(item))
      : decimalAt(credits.amount, credit(item));
  };
  const amount = (item: number): Decimal | Fault => money(item, creditedAmount(item));
  return {
    amount,
    field: (name) => {
      if (name === 'amount') return amount;
      const read = factField({ rows, credits, ...table }, items, name);
      if (name !== 'units' && !moneyFields.has(name)) return read;
      return (item) => {
        const value = read(item);
        if (typeof value !== 'string' || !DECIMAL_PATTERN.test(value)) return value;
        const part = times(new DecimalType(value), share(item));
        return moneyFields.has(name) ? money(item, part) : part;
      };
    },
  };
}

/** The part of its row that a credit stands for. */
export function shareOf({ share }: Credits, credit: number): Decimal {
  return share === null ? ONE : decimalAt(share, credit);
}

/** Whether a credit is paid on another share of its row than it is credited with. */
export function paysOtherwise(credits: Credits, credit: number): boolean {
  return credits.payoutShare !== null && !decimalAt(credits.payoutShare, credit).eq(shareOf(credits, credit));
}

/** Money of an item in plan currency, or why there is none. */
export function convert(
  rows: Rows,
  conversion: Conversion,
  row: number,
  items: ItemList,
  item: number,
  value: Decimal,
): Decimal | Fault {
  const { plan, lookup } = conversion;
  const from = currencyOfRow(rows, row);
  if (from === plan.currency) return value;
  const { round = 'none' } = plan.plan.fx ?? {};
  const on = conversionDay(rows, conversion, row, items, item);
  const found = lookup(from, plan.currency, on);
  if (found === undefined) {
    return new Fault('fx.missingRate', ['currency'], { from, to: plan.currency, on: fromDayNumber(on) });
  }
  const exact = converted(value, found);
  return round === 'transaction' ? roundDecimal(exact, plan.rounding.increment, plan.rounding.mode) : exact;
}

/** The day whose rate converts an item's amount. */
export function conversionDay(
  rows: Rows,
  { plan, periodEnd }: Pick<Conversion, 'plan' | 'periodEnd'>,
  row: number,
  items: ItemList,
  item: number,
): number {
  const { date = 'transaction' } = plan.plan.fx ?? {};
  const creditDay = items.day[item]!;
  if (date === 'periodEnd') return periodEnd(creditDay);
  return date === 'credit' || (date === 'collection' && items.collection[item]! >= 0) ? creditDay : rows.day[row]!;
}
