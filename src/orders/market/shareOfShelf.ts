import { compareText } from '../../core/compareText.js';
import { type DecimalLike, plus, toText, ZERO } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import { notNegative } from '../read.js';

/** Facings, or any other measure of shelf space, in an outlet. */
export interface Facings {
  readonly outlet: string;
  readonly own: DecimalLike;
  /** Own ones included. */
  readonly all: DecimalLike;
}

/**
 * Returns the part of the shelf that the own products have, in each outlet and in sum.
 *
 * @param facings one entry for each outlet; own ones are part of all
 * @throws SalesModelError `shelf.ownAboveAll`, `ids.duplicate`, `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { shareOfShelf } from 'salesmodel/orders';
 *
 * const { total, outlets } = shareOfShelf([{ outlet: 'S1', own: 6, all: 20 }, { outlet: 'S2', own: 3, all: 10 }]);
 * [total.value, outlets.map(({ share }) => share.value)]; // => [ '0.3', [ '0.3', '0.3' ] ]
 */
export function shareOfShelf(facings: readonly Facings[]): {
  readonly total: Ratio;
  readonly outlets: readonly { readonly outlet: string; readonly share: Ratio }[];
} {
  const seen = new Set<string>();
  const read = facings.map((entry, index) => {
    const path = ['facings', index];
    if (seen.has(entry.outlet)) failCore('ids.duplicate', [...path, 'outlet'], { id: entry.outlet });
    seen.add(entry.outlet);
    const own = notNegative(entry.own, [...path, 'own']);
    const all = notNegative(entry.all, [...path, 'all']);
    if (own.gt(all)) fail('shelf.ownAboveAll', [...path, 'own'], { own: toText(own), all: toText(all) });
    return { outlet: entry.outlet, own, all };
  });
  return {
    total: ratioOf(
      read.reduce((sum, { own }) => plus(sum, own), ZERO),
      read.reduce((sum, { all }) => plus(sum, all), ZERO),
      'noOutlets',
    ),
    outlets: read
      .toSorted((a, b) => compareText(a.outlet, b.outlet))
      .map(({ outlet, own, all }) => ({ outlet, share: ratioOf(own, all, 'noShelf') })),
  };
}
