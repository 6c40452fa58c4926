import { type Decimal, type DecimalString, toDecimal } from '../../core/decimal.js';
import { bigintsOf, fixedColumn } from '../../core/fixed/column.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { roundUnits } from '../../core/rounding.js';
import { toProportions, toScaled } from '../../core/scaled.js';
import type { ItemScore } from '../../mechanisms/scoring/scorecard/scorecard.js';
import type { SegmentDistance } from '../schema/assignment.js';
import type { ValueItem } from '../schema/classes.js';
import {
  ceilDivide,
  leastRounded,
  type MetricPoints,
  othersOf,
  POINT_DECIMALS,
  rangePoints,
  rankPoints,
  stepsTo,
  thresholdPoints,
} from './metricPoints.js';
import { readIncrement } from './shareCuts.js';

/** The classes of a score from the best down, each with its least score; the last has none. */
export interface ScoreClasses {
  readonly order: readonly string[];
  readonly bounds: readonly Decimal[];
}

/** All values of a metric in whole units, ascending. */
interface MetricValues {
  readonly sorted: readonly bigint[];
  readonly scale: number;
  readonly step: bigint;
  readonly thresholds: readonly bigint[];
}

/**
 * Returns what says by how much each metric of a customer has to grow alone, those of all others as they are, for a
 * better class. It is exact: scores are rounded as the scorecard rounds them.
 *
 * @param policy metrics with their weights
 * @param all what the scorecard says of everybody
 * @throws SalesModelError `segmentation.classes.increment`, `decimal.invalid`, `decimal.tooLong`
 */
export function valueDistances(
  policy: readonly ValueItem[],
  all: readonly { readonly items: readonly ItemScore[] }[],
  { order, bounds }: ScoreClasses,
): (items: readonly ItemScore[], place: number) => SegmentDistance[] {
  const metrics = policy.map((item, at) => readMetric(item, at, all));
  const weights = toProportions(policy.map(({ weight }) => toDecimal(weight)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const least = bounds.map((bound) => BigInt(bound.times(`1e${POINT_DECIMALS}`).ceil().toFixed()));
  return (scores, place) => {
    if (place === 0) return [];
    // Scores come by id.
    const items = policy.map(({ metric }) => scores.find(({ id }) => id === metric)!);
    const points = items.map(({ score }) => toScaled(toDecimal(score!), POINT_DECIMALS));
    const sum = points.reduce((total, each, at) => total + each * weights[at]!, 0n);
    const wanted = leastRounded(least[place - 1]!, whole);
    return policy.flatMap((item, at): SegmentDistance[] => {
      const weight = weights[at]!;
      const { sorted, scale, step, thresholds } = metrics[at]!;
      const rest = sum - points[at]! * weight;
      if (weight === 0n || rest + weight * MOST < wanted) return [];
      const own = toScaled(toDecimal(items[at]!.raw!), scale);
      const worth = pointsOf(item, sorted, own, thresholds);
      const bound = worth.leastWith(ceilDivide(wanted - rest, weight));
      if (bound === null) return [];
      const delta = stepsTo(bound, own, step) * step;
      const total = roundUnits(rest + weight * worth.pointsAt(own + delta), whole, 'halfEven');
      const segment = order[least.findIndex((bound) => total >= bound)]!;
      return [{ segment, input: item.metric, delta: scaledText(delta, scale), unit: item.metric }];
    });
  };
}

const MOST = 100n * 10n ** BigInt(POINT_DECIMALS);

function readMetric(
  { metric, increment, normaliser }: ValueItem,
  at: number,
  all: readonly { readonly items: readonly ItemScore[] }[],
): MetricValues {
  const step = readIncrement(increment, ['policy', 'items', at, 'increment']);
  const thresholds = normaliser.kind === 'threshold' ? normaliser.thresholds.map((each) => toDecimal(each)) : [];
  const raw = all.flatMap(({ items }): DecimalString[] => {
    const found = items.find(({ id, status }) => id === metric && status !== 'missing')?.raw;
    return found === null || found === undefined ? [] : [found];
  });
  const column = fixedColumn(raw);
  const scale = Math.max(column.scale, ...[step, ...thresholds].map((each) => each.dp()));
  const values = bigintsOf(column, scale);
  return {
    sorted: normaliser.kind === 'threshold' ? [] : values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    scale,
    step: toScaled(step, scale),
    thresholds: thresholds.map((each) => toScaled(each, scale)),
  };
}

function pointsOf(
  { normaliser }: ValueItem,
  sorted: readonly bigint[],
  own: bigint,
  thresholds: readonly bigint[],
): MetricPoints {
  switch (normaliser.kind) {
    case 'threshold':
      return thresholdPoints(thresholds[0]!, thresholds[1]!);
    case 'minMax':
      return rangePoints(othersOf(sorted, own));
    case 'rank':
      return rankPoints(othersOf(sorted, own));
  }
}
