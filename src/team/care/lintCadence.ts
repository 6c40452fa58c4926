import type { Finding } from '../../core/errors.js';
import { checkCadence, type VisitCadence } from './visitCadence.js';

/**
 * Returns what is wrong with cadences: `cadenceOrder` where the days between visits do not ascend from the least to the most,
 * `cadenceInverted` where a better grade is seen less often than the next, in the order of the list.
 *
 * @param cadences the best grade first
 * @throws SalesModelError `care.gap`, `care.minutes`
 * @example
 * import { lintCadence } from 'salesmodel/team';
 *
 * lintCadence([
 *   { grade: 'A', minGap: 20, targetGap: 30, maxGap: 40, minutes: 60 },
 *   { grade: 'B', minGap: 25, targetGap: 20, maxGap: 40, minutes: 45 },
 * ]).map(({ code, params }) => [code, params['grade']]); // => [ [ 'cadenceInverted', 'A' ], [ 'cadenceOrder', 'B' ] ]
 */
export function lintCadence(cadences: readonly VisitCadence[]): readonly Finding[] {
  cadences.forEach(checkCadence);
  return cadences.flatMap(({ grade, minGap, targetGap, maxGap }, at): Finding[] => {
    const path = ['cadences', at];
    const next = cadences[at + 1];
    const findings: Finding[] = [];
    if (minGap > targetGap || targetGap > maxGap) {
      findings.push({ code: 'cadenceOrder', severity: 'error', path, params: { grade, minGap, targetGap, maxGap } });
    }
    if (next !== undefined && targetGap > next.targetGap) {
      const params = { grade, targetGap, other: next.grade, otherGap: next.targetGap };
      findings.push({ code: 'cadenceInverted', severity: 'warning', path: [...path, 'targetGap'], params });
    }
    return findings;
  });
}
