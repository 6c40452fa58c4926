import { type DecimalLike, type DecimalString, minus, toDecimal, toText } from '../../core/decimal.js';

/** Sales of a group before and during a campaign. */
export interface BeforeAndAfter {
  readonly before: DecimalLike;
  readonly after: DecimalLike;
}

/**
 * Returns the sales that a campaign added: what a group with it changed by, less what a group without it did (difference in
 * differences).
 *
 * @param test the group with the campaign
 * @param control the group without
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { incrementalSales } from 'salesmodel/orders';
 *
 * incrementalSales({ before: 700, after: 900 }, { before: 500, after: 520 }); // => '180'
 */
export function incrementalSales(test: BeforeAndAfter, control: BeforeAndAfter): DecimalString {
  const change = ({ before, after }: BeforeAndAfter, side: string): ReturnType<typeof toDecimal> =>
    minus(toDecimal(after, [side, 'after']), toDecimal(before, [side, 'before']));
  return toText(minus(change(test, 'test'), change(control, 'control')));
}
