import type { PlanGrid, PlanPeriod } from './grid.js';

/** A period of a plan, in the version that has its statement. */
export interface StatedPeriod {
  /** Position among the versions of the plan. */
  readonly version: number;
  /** Position among the periods of the version. */
  readonly index: number;
  readonly period: PlanPeriod;
}

/**
 * The periods of all versions of a plan in order of time, earlier ones included that a run looks back on: those that a
 * version answers for, and those in which its last spans end while no other does.
 */
export function statedPeriods(versions: readonly PlanGrid[]): readonly StatedPeriod[] {
  return versions
    .flatMap((grid, version) =>
      grid.periods.flatMap((period, index) =>
        period.governed || (period.trails && !isStatedElsewhere(versions, grid, period))
          ? [{ version, index, period }]
          : [],
      ),
    )
    .sort((a, b) => a.period.start - b.period.start || from(versions, a) - from(versions, b));
}

/** Whether the statement of another version has what longer spans of one earn that end in a period. */
function isStatedElsewhere(versions: readonly PlanGrid[], own: PlanGrid, period: PlanPeriod): boolean {
  return versions.some((other) => other !== own && takesOn(other, own, period));
}

/** Whether a version states in its own period what spans of another earn that end in it. */
export function takesOn(version: PlanGrid, other: PlanGrid, { start }: PlanPeriod): boolean {
  return (
    version.plan.currency === other.plan.currency &&
    version.periods.some((period) => period.governed && period.start === start)
  );
}

function from(versions: readonly PlanGrid[], { version }: StatedPeriod): number {
  return versions[version]?.plan.from ?? 0;
}
