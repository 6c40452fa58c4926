import { compareText } from '../../core/compareText.js';
import type { Finding } from '../../core/errors.js';
import type { Territory } from '../schema/territory.js';

/**
 * Returns what is wrong with territories: `unknownRegion`, a code that is no region; `regionOverlap`, a region in several
 * territories; `regionHole`, a region in none; `emptyTerritory`; `duplicateTerritory`. In this order, then by place or region.
 *
 * @param territories sets of regions
 * @param regions all regions of the market
 * @example
 * import { lintTerritories } from 'salesmodel/channel';
 *
 * const findings = lintTerritories(
 *   [{ id: 'T1', regions: ['north', 'east'] }, { id: 'T2', regions: ['east', 'moon'] }],
 *   ['north', 'east', 'south'],
 * );
 * findings.map(({ code, params }) => [code, params['region']]); // => [['unknownRegion', 'moon'], ['regionOverlap', 'east'], ['regionHole', 'south']]
 */
export function lintTerritories(territories: readonly Territory[], regions: readonly string[]): readonly Finding[] {
  const known = new Set(regions);
  const holders = new Map<string, string[]>();
  for (const territory of territories) {
    for (const region of new Set(territory.regions)) {
      holders.set(region, [...(holders.get(region) ?? []), territory.id]);
    }
  }
  const each = (find: (territory: Territory, at: number) => Finding[]): Finding[] => territories.flatMap(find);
  return [
    ...each((territory, at) =>
      territory.regions.flatMap((region, place): Finding[] =>
        known.has(region)
          ? []
          : [
              {
                code: 'unknownRegion',
                severity: 'error',
                path: ['territories', at, 'regions', place],
                params: { region },
              },
            ],
      ),
    ),
    ...[...holders]
      .filter(([, ids]) => ids.length > 1)
      .sort(([a], [b]) => compareText(a, b))
      .map(([region, ids]): Finding => {
        const params = { region, territories: ids.sort(compareText).join(', ') };
        return { code: 'regionOverlap', severity: 'error', path: ['territories'], params };
      }),
    ...[...known]
      .filter((region) => !holders.has(region))
      .sort(compareText)
      .map((region): Finding => ({ code: 'regionHole', severity: 'warning', path: ['regions'], params: { region } })),
    ...each(({ id, regions: own }, at) =>
      own.length > 0
        ? []
        : [
            {
              code: 'emptyTerritory',
              severity: 'warning',
              path: ['territories', at, 'regions'],
              params: { territory: id },
            },
          ],
    ),
    ...each(({ id }, at) =>
      territories.findIndex((other) => other.id === id) === at
        ? []
        : [
            {
              code: 'duplicateTerritory',
              severity: 'error',
              path: ['territories', at, 'id'],
              params: { territory: id },
            },
          ],
    ),
  ];
}
