import { addMonths, type PlainDate } from '../../core/date.js';
import type { Draw, PlanAssignment, TeamSplit, TeamStart } from '../schema.js';

/**
 * Returns the assignment of a newcomer with the draw and the ramp that a team gives, and as it is where the team gives
 * none. Draws of an assignment stand in for those of the plan.
 *
 * @param team how the team starts newcomers, such as the preset `split.incubator`
 * @param assignment of the newcomer; draw and ramp begin on its first day
 * @param quotaIds the quotas that grow
 * @throws SalesModelError `date.invalid`
 * @example
 * import { presets, startAssignment } from 'salesmodel/commission';
 *
 * const start = startAssignment(presets['split.incubator'], { payeeId: 'new', planId: 'P', from: '2026-03-01' }, ['sales']);
 * start.draws; // => [{ id: 'incubator', kind: 'guarantee', recovery: 'none', amount: { ofTarget: '1' }, from: '2026-03-01', to: '2026-09-01' }]
 * start.quotas?.['sales']?.ramp?.steps; // => ['0.25', '0.25', '0.5', '0.5', '0.75', '0.75']
 */
export function startAssignment(
  team: TeamSplit,
  assignment: PlanAssignment,
  quotaIds: readonly string[] = [],
): PlanAssignment {
  const { draw, ramp } = team.start ?? {};
  const { from, draws = [], quotas = {} } = assignment;
  return {
    ...assignment,
    ...(draw !== undefined && { draws: [...draws, started(draw, from)] }),
    ...(ramp !== undefined && {
      quotas: { ...quotas, ...Object.fromEntries(quotaIds.map((id) => [id, { ...quotas[id], ramp }])) },
    }),
  };
}

function started({ months, ...terms }: NonNullable<TeamStart['draw']>, from: PlainDate): Draw {
  return { ...terms, from, to: addMonths(from, months) };
}
