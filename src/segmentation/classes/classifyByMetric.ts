import { type Decimal, type DecimalString, ONE, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { bigintsOf, fixedColumn } from '../../core/fixed/column.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { toScaled } from '../../core/scaled.js';
import { quantiles } from '../../mechanisms/scoring/quantile.js';
import { fail } from '../fail.js';
import type { AssignmentThreshold, SegmentDistance } from '../schema/assignment.js';
import type { ValuePolicy } from '../schema/classes.js';
import { abc } from './abc.js';
import { othersOf, stepsTo } from './metricPoints.js';
import { readCuts, readIncrement } from './shareCuts.js';
import { VALUE_CLASSES, type ValueAssignment, type ValueFacts } from './valueAssignment.js';

/** A policy by one metric. */
type MetricPolicy = Extract<ValuePolicy, { metric: string }>;

/** The value classes of customers by their place in one metric, by id. */
export function classifyByMetric(facts: readonly ValueFacts[], asOf: string, policy: MetricPolicy): ValueAssignment[] {
  const { metric } = policy;
  const policyVersion = `${policy.id}@${policy.version}`;
  const rest = { asOf, policyVersion, scheme: 'value', score: null, items: [] };
  const known: { id: string; value: DecimalString }[] = [];
  const found: ValueAssignment[] = [];
  facts.forEach(({ customer, metrics }, at) => {
    const value = metrics[metric];
    if (value === null || value === undefined) {
      const nothing = { inputs: { [metric]: null }, thresholds: [], distanceToNext: [], missing: [metric] };
      found.push({ customer, segment: null, rule: 'undecided', ...nothing, ...rest });
    } else known.push({ id: customer, value: toText(toDecimal(value, ['facts', at, 'metrics', metric])) });
  });
  if (policy.by === 'abc') {
    const cuts = policy.cuts ?? (['0.8', '0.95'] as const);
    checkPair(cuts, ['policy', 'cuts']);
    const names: Readonly<Record<string, string>> = { A: 'high', B: 'mid', C: 'low' };
    const { id, version, increment } = policy;
    const shares = { id, version, cuts, ...(increment === undefined ? {} : { increment }) };
    for (const each of abc(known, { asOf, policy: shares }).assignments) {
      const distanceToNext = each.distanceToNext.map(({ segment, delta }): SegmentDistance => ({
        segment: names[segment]!,
        input: metric,
        delta,
        unit: metric,
      }));
      const inputs = { [metric]: each.inputs['value']!, share: each.inputs['share']! };
      found.push({ ...each, ...rest, segment: names[each.segment!]!, inputs, distanceToNext });
    }
  } else {
    const p = policy.probabilities ?? (['0.5', '0.8'] as const);
    checkPair(p, ['policy', 'probabilities']);
    p.forEach((each, at) => {
      const read = toDecimal(each, ['policy', 'probabilities', at]);
      if (read.lte(0) || read.gte(1)) {
        fail('segmentation.cuts.probability', ['policy', 'probabilities', at], { value: toText(read) });
      }
    });
    const [low, high] = readCuts(p, ONE, ['policy', 'probabilities']);
    const increment = readIncrement(policy.increment, ['policy', 'increment']);
    const values = known.map(({ value }) => value);
    const [middle, top] = quantiles(values, p);
    const distance = quantileDistances(values, [high!, low!], increment);
    for (const { id, value } of known) {
      const amount = toDecimal(value);
      const place = amount.gt(top!) ? 0 : amount.gt(middle!) ? 1 : 2;
      const thresholds: AssignmentThreshold[] = [];
      if (place < 2) thresholds.push({ input: metric, op: 'gt', value: place === 0 ? top! : middle! });
      if (place > 0) thresholds.push({ input: metric, op: 'le', value: place === 1 ? top! : middle! });
      const next = distance(value, place);
      found.push({
        customer: id,
        segment: VALUE_CLASSES[place],
        rule: policy.by,
        inputs: { [metric]: value },
        thresholds,
        distanceToNext: next === null ? [] : [{ ...next, input: metric, unit: metric }],
        missing: [],
        ...rest,
      });
    }
  }
  return found.sort((a, b) => (a.customer < b.customer ? -1 : 1));
}

/**
 * What says by how much a value has to grow for a better class. The quantiles move with it: a value lies above that of a
 * probability p as soon as it is greater than the value at place ⌊(n − 1) p⌋ of the others.
 */
function quantileDistances(
  values: readonly DecimalString[],
  probabilities: readonly Decimal[],
  increment: Decimal,
): (value: DecimalString, place: number) => Pick<SegmentDistance, 'segment' | 'delta'> | null {
  const column = fixedColumn(values);
  const scale = Math.max(column.scale, increment.dp());
  const sorted = bigintsOf(column, scale).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const step = toScaled(increment, scale);
  const places = probabilities.map((p) =>
    p
      .times(sorted.length - 1)
      .floor()
      .toNumber(),
  );
  return (value, place) => {
    if (place === 0 || sorted.length === 1) return null;
    const own = toScaled(toDecimal(value), scale);
    const others = othersOf(sorted, own);
    const delta = stepsTo({ value: others.at(places[place - 1]!), isReached: false }, own, step) * step;
    const reached = places.findIndex((at) => own + delta > others.at(at));
    return { segment: VALUE_CLASSES[reached]!, delta: scaledText(delta, scale) };
  };
}

/** Two cuts make the three classes. */
function checkPair(cuts: readonly DecimalString[], path: Path): void {
  if (cuts.length !== 2) fail('segmentation.cuts.count', path, { expected: 2, length: cuts.length });
}
