import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';
import { catalogue } from './catalogue.js';
import type { Kpi } from './kpi.js';

/** A figure that was given, or that of the catalogue by its id. */
export function kpiOf(kpi: Kpi | string, path: Path): Kpi {
  if (typeof kpi !== 'string') return kpi;
  return Object.hasOwn(catalogue, kpi) ? catalogue[kpi]! : fail('kpi.unknownKpi', path, { kpi });
}
