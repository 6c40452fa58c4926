import { type Decimal, type DecimalLike, ONE, plus, ZERO } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { notNegative } from '../read.js';

/** An outlet that could have the product. */
export interface Outlet {
  readonly id: string;
  /** Whether it has the product. */
  readonly stocked: boolean;
  /** Its turnover in the category. */
  readonly turnover: DecimalLike;
}

/**
 * Returns the part of the outlets that have the product.
 *
 * @param outlets all that could, one entry each
 * @throws SalesModelError `ids.duplicate`, `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { numericDistribution } from 'salesmodel/orders';
 *
 * const outlets = [100, 50, 30, 20].map((turnover, at) => ({ id: `S${at + 1}`, turnover, stocked: at % 2 === 0 }));
 * numericDistribution(outlets).value; // => '0.5'
 */
export function numericDistribution(outlets: readonly Outlet[]): Ratio {
  return stockedShare(outlets, () => ONE);
}

/**
 * Returns the part of the category turnover that the outlets with the product make.
 *
 * @param outlets all that could, one entry each
 * @throws SalesModelError `ids.duplicate`, `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { weightedDistribution } from 'salesmodel/orders';
 *
 * const outlets = [100, 50, 30, 20].map((turnover, at) => ({ id: `S${at + 1}`, turnover, stocked: at % 2 === 0 }));
 * weightedDistribution(outlets).value; // => '0.65'
 */
export function weightedDistribution(outlets: readonly Outlet[]): Ratio {
  return stockedShare(outlets, (turnover) => turnover);
}

function stockedShare(outlets: readonly Outlet[], weigh: (turnover: Decimal) => Decimal): Ratio {
  const seen = new Set<string>();
  let [all, stocked] = [ZERO, ZERO];
  outlets.forEach((outlet, index) => {
    if (seen.has(outlet.id)) failCore('ids.duplicate', ['outlets', index, 'id'], { id: outlet.id });
    seen.add(outlet.id);
    const weight = weigh(notNegative(outlet.turnover, ['outlets', index, 'turnover']));
    all = plus(all, weight);
    if (outlet.stocked) stocked = plus(stocked, weight);
  });
  return ratioOf(stocked, all, 'noOutlets');
}
