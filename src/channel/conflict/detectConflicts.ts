import type { ConflictData } from './conflictData.js';
import { compileConflictRules, type ConflictEvaluator, type ConflictReport } from './compileConflictRules.js';
import type { ConflictRules } from './conflictRules.js';

/**
 * Returns the conflicts of routes in data, each with its evidence, value, severity, likely causes and explanation, and what
 * could not be decided because something is not known. Of parties, whoever acted comes first; those of `sameCustomer` and
 * `exclusiveOverlap` are sorted. The value is the sum of the known values; conflicts of rights and prices have none.
 *
 * @param rules a definition, or what `compileConflictRules` made of it
 * @param data partners, rights, holds, shipments, sales of the maker, prices, promotions
 * @throws SalesModelError `ids.duplicate`, `date.invalid`, `period.order`, `conflict.turnover`, and those of `compileConflictRules`
 * @example
 * import { detectConflicts } from 'salesmodel/channel';
 *
 * const { conflicts, undetermined } = detectConflicts({ id: 'routes', version: 1, rules: [{ code: 'crossTerritory' }] }, {
 *   grants: [
 *     { id: 'G1', partner: 'P1', territory: 'north', from: '2026-01-01' },
 *     { id: 'G2', partner: 'P2', territory: 'south', from: '2026-01-01' },
 *   ],
 *   shipments: [
 *     { id: 'S1', partner: 'P1', product: 'pump', territory: 'south', value: '700', on: '2026-03-05' },
 *     { id: 'S2', partner: 'P1', product: 'pump', territory: 'south', value: '500', on: '2026-03-20' },
 *     { id: 'S3', partner: 'P2', product: 'pump', on: '2026-03-21' },
 *   ],
 * });
 * conflicts.map(({ parties, territory, count, value }) => [parties.join(), territory, count, value]); // => [['P1,P2', 'south', 2, '1200']]
 * conflicts[0]?.causes; // => ['role']
 * undetermined; // => [{ rule: 'crossTerritory', code: 'crossTerritory', evidence: 'S3', missing: 'territory' }]
 */
export function detectConflicts(rules: ConflictRules | ConflictEvaluator, data: ConflictData): ConflictReport {
  const { partition, finish } = 'finish' in rules ? rules : compileConflictRules(rules);
  return finish(partition(data));
}
