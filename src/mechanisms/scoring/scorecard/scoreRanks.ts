import type { Fraction } from '../../../core/fraction.js';
import { type Cells, hasCell } from './cells.js';
import type { GroupTies } from './normaliser.js';
import { emptyColumn, type Fault, ITEM_STATE, type ItemColumn, settle } from './scoreValues.js';
import { shapeAt } from './shape.js';
import type { Source } from './source.js';

type RankSource = Extract<Source, { kind: 'rank' }>;

/** The different values of a group, ascending, and how many of the group are less than each; at last how many there are. */
interface Steps {
  readonly values: readonly (number | bigint)[];
  readonly below: readonly number[];
}

/** Scores the rank of each row's value in the group. A value that nobody in the group has is a fault. */
export function scoreRanks(
  source: RankSource,
  cells: Cells,
  group: Cells,
  n: number,
  itemScale: number,
  fault: Fault,
): ItemColumn {
  const into = emptyColumn(n);
  const scale = Math.max(cells.scale, group.scale);
  const steps = stepsOf(comparable(group, scale));
  const values = comparable(cells, scale);
  const members = steps.below.at(-1)!;
  const points = steps.values.map((_, step) => pointsOf(source, steps, step, members));
  for (let row = 0; row < n; row++) {
    const value = values[row];
    if (value === null || value === undefined) {
      into.state[row] = ITEM_STATE.missing;
      continue;
    }
    const step = placeOf(steps.values, value);
    if (step < 0) {
      into.state[row] = ITEM_STATE.fault;
      fault(row, 'scorecard.notInGroup');
    } else settle(into, row, points[step]!, itemScale, fault);
  }
  return into;
}

function pointsOf(source: RankSource, { below }: Steps, step: number, members: number): Fraction | 'na' | 'fault' {
  if (members === 1) return source.alone ?? 'na';
  const equal = below[step + 1]! - below[step]!;
  const isHigher = source.direction === 'higher';
  const better = isHigher ? members - below[step + 1]! : below[step]!;
  const betterSteps = isHigher ? below.length - 2 - step : step;
  const twice = 2 * members - doubleRank(source.method, better, equal, betterSteps);
  return shapeAt(source.shape, { n: BigInt(twice), d: BigInt(2 * (members - 1)) });
}

/** Twice the rank, which is whole under every rule. */
function doubleRank(method: GroupTies, better: number, equal: number, betterSteps: number): number {
  switch (method) {
    case 'competition':
      return 2 * (better + 1);
    case 'max':
      return 2 * (better + equal);
    case 'average':
      return 2 * better + equal + 1;
    case 'dense':
      return 2 * (betterSteps + 1);
  }
}

/** Values at one scale, as numbers where all are safe; `null` where there is none. */
function comparable(cells: Cells, scale: number): (number | bigint | null)[] {
  const { values } = cells;
  const factor = 10n ** BigInt(scale - cells.scale);
  return Array.from(values as ArrayLike<number | bigint>, (value, row) => {
    if (!hasCell(cells, row)) return null;
    if (factor === 1n) return value;
    const scaled = BigInt(value) * factor;
    return Number.isSafeInteger(Number(scaled)) ? Number(scaled) : scaled;
  });
}

function stepsOf(all: readonly (number | bigint | null)[]): Steps {
  const present = all.filter((value) => value !== null).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const values: (number | bigint)[] = [];
  const below: number[] = [];
  present.forEach((value, at) => {
    // A safe integer and a bigint may be the same value.
    if (at > 0 && value <= present[at - 1]!) return;
    values.push(value);
    below.push(at);
  });
  return { values, below: [...below, present.length] };
}

function placeOf(values: readonly (number | bigint)[], value: number | bigint): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  // Not the operator of identity: 5 and 5n are one value.
  return low < values.length && values[low]! <= value ? low : -1;
}
