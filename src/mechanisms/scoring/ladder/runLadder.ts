import { compileLadder } from './compileLadder.js';
import type { GradeLadder, LadderPeriod, LadderState, LadderStep } from './gradeLadder.js';

/**
 * Returns the grade after each review of a history. Replaying a part of it gives the same steps.
 *
 * @param ladder grades from the lowest to the highest
 * @param start grade before the first review
 * @param periods the values of each review, in the order of time
 * @throws SalesModelError those of `compileLadder`, `ladder.unknownGrade`
 * @example
 * import { runLadder } from 'salesmodel/mechanisms/scoring';
 *
 * const ladder = {
 *   grades: [{ id: 'bronze' }, { id: 'silver', enter: [{ metric: 'score', min: '50' }], stay: [{ metric: 'score', min: '45' }] }],
 * };
 * const steps = runLadder(ladder, { grade: 'bronze' }, [
 *   { period: '2026-Q1', metrics: { score: '55' } },
 *   { period: '2026-Q2', metrics: { score: '46' } },
 *   { period: '2026-Q3', metrics: { score: '44' } },
 * ]);
 * steps.map(({ period, grade }) => `${period} ${grade}`); // => ['2026-Q1 silver', '2026-Q2 silver', '2026-Q3 bronze']
 */
export function runLadder(ladder: GradeLadder, start: LadderState, periods: readonly LadderPeriod[]): LadderStep[] {
  return compileLadder(ladder).run(start, periods);
}
