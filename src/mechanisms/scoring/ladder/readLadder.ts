import { type Decimal, toDecimal, toText } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { fail as failCore } from '../../../core/fail.js';
import { oneOf } from '../../../core/oneOf.js';
import { fail } from '../fail.js';
import type { GradeLadder, GradeThreshold } from './gradeLadder.js';

/** Least value by metric. */
export type Bounds = ReadonlyMap<string, Decimal>;

/** A ladder that was checked: grades by index from the lowest, defaults filled in. */
export interface CheckedLadder {
  readonly ids: readonly string[];
  readonly enter: readonly Bounds[];
  readonly stay: readonly Bounds[];
  /** Every metric that a threshold names, ascending. */
  readonly metrics: readonly string[];
  readonly promoteAfter: number;
  readonly demoteAfter: number;
  readonly maxUp: number;
  readonly maxDown: number;
  readonly holds: boolean;
}

/** @throws SalesModelError the errors of `compileLadder` */
export function readLadder(ladder: GradeLadder): CheckedLadder {
  const { grades, missing = 'hold' } = ladder;
  if (grades.length === 0) fail('ladder.empty', ['grades']);
  const ids = grades.map(({ id }) => id);
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) failCore('ids.duplicate', ['grades', at, 'id'], { id });
  });
  const enter = grades.map((grade, at) => boundsOf(grade.enter ?? [], ['grades', at, 'enter']));
  const stay = grades.map((grade, at) =>
    grade.stay === undefined ? enter[at]! : boundsOf(grade.stay, ['grades', at, 'stay']),
  );
  grades.forEach((grade, at) => {
    if (at > 0 && enter[at]!.size === 0) fail('ladder.enterMissing', ['grades', at, 'enter']);
    for (const field of ['enter', 'stay'] as const) {
      if (at === 0 && grade[field] !== undefined) fail('ladder.lowest', ['grades', at, field]);
    }
    grade.stay?.forEach(({ metric }, which) => {
      const [least, most] = [stay[at]!.get(metric)!, enter[at]!.get(metric)];
      if (most !== undefined && least.lte(most)) return;
      const params = { metric, stay: toText(least), enter: most === undefined ? null : toText(most) };
      fail('ladder.stayAboveEnter', ['grades', at, 'stay', which], params);
    });
  });
  return {
    ids,
    enter,
    stay,
    metrics: [...new Set(enter.flatMap((bounds) => [...bounds.keys()]))].toSorted(),
    promoteAfter: countOf(ladder.promoteAfter ?? 1, ['promoteAfter']),
    demoteAfter: countOf(ladder.demoteAfter ?? 1, ['demoteAfter']),
    maxUp: countOf(ladder.maxUp ?? ids.length, ['maxUp']),
    maxDown: countOf(ladder.maxDown ?? ids.length, ['maxDown']),
    holds: oneOf(missing, ['hold', 'below'], ['missing']) === 'hold',
  };
}

function boundsOf(thresholds: readonly GradeThreshold[], path: Path): Bounds {
  const bounds = new Map<string, Decimal>();
  thresholds.forEach(({ metric, min }, at) => {
    if (bounds.has(metric)) failCore('ids.duplicate', [...path, at, 'metric'], { id: metric });
    bounds.set(metric, toDecimal(min, [...path, at, 'min']));
  });
  return bounds;
}

function countOf(value: number, path: Path): number {
  if (!Number.isSafeInteger(value) || value < 1) fail('ladder.count', path, { least: 1, value });
  return value;
}
