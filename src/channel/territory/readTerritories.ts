import { fail as failCore } from '../../core/fail.js';
import type { Territory } from '../schema/territory.js';

/** Territories by id, as sets of regions. */
export function readTerritories(territories: readonly Territory[]): ReadonlyMap<string, ReadonlySet<string>> {
  const read = new Map<string, ReadonlySet<string>>();
  territories.forEach(({ id, regions }, at) => {
    if (read.has(id)) failCore('ids.duplicate', ['territories', at, 'id'], { id });
    read.set(id, new Set(regions));
  });
  return read;
}
