import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { type DecimalLike, type DecimalString, minus, plus, toText, ZERO } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { checkWhole, notNegative } from '../read.js';

/** Goods that came in together. */
export interface StockLot {
  readonly id: string;
  readonly receivedOn: PlainDate;
  readonly quantity: DecimalLike;
}

/** What is left of a lot. */
export interface AgedLot {
  readonly id: string;
  readonly left: DecimalString;
  /** Since it came in. */
  readonly days: number;
}

/** How old a stock is. */
export interface StockAgeing {
  /** With something left, the oldest first, then by id. */
  readonly lots: readonly AgedLot[];
  /** Quantity from `from` days up to but without `to`; `to` is `null` in the last band. */
  readonly bands: readonly { readonly from: number; readonly to: number | null; readonly quantity: DecimalString }[];
  /** What went out beyond all lots. */
  readonly short: DecimalString;
}

/**
 * Returns how old a stock is when the oldest goods go out first. Lots that came in after the day are not known.
 *
 * @param lots in any order
 * @param out everything that has gone out, not negative
 * @param asOf the day
 * @param bounds days at which the bands of age begin after the first, ascending. Default 30, 60, 90
 * @throws SalesModelError `ids.duplicate`, `quantity.negative`, `count.whole`, `date.invalid`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { stockAgeing } from 'salesmodel/orders';
 *
 * const lots = [
 *   { id: 'L1', receivedOn: '2026-01-10', quantity: 100 },
 *   { id: 'L2', receivedOn: '2026-03-01', quantity: 80 },
 * ];
 * const { lots: left, bands } = stockAgeing(lots, 70, '2026-03-31');
 * left; // => [ { id: 'L1', left: '30', days: 80 }, { id: 'L2', left: '80', days: 30 } ]
 * bands.map(({ from, quantity }) => `${from}: ${quantity}`); // => [ '0: 0', '30: 80', '60: 30', '90: 0' ]
 */
export function stockAgeing(
  lots: readonly StockLot[],
  out: DecimalLike,
  asOf: PlainDate,
  bounds: readonly number[] = [30, 60, 90],
): StockAgeing {
  const today = dayNumber(asOf, ['asOf']);
  const starts = [0, ...bounds.map((bound, at) => checkWhole(bound, (bounds[at - 1] ?? 0) + 1, ['bounds', at]))];
  let taken = notNegative(out, ['out']);
  const seen = new Set<string>();
  const left = lots
    .map(({ id, receivedOn, quantity }, index) => {
      if (seen.has(id)) failCore('ids.duplicate', ['lots', index, 'id'], { id });
      seen.add(id);
      const days = today - dayNumber(receivedOn, ['lots', index, 'receivedOn']);
      return { id, days, quantity: notNegative(quantity, ['lots', index, 'quantity']) };
    })
    .filter(({ days }) => days >= 0)
    .sort((a, b) => b.days - a.days || compareText(a.id, b.id))
    .map(({ id, days, quantity }) => {
      const gone = taken.lt(quantity) ? taken : quantity;
      taken = minus(taken, gone);
      return { id, days, quantity: minus(quantity, gone) };
    })
    .filter(({ quantity }) => quantity.gt(0));
  return {
    lots: left.map(({ id, days, quantity }) => ({ id, left: toText(quantity), days })),
    bands: starts.map((from, at) => {
      const to = starts[at + 1] ?? null;
      const within = left.filter(({ days }) => days >= from && (to === null || days < to));
      return { from, to, quantity: toText(within.reduce((sum, { quantity }) => plus(sum, quantity), ZERO)) };
    }),
    short: toText(taken),
  };
}
