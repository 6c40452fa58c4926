import type { PlanRun } from '../run/planRun.js';
import type { StatedPeriod } from '../run/statedPeriods.js';

/**
 * The period in which something of a day is settled: its own, or the next one where no version answers for it. Of two
 * versions that share a period, the one that holds on the day has it. Undefined after the last.
 */
export function periodOfDay(
  periods: readonly StatedPeriod[],
  versions: readonly PlanRun[],
  day: number,
): StatedPeriod | undefined {
  const first = periods.find(({ period }) => day < period.end);
  if (first === undefined) return undefined;
  const holds = ({ version, period }: StatedPeriod): boolean =>
    period.start === first.period.start &&
    from(versions, { version }) <= day &&
    day < (versions[version]?.plan.to ?? day);
  return periods.find(holds) ?? first;
}

function from(versions: readonly PlanRun[], { version }: Pick<StatedPeriod, 'version'>): number {
  return versions[version]?.plan.from ?? 0;
}
