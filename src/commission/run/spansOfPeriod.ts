import type { ComponentRun } from './componentRun.js';
import type { PlanRun } from './planRun.js';
import { takesOn } from './statedPeriods.js';

/** A span of a component, in the version of the plan that answers for it. */
export interface PeriodSpan {
  readonly version: PlanRun;
  readonly run: ComponentRun;
  readonly span: number;
}

/**
 * The spans that are earned in a period of a plan version: its own, and those of versions before it that still answered
 * for them when they began, in the order of its components; what it does not have itself comes last.
 *
 * @param index position among the periods of the version
 */
export function spansOfPeriod(planRun: PlanRun, index: number): readonly PeriodSpan[] {
  const { grid, versions } = planRun;
  const period = grid.periods[index]!;
  const own = spansEndingIn(planRun, index);
  if (!period.governed || versions.length < 2) return own;
  const others = versions.flatMap((other) => {
    if (other.grid === grid || !takesOn(grid, other.grid, period)) return [];
    const at = other.grid.periods.findIndex(({ trails, start }) => trails && start === period.start);
    return at < 0 ? [] : spansEndingIn(other, at);
  });
  const placeOf = ({ run }: PeriodSpan): number => {
    const place = planRun.components.findIndex(({ grid: each }) => each.component.id === run.grid.component.id);
    return place < 0 ? planRun.components.length : place;
  };
  return others.length === 0 ? own : [...own, ...others].sort((a, b) => placeOf(a) - placeOf(b));
}

function spansEndingIn(version: PlanRun, index: number): readonly PeriodSpan[] {
  return version.components.flatMap((run) =>
    run.grid.spans.flatMap(({ governed, earnedIn }, span) =>
      governed && earnedIn === index ? [{ version, run, span }] : [],
    ),
  );
}
