import { monthIndex, monthStart } from '../../core/civil.js';
import {
  Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import { dayNumber } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';

/** Credit sales of a month. */
export interface MonthlySales {
  /** `YYYY-MM` */
  readonly month: string;
  /** Not negative. */
  readonly sales: DecimalLike;
}

/** The days, with the months from the newest that the receivables used up; or how much no month covers. */
export type DsoCountBack =
  | {
      readonly ok: true;
      readonly days: Ratio;
      readonly months: readonly { readonly month: string; readonly used: DecimalString }[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the days sales outstanding by counting back: the receivables use up the sales of the newest months one after
 * the other, each with all its days, and the last in proportion. It follows the season, which the quotient of
 * `dso` does not.
 *
 * @param receivables open at the end of the newest month, not negative
 * @param salesByMonth credit sales, each month once, in any order; months between them must be there
 * @throws SalesModelError `kpi.month`, `kpi.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { dsoCountBack } from 'salesmodel/kpi';
 *
 * const sales = [{ month: '2026-01', sales: 100 }, { month: '2026-02', sales: 80 }, { month: '2026-03', sales: 120 }];
 * const counted = dsoCountBack('160', sales);
 * counted.ok && counted.days; // => { numerator: '3600', denominator: '80', value: '45' }
 */
export function dsoCountBack(receivables: DecimalLike, salesByMonth: readonly MonthlySales[]): DsoCountBack {
  let open = toDecimal(receivables, ['receivables']);
  if (open.isNegative()) fail('kpi.negative', ['receivables'], { value: toText(open) });
  const months = salesByMonth.map(readMonth).toSorted((a, b) => b.index - a.index);
  const used: { month: string; used: DecimalString }[] = [];
  let days = new Decimal(0);
  for (const [place, { index, month, sales }] of months.entries()) {
    if (open.isZero()) break;
    if (place > 0 && months[place - 1]!.index !== index + 1) {
      fail('kpi.month', ['salesByMonth'], { value: month });
    }
    const length = new Decimal(monthStart(index + 1) - monthStart(index));
    if (sales.gt(open)) {
      used.push({ month, used: toText(open) });
      const numerator = plus(times(days, sales), times(open, length));
      return { ok: true, days: ratioOf(numerator, sales), months: used };
    }
    used.push({ month, used: toText(sales) });
    open = minus(open, sales);
    days = plus(days, length);
  }
  if (open.isZero()) return { ok: true, days: ratioOf(days, new Decimal(1)), months: used };
  return { ok: false, reasons: [{ code: 'salesTooShort', params: { uncovered: toText(open) } }] };
}

function readMonth(
  { month, sales }: MonthlySales,
  at: number,
): { readonly index: number; readonly month: string; readonly sales: Decimal } {
  const path = ['salesByMonth', at];
  const isMonth = typeof month === 'string' && month.length === 7;
  if (!isMonth) fail('kpi.month', [...path, 'month'], { value: month });
  const amount = toDecimal(sales, [...path, 'sales']);
  if (amount.isNegative()) fail('kpi.negative', [...path, 'sales'], { value: toText(amount) });
  return { index: monthIndex(dayNumber(`${month}-01`, [...path, 'month'])), month, sales: amount };
}
