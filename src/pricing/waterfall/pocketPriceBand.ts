import { type Decimal, type DecimalLike, divide, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { flagOutliers, type OutlierFlags } from '../../mechanisms/scoring/flagOutliers.js';
import { fail as failCore } from '../../core/fail.js';
import { distinct } from '../priceBook/checkPriceBook.js';

/** What was sold at which pocket price. */
export interface PocketPrice {
  readonly id: string;
  readonly list: DecimalLike;
  readonly pocket: DecimalLike;
  /** What is counted: units or an amount. */
  readonly volume: DecimalLike;
}

/** A band of pocket ÷ list up to a bound, which belongs to it; the last is open. */
export interface PocketBand {
  readonly code: string;
  readonly upTo: DecimalLike | null;
}

/** How volume spreads over pocket prices. */
export interface PocketPriceBands {
  /** In the order of the bands; the shares are parts of one total. */
  readonly bands: readonly { readonly code: string; readonly rows: number; readonly volume: Ratio }[];
  /** Rows whose pocket ÷ list lies far below or above the others, by Tukey's fences. */
  readonly outliers: { readonly low: OutlierFlags; readonly high: OutlierFlags };
  /** Rows without a list price above 0: nothing is a share of it. By id. */
  readonly unbanded: readonly (Reason & { readonly id: string })[];
}

/**
 * Returns which share of the volume was sold in each band of pocket price ÷ list price, and the rows far from the others.
 *
 * @param rows what was sold
 * @param bands by ascending bound, the last open
 * @throws SalesModelError `pricing.duplicateCode`, `tiers.notAscending`, `tiers.lastClosed`, `decimal.invalid`,
 * `decimal.tooLong`
 * @example
 * import { pocketPriceBand } from 'salesmodel/pricing';
 *
 * const rows = [
 *   { id: 'a', list: '100', pocket: '80', volume: '30' },
 *   { id: 'b', list: '100', pocket: '65', volume: '10' },
 * ];
 * const result = pocketPriceBand(rows, [{ code: 'deep', upTo: '0.7' }, { code: 'usual', upTo: null }]);
 * result.bands.map(({ code, volume }) => [code, volume.value]); // => [['deep', '0.25'], ['usual', '0.75']]
 */
export function pocketPriceBand(rows: readonly PocketPrice[], bands: readonly PocketBand[]): PocketPriceBands {
  const bounds = readBounds(bands);
  distinct(
    rows.map(({ id }) => id),
    (index) => ['rows', index, 'id'],
  );
  const sums = bands.map(() => ({ rows: 0, volume: ZERO }));
  const unbanded: (Reason & { id: string })[] = [];
  const levels: { id: string; value: string }[] = [];
  let total = ZERO;
  rows.forEach((row, index) => {
    const read = (name: 'list' | 'pocket' | 'volume'): Decimal => toDecimal(row[name], ['rows', index, name]);
    const [list, pocket, volume] = [read('list'), read('pocket'), read('volume')];
    if (list.lte(0)) {
      unbanded.push({ id: row.id, code: 'noList', params: { id: row.id, list: toText(list) } });
      return;
    }
    const band = sums[bounds.findIndex((bound) => bound === null || pocket.lte(times(bound, list)))]!;
    band.rows++;
    band.volume = plus(band.volume, volume);
    total = plus(total, volume);
    levels.push({ id: row.id, value: toText(divide(pocket, list)) });
  });
  return {
    bands: bands.map(({ code }, index) => ({
      code,
      rows: sums[index]!.rows,
      volume: ratioOf(sums[index]!.volume, total),
    })),
    outliers: {
      low: flagOutliers(levels, { method: 'iqr', side: 'low' }),
      high: flagOutliers(levels, { method: 'iqr', side: 'high' }),
    },
    unbanded: unbanded.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function readBounds(bands: readonly PocketBand[]): (Decimal | null)[] {
  const path: Path = ['bands'];
  distinct(
    bands.map(({ code }) => code),
    (index) => [...path, index, 'code'],
  );
  if (bands.length === 0) failCore('tiers.lastClosed', path, { value: bands });
  let before: Decimal | null = null;
  return bands.map(({ upTo }, index) => {
    const at = [...path, index, 'upTo'];
    if ((upTo === null) !== (index === bands.length - 1)) failCore('tiers.lastClosed', at, { value: upTo });
    const bound: Decimal | null = upTo === null ? null : toDecimal(upTo, at);
    if (before !== null && bound?.lte(before) === true) {
      failCore('tiers.notAscending', at, { bound: toText(before), value: upTo });
    }
    before = bound;
    return bound;
  });
}
