import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalLike, ONE, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import type { Territory } from '../schema/territory.js';
import { readTerritories } from './readTerritories.js';

/** How much of a market territories cover. */
export interface TerritoryCoverage {
  /** Weight of the covered regions in that of all; without a value where all weigh nothing. */
  readonly share: Ratio;
  /** Sorted. */
  readonly uncovered: readonly string[];
}

/**
 * Returns which part of the regions lies in a territory. A region in several counts once.
 *
 * @param territories sets of regions
 * @param regions all regions of the market
 * @param weights of regions, 0 or more, such as potential; those not named weigh 0. Default: all weigh the same
 * @throws SalesModelError `territory.unknownRegion`, `territory.weight`, `ids.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { territoryCoverage } from 'salesmodel/channel';
 *
 * const territories = [{ id: 'T1', regions: ['north', 'east'] }];
 * const { share, uncovered } = territoryCoverage(territories, ['north', 'east', 'south', 'west']);
 * [share.value, uncovered]; // => ['0.5', ['south', 'west']]
 */
export function territoryCoverage(
  territories: readonly Territory[],
  regions: readonly string[],
  weights?: Readonly<Record<string, DecimalLike>>,
): TerritoryCoverage {
  readTerritories(territories);
  const all = new Set(regions);
  const covered = new Set<string>();
  territories.forEach((territory, at) =>
    territory.regions.forEach((region, place) => {
      if (!all.has(region)) fail('territory.unknownRegion', ['territories', at, 'regions', place], { region });
      covered.add(region);
    }),
  );
  const weightOf = (region: string): Decimal => {
    if (weights === undefined) return ONE;
    const weight = Object.hasOwn(weights, region) ? toDecimal(weights[region]!, ['weights', region]) : ZERO;
    if (weight.lt(0)) fail('territory.weight', ['weights', region], { value: String(weights[region]) });
    return weight;
  };
  const sum = (codes: readonly string[]): Decimal => codes.map(weightOf).reduce(plus, ZERO);
  const whole = [...all];
  return {
    share: ratioOf(sum(whole.filter((region) => covered.has(region))), sum(whole)),
    uncovered: whole.filter((region) => !covered.has(region)).sort(compareText),
  };
}
