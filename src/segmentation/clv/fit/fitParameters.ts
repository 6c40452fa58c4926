import { exp, ln } from '../../../core/elementary.js';
import type { Reason } from '../../../core/errors.js';
import { inverseOf } from '../numerics/inverseOf.js';
import { maximise, type Slope, type Summit } from '../numerics/maximise.js';
import type { FitReport } from './fitReport.js';

/** A log-likelihood to be fitted. */
export interface Problem<Name extends string> {
  readonly names: readonly Name[];
  /** The names of those in a unit of time or money. */
  readonly inUnit: readonly Name[];
  /** Value and slopes by parameter, of data whose unit was multiplied by {@link scale}. */
  readonly slopeAt: (params: readonly number[]) => Slope;
  /** Places to climb from, in the scaled unit. */
  readonly starts: readonly (readonly number[])[];
  readonly scale: number;
  /** What the log-likelihood of the data in its own unit has more. */
  readonly constant: number;
  readonly customers: number;
  readonly uniqueRows: number;
}

/** The range of a parameter in the unit of the data. */
const RANGE = [1e-4, 1e5] as const;
/** Slope and difference between starts, relative to the log-likelihood, that count as none. */
const TOLERANCE = 1e-8;
/** So many starts that agree are enough. */
const ENOUGH = 2;

/** The parameters with the greatest likelihood over their logarithms, and how the climb there went. */
export function fitParameters<Name extends string>(
  problem: Problem<Name>,
): { readonly params: Record<Name, number>; readonly fit: FitReport } {
  const { names, inUnit, scale, constant } = problem;
  let evaluations = 0;
  const slopeAt = (point: readonly number[]): Slope => {
    evaluations++;
    const params = point.map(exp);
    const { value, gradient } = problem.slopeAt(params);
    return { value: value + constant, gradient: gradient.map((slope, axis) => slope * params[axis]!) };
  };
  // A parameter in the unit of the data is `scale` times as large while fitting.
  const shifts = names.map((name) => (inUnit.includes(name) ? ln(scale) : 0));
  const bounds = shifts.map((shift) => [ln(RANGE[0]) + shift, ln(RANGE[1]) + shift] as const);

  const summits: Summit[] = [];
  for (const start of problem.starts) {
    const inside = start.map((value, axis) => Math.min(Math.max(ln(value), bounds[axis]![0]), bounds[axis]![1]));
    summits.push(maximise(slopeAt, inside, bounds));
    if (agreeing(summits) >= ENOUGH) break;
  }
  const best = highest(summits);
  const params = best.point.map((x, axis) => exp(x - shifts[axis]!));
  const information = best.hessian?.map((row) => row.map((value) => -value)) ?? null;
  // The parameters' own variances from those of their logarithms.
  const covariance =
    (information === null ? null : inverseOf(information))?.map((row, i) =>
      row.map((value, j) => value * params[i]! * params[j]!),
    ) ?? null;
  const byName = <T>(values: readonly T[]): Record<Name, T> =>
    Object.fromEntries(names.map((name, axis) => [name, values[axis]!])) as Record<Name, T>;
  const reasons = reasonsAgainst(names, best, params, covariance === null, agreeing(summits));
  const fit: FitReport = {
    status: best.left !== null ? 'boundary' : reasons.length === 0 ? 'converged' : 'notConverged',
    reasons,
    logLikelihood: best.value,
    gradient: byName(best.gradient),
    standardErrors: covariance === null ? null : byName(covariance.map((row, axis) => Math.sqrt(row[axis]!))),
    covariance,
    customers: problem.customers,
    uniqueRows: problem.uniqueRows,
    starts: summits.length,
    evaluations,
    scale,
  };
  return { params: byName(params), fit };
}

function reasonsAgainst(
  names: readonly string[],
  { left, value, gradient }: Summit,
  params: readonly number[],
  noSummit: boolean,
  agreeing: number,
): Reason[] {
  if (left !== null) {
    return [{ code: 'boundary', params: { parameter: names[left]!, value: params[left]!, range: RANGE } }];
  }
  const most = TOLERANCE * Math.max(1, Math.abs(value));
  const steep = names.filter((_, axis) => !(Math.abs(gradient[axis]!) <= most));
  return [
    ...(noSummit ? [{ code: 'noSummit', params: {} }] : []),
    ...(steep.length > 0 ? [{ code: 'notFlat', params: { parameters: steep } }] : []),
    ...(agreeing < ENOUGH ? [{ code: 'startsDisagree', params: { agreeing } }] : []),
  ];
}

/** How many climbs ended as high as the highest. */
function agreeing(summits: readonly Summit[]): number {
  const { value } = highest(summits);
  return summits.filter((summit) => Math.abs(summit.value - value) <= TOLERANCE * Math.max(1, Math.abs(value))).length;
}

/** The highest summit; of equally high ones the first. */
function highest(summits: readonly Summit[]): Summit {
  return summits.reduce((best, summit) => (summit.value > best.value ? summit : best));
}
