import { monthIndex, monthStart } from '../../core/civil.js';
import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { Decimal, type DecimalString, divide, minus, plus, times, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { roundDecimal } from '../../core/rounding.js';
import { fail } from './fail.js';
import { readNumber } from './readSeries.js';

/** What a month sold. */
export interface MonthlySales {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly value: DecimalString | number;
}

/** How rows become a series of months. */
export interface MonthOptions {
  /**
   * Months between the first and the last that have no row. `error` (default): no forecast, and the reason lists them;
   * `zero`: nothing was sold; `interpolate`: on the straight line between the months around, rounded half even.
   */
  readonly missingMonths?: 'error' | 'zero' | 'interpolate';
  /** Months that were not over on the day `asOf`: `drop` (default) or `keep`. */
  readonly incompleteLast?: 'drop' | 'keep';
  /** The day up to which sales are known, itself included; without it every month counts as over. */
  readonly asOf?: PlainDate;
}

/** Months in order without gaps. */
export interface MonthlySeries {
  /** The first month, on the line of months of `core/civil`. */
  readonly first: number;
  readonly values: readonly Decimal[];
  /** The most decimals of any value as it was written. */
  readonly scale: number;
  /** Months that had no row, with the value put in. */
  readonly filled: readonly { readonly month: string; readonly value: DecimalString }[];
  /** Months left out because they were not over. */
  readonly dropped: readonly string[];
  /** Months that are missing, under `error`. */
  readonly reasons: readonly Reason[];
}

/**
 * Sorts months, drops those that are not over and fills gaps.
 *
 * @throws SalesModelError `forecast.month`, `forecast.duplicateMonth`, `date.invalid`, `decimal.invalid`,
 * `decimal.tooLong`, `option.unknown`
 */
export function monthlySeries(rows: readonly MonthlySales[], options: MonthOptions): MonthlySeries {
  const policy = oneOf(
    options.missingMonths ?? 'error',
    ['error', 'zero', 'interpolate'],
    ['options', 'missingMonths'],
  );
  const drops = oneOf(options.incompleteLast ?? 'drop', ['drop', 'keep'], ['options', 'incompleteLast']) === 'drop';
  const asOf = options.asOf === undefined ? Infinity : dayNumber(options.asOf, ['options', 'asOf']);
  const all = readMonths(rows);
  const kept = all.filter(({ index }) => !drops || monthStart(index + 1) - 1 <= asOf);
  const dropped = all.slice(kept.length).map(({ index }) => monthText(index));
  const scale = Math.max(0, ...kept.map((each) => each.scale));

  const values: Decimal[] = [];
  const filled: { month: string; value: DecimalString }[] = [];
  const first = kept[0]?.index ?? 0;
  for (const [position, { index, value }] of kept.entries()) {
    const before = kept[position - 1];
    for (let missing = (before?.index ?? index) + 1; missing < index; missing++) {
      const share = divide(new Decimal(missing - before!.index), new Decimal(index - before!.index));
      const straight = plus(before!.value, times(minus(value, before!.value), share));
      const put = policy === 'interpolate' ? roundDecimal(straight, stepOf(scale), 'halfEven') : new Decimal(0);
      values.push(put);
      filled.push({ month: monthText(missing), value: put.toFixed(scale) });
    }
    values.push(value);
  }
  const gaps = policy === 'error' ? filled.map(({ month }) => month) : [];
  const reasons = gaps.length > 0 ? [{ code: 'missingMonths', params: { months: gaps } }] : [];
  return { first, values, scale, filled, dropped, reasons };
}

/** `YYYY-MM` of a month on the line of months. */
export function monthText(index: number): string {
  return fromDayNumber(monthStart(index), ['month']).slice(0, 7);
}

/** One unit of the last of a number of decimals. */
export function stepOf(scale: number): Decimal {
  return new Decimal(10).pow(-scale);
}

interface Month {
  readonly index: number;
  readonly value: Decimal;
  /** Decimals as written. */
  readonly scale: number;
}

function readMonths(rows: readonly MonthlySales[]): Month[] {
  const seen = new Map<number, number>();
  const months = rows.map(({ month, value }, row): Month => {
    const day = typeof month === 'string' ? parseDay(`${month}-01`) : NO_DAY;
    if (day === NO_DAY) fail('forecast.month', ['rows', row, 'month'], { value: month });
    const index = monthIndex(day);
    const other = seen.get(index);
    if (other !== undefined) fail('forecast.duplicateMonth', ['rows', row, 'month'], { month, other });
    seen.set(index, row);
    const decimal = toDecimal(value, ['rows', row, 'value']);
    readNumber(decimal, ['rows', row, 'value']);
    return { index, value: decimal, scale: typeof value === 'string' ? decimalsOf(value) : decimal.dp() };
  });
  return months.toSorted((a, b) => a.index - b.index);
}

function decimalsOf(text: DecimalString): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}
