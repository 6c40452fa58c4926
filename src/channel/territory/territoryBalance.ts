import { compareText } from '../../core/compareText.js';
import type { Decimal, DecimalLike, DecimalString } from '../../core/decimal.js';
import { minus, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { concentration } from '../../mechanisms/scoring/concentration.js';
import { fail } from '../fail.js';

/** The work or potential of a territory. */
export interface TerritoryLoad {
  readonly territory: string;
  /** 0 or more. */
  readonly load: DecimalLike;
}

/** How evenly work is spread. Ratios have no value where all loads are 0. */
export interface TerritoryBalance {
  /** 1 where all are equal. */
  readonly maxToMean: Ratio;
  /** 0 where all are equal. */
  readonly gini: Ratio;
  /** By territory: load less the mean. */
  readonly gaps: readonly { readonly territory: string; readonly load: DecimalString; readonly gap: Ratio }[];
}

/**
 * Returns how evenly loads are spread over territories.
 *
 * @param loads one a territory
 * @throws SalesModelError `territory.load`, `ids.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { territoryBalance } from 'salesmodel/channel';
 *
 * const loads = ['120', '95', '80', '110', '60'].map((load, at) => ({ territory: `T${at}`, load }));
 * const { maxToMean, gini, gaps } = territoryBalance(loads);
 * [maxToMean.value, gini.value, gaps[4]?.gap.value]; // => ['1.290322580645', '0.129032258065', '-33']
 */
export function territoryBalance(loads: readonly TerritoryLoad[]): TerritoryBalance {
  const read = [...readLoads(loads)].sort(([a], [b]) => compareText(a, b));
  const values = read.map(([, load]) => load);
  const sum = values.reduce(plus, ZERO);
  const n = toDecimal(values.length);
  const most = values.reduce((a, b) => (a.gt(b) ? a : b), ZERO);
  return {
    maxToMean: ratioOf(times(most, n), sum),
    gini: concentration(values).gini,
    gaps: read.map(([territory, load]) => ({
      territory,
      load: toText(load),
      gap: ratioOf(minus(times(load, n), sum), n),
    })),
  };
}

function readLoads(loads: readonly TerritoryLoad[]): ReadonlyMap<string, Decimal> {
  const read = new Map<string, Decimal>();
  loads.forEach(({ territory, load }, at) => {
    if (read.has(territory)) failCore('ids.duplicate', ['loads', at, 'territory'], { id: territory });
    const value = toDecimal(load, ['loads', at, 'load']);
    if (value.lt(0)) fail('territory.load', ['loads', at, 'load'], { value: String(load) });
    read.set(territory, value);
  });
  return read;
}
