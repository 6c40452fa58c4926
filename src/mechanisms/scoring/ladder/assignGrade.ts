import { compileLadder } from './compileLadder.js';
import type { GradeAssignment, GradeLadder, LadderMetrics, LadderState } from './gradeLadder.js';

/**
 * Returns the grade after one review. The highest grade above the present one whose `enter` holds is risen to once it was
 * reached so many times in a row; else, when `stay` of the present grade fails so many times in a row, the highest lower
 * grade whose `stay` holds is fallen to. Between the two nothing changes. Use `compileLadder` for many members.
 *
 * @param ladder grades from the lowest to the highest
 * @param state present grade and streaks, as the review before returned them
 * @param metrics values of the review
 * @throws SalesModelError those of `compileLadder`, `ladder.unknownGrade`
 * @example
 * import { assignGrade } from 'salesmodel/mechanisms/scoring';
 *
 * const ladder = {
 *   grades: [{ id: 'bronze' }, { id: 'silver', enter: [{ metric: 'score', min: '50' }] }],
 *   demoteAfter: 2,
 * };
 * const first = assignGrade(ladder, { grade: 'silver' }, { score: '40' });
 * [first.grade, first.downStreak, first.reasons.map(({ code }) => code)]; // => ['silver', 1, ['belowStay', 'stayMissed']]
 * assignGrade(ladder, first, { score: '40' }).changed; // => 'down'
 */
export function assignGrade(ladder: GradeLadder, state: LadderState, metrics: LadderMetrics): GradeAssignment {
  return compileLadder(ladder).assign(state, metrics);
}
