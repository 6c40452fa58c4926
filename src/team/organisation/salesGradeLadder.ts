import type { GradeLadder } from '../../mechanisms/scoring/ladder/gradeLadder.js';
import { fail } from '../fail.js';
import type { SalesGrade } from '../schema/organisation.js';

/**
 * Grades of sales people as data: from junior to expert by the appraisal score, each with its rights, resources and tasks.
 * One bad review is tolerated, and nobody falls more than one grade at once.
 *
 * @example
 * import { assignGrade } from 'salesmodel/mechanisms/scoring';
 * import { salesGradeLadder } from 'salesmodel/team';
 *
 * assignGrade(salesGradeLadder, { grade: 'senior' }, { score: 92 }).grade; // => 'expert'
 */
export const salesGradeLadder: GradeLadder = {
  demoteAfter: 2,
  maxDown: 1,
  grades: [
    { id: 'junior', rights: ['quoteListPrice'], resources: ['leads'], tasks: ['learn', 'prospect'] },
    {
      id: 'regular',
      enter: [{ metric: 'score', min: '60' }],
      stay: [{ metric: 'score', min: '55' }],
      rights: ['quoteListPrice', 'giveDiscount'],
      resources: ['leads', 'samples'],
      tasks: ['prospect', 'serveAccounts'],
    },
    {
      id: 'senior',
      enter: [{ metric: 'score', min: '75' }],
      stay: [{ metric: 'score', min: '70' }],
      rights: ['quoteListPrice', 'giveDiscount', 'negotiateContract'],
      resources: ['leads', 'samples', 'travelBudget'],
      tasks: ['serveKeyAccounts', 'mentor'],
    },
    {
      id: 'expert',
      enter: [{ metric: 'score', min: '90' }],
      stay: [{ metric: 'score', min: '85' }],
      rights: ['quoteListPrice', 'giveDiscount', 'negotiateContract', 'grantCredit'],
      resources: ['leads', 'samples', 'travelBudget', 'team'],
      tasks: ['developMarkets', 'mentor', 'train'],
    },
  ],
};

/**
 * Returns what a grade brings and asks for.
 *
 * @param grade id of a grade of the ladder
 * @param ladder default `salesGradeLadder`
 * @throws SalesModelError `grade.unknown`
 * @example
 * import { gradeEntitlements } from 'salesmodel/team';
 *
 * gradeEntitlements('senior').resources; // => [ 'leads', 'samples', 'travelBudget' ]
 */
export function gradeEntitlements(grade: string, ladder: GradeLadder = salesGradeLadder): SalesGrade {
  const found = ladder.grades.find(({ id }) => id === grade);
  if (found === undefined) {
    fail('grade.unknown', ['grade'], { expected: ladder.grades.map(({ id }) => id).join(' | '), value: grade });
  }
  const { id, rights = [], resources = [], tasks = [] } = found;
  return { code: id, rights, resources, tasks };
}
