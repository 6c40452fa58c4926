import { allocate } from '../../core/allocate.js';
import { type DecimalLike, type DecimalString, divide, toDecimal, toText } from '../../core/decimal.js';
import type { WhitespaceCell } from './whitespace.js';

/** What a customer should additionally buy of a product. */
export interface ExpansionTarget {
  readonly customer: string;
  readonly product: string;
  readonly target: DecimalString;
}

/**
 * Returns a total shared out over empty cells in proportion to their potential, in whole increments that add up. Cells without
 * a potential get nothing, and without any there are no targets.
 *
 * @param cells of `whitespace`
 * @param options `total`, a multiple of the `increment` (default 1)
 * @throws SalesModelError `allocate.indivisible`, `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { expansionTarget, whitespace } from 'salesmodel/orders';
 *
 * const customers = ['A', 'B', 'C'].map((id) => ({ id, peers: 'grocery' }));
 * const sales = [
 *   { customer: 'A', product: 'cola', amount: 600 }, { customer: 'A', product: 'juice', amount: 200 },
 *   { customer: 'B', product: 'cola', amount: 400 }, { customer: 'C', product: 'cola', amount: 200 },
 * ];
 * expansionTarget(whitespace(customers, ['cola', 'juice'], sales), { total: 1000 }).map(({ customer, target }) => `${customer} ${target}`);
 * // => [ 'B 667', 'C 333' ]
 */
export function expansionTarget(
  cells: readonly WhitespaceCell[],
  { total, increment = '1' }: { readonly total: DecimalLike; readonly increment?: DecimalLike },
): readonly ExpansionTarget[] {
  const open = cells.filter(({ potential }) => potential.value !== null && !toDecimal(potential.numerator).isZero());
  if (open.length === 0) return [];
  // Forty digits of each potential: parts differ from exact ones at most where two remainders agree in all of them.
  const weights = open.map(({ potential }) => divide(toDecimal(potential.numerator), toDecimal(potential.denominator)));
  const { parts } = allocate(total, weights, { increment });
  return open.map(({ customer, product }, at) => ({ customer, product, target: toText(toDecimal(parts[at]!)) }));
}
