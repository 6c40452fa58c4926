import type { PlanPeriod } from '../run/grid.js';
import type { PlanRun } from '../run/planRun.js';

/** A period of a plan, by the version that answers for it. */
export interface VersionPeriod {
  /** Position among the versions of the plan. */
  readonly version: number;
  /** Position among the periods of the version. */
  readonly index: number;
  readonly period: PlanPeriod;
}

/** The periods of all versions of a plan in order of time, earlier ones included that a run looks back on. */
export function periodsOf(versions: readonly PlanRun[]): readonly VersionPeriod[] {
  return versions
    .flatMap(({ grid }, version) => grid.periods.map((period, index) => ({ version, index, period })))
    .filter(({ period }) => period.governed)
    .sort((a, b) => a.period.start - b.period.start || from(versions, a) - from(versions, b));
}

/**
 * The period in which something of a day is settled: its own, or the next one where no version answers for it. Of two
 * versions that share a period, the one that holds on the day has it. Undefined after the last.
 */
export function periodOfDay(
  periods: readonly VersionPeriod[],
  versions: readonly PlanRun[],
  day: number,
): VersionPeriod | undefined {
  const first = periods.find(({ period }) => day < period.end);
  if (first === undefined) return undefined;
  const holds = ({ version, period }: VersionPeriod): boolean =>
    period.start === first.period.start &&
    from(versions, { version }) <= day &&
    day < (versions[version]?.plan.to ?? day);
  return periods.find(holds) ?? first;
}

function from(versions: readonly PlanRun[], { version }: Pick<VersionPeriod, 'version'>): number {
  return versions[version]?.plan.from ?? 0;
}
