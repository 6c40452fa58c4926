import type { Finding } from '../../../core/errors.js';
import type { GradeLadder } from './gradeLadder.js';
import { type Bounds, readLadder } from './readLadder.js';

/**
 * Returns what is odd about a ladder that is valid, by grade: `shadowedGrade`, a grade that nobody enters because a higher
 * one asks for nothing more; `neverFallenTo`, a grade that no fall ends at because a higher one is kept as easily;
 * `noHysteresis`, a grade that is lost where it is reached, so that a value at the bound moves it to and fro.
 *
 * @param ladder grades from the lowest to the highest
 * @throws SalesModelError those of `compileLadder`
 * @example
 * import { lintLadder } from 'salesmodel/mechanisms/scoring';
 *
 * const findings = lintLadder({
 *   grades: [
 *     { id: 'bronze' },
 *     { id: 'silver', enter: [{ metric: 'score', min: '50' }], stay: [{ metric: 'score', min: '45' }] },
 *     { id: 'gold', enter: [{ metric: 'score', min: '50' }], stay: [{ metric: 'score', min: '48' }] },
 *   ],
 * });
 * findings; // => [{ code: 'shadowedGrade', severity: 'warning', path: ['grades', 1], params: { grade: 'silver', higher: 'gold' } }]
 */
export function lintLadder(ladder: GradeLadder): Finding[] {
  const { ids, enter, stay, maxUp, maxDown, demoteAfter } = readLadder(ladder);
  const last = ids.length - 1;
  return ids.flatMap((grade, at): Finding[] => {
    if (at === 0) return [];
    const path = ['grades', at];
    const findings: Finding[] = [];
    const asEasy = enter.findIndex((bounds, higher) => higher > at && implies(enter[at]!, bounds));
    // A rise that a limit ends may still end here.
    if (asEasy >= 0 && maxUp >= last) {
      findings.push({ code: 'shadowedGrade', severity: 'warning', path, params: { grade, higher: ids[asEasy] } });
    }
    const keptAsLong = stay.every((bounds, higher) => higher <= at || implies(stay[at]!, bounds));
    if (at < last && keptAsLong && maxDown >= last) {
      findings.push({ code: 'neverFallenTo', severity: 'warning', path, params: { grade } });
    }
    if (demoteAfter === 1 && implies(stay[at]!, enter[at]!)) {
      findings.push({ code: 'noHysteresis', severity: 'info', path, params: { grade } });
    }
    return findings;
  });
}

/** Whether values that hold the first bounds hold the second ones as well. */
function implies(first: Bounds, second: Bounds): boolean {
  return [...second].every(([metric, min]) => first.get(metric)?.gte(min) ?? false);
}
