import { dayNumber } from '../../core/date.js';
import { type DecimalLike, type DecimalString, minus, ONE, toDecimal, toText } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { quantiles } from '../../mechanisms/scoring/quantile.js';
import { compileScorecard } from '../../mechanisms/scoring/scorecard/compileScorecard.js';
import type { Normaliser } from '../../mechanisms/scoring/scorecard/normaliser.js';
import type { ItemScore, Scorecard } from '../../mechanisms/scoring/scorecard/scorecard.js';
import { fail } from '../fail.js';
import type { AssignmentThreshold, SegmentAssignment, SegmentDistance } from '../schema/assignment.js';
import type { ClassOptions, ValueItem, ValuePolicy } from '../schema/classes.js';
import { abc } from './abc.js';
import { readCuts } from './shareCuts.js';

/** Metrics of a customer; `null` or absent is not known. */
export interface ValueFacts {
  readonly customer: string;
  readonly metrics: Readonly<Record<string, DecimalLike | null | undefined>>;
}

/** The value class of a customer, with the score and what each metric has in it. */
export interface ValueAssignment extends SegmentAssignment {
  /** 0 to 100; `null` where classes come from one metric, or a metric is not known. */
  readonly score: DecimalString | null;
  /** Contributions, by metric; they add up to the score. */
  readonly items: readonly ItemScore[];
}

const ORDER = ['high', 'mid', 'low'] as const;
const SCALE = 12;

/** Volume 0.4, frequency 0.3 and profit 0.3, each by its place among all customers. */
export const valueClass: ValuePolicy = {
  id: 'value-class',
  version: '1',
  items: [
    { metric: 'volume', weight: '0.4', normaliser: { kind: 'rank' } },
    { metric: 'frequency', weight: '0.3', normaliser: { kind: 'rank' } },
    { metric: 'profit', weight: '0.3', normaliser: { kind: 'rank' } },
  ],
};

/**
 * Returns whether each customer is worth much: `high`, `mid` or `low`, by id. A score of several metrics decides, or the
 * place by one metric, as the policy says. Where a metric is not known, the class is open unless no value of it would
 * change the class.
 *
 * @param facts metrics of all customers who are compared
 * @param options as-of day, and the policy; default: the preset `value-class`
 * @throws SalesModelError `date.invalid`, `segmentation.classes.bounds`, `segmentation.classes.metric`,
 *   `segmentation.classes.weightless`, `segmentation.classes.cutRange`, `segmentation.cuts.count`,
 *   `segmentation.cuts.notAscending`, `segmentation.cuts.probability`, `ids.duplicate`, `option.unknown`,
 *   `decimal.invalid`, `decimal.tooLong`, and those of `compileScorecard`
 * @example
 * import { classifyValue, type ValuePolicy } from 'salesmodel/segmentation';
 *
 * const policy: ValuePolicy = {
 *   id: 'worth',
 *   version: '1',
 *   items: [
 *     { metric: 'volume', weight: '0.6', normaliser: { kind: 'threshold', thresholds: ['1000', '5000'] } },
 *     { metric: 'frequency', weight: '0.4', normaliser: { kind: 'threshold', thresholds: ['4', '12'] } },
 *   ],
 * };
 * const [ada, bo] = classifyValue(
 *   [{ customer: 'Ada', metrics: { volume: '5200', frequency: 5 } }, { customer: 'Bo', metrics: { volume: '900', frequency: 12 } }],
 *   { asOf: '2026-03-31', policy },
 * );
 * [ada?.segment, ada?.score, bo?.segment, bo?.score]; // => ['high', '80', 'mid', '40']
 * bo?.distanceToNext; // => [{ segment: 'high', input: 'volume', delta: '100', unit: 'volume' }]
 */
export function classifyValue(facts: readonly ValueFacts[], options: ClassOptions<ValuePolicy>): ValueAssignment[] {
  const { asOf, policy = valueClass } = options;
  dayNumber(asOf, ['asOf']);
  const by = oneOf(policy.by ?? 'score', ['score', 'abc', 'quantile'], ['policy', 'by']);
  const seen = new Set<string>();
  facts.forEach(({ customer }, at) => {
    if (seen.has(customer)) failCore('ids.duplicate', ['facts', at, 'customer'], { id: customer });
    seen.add(customer);
  });
  if (policy.by === 'abc' || policy.by === 'quantile') return byOneMetric(facts, asOf, policy, by);
  return byScore(facts, asOf, policy);
}

function byScore(
  facts: readonly ValueFacts[],
  asOf: string,
  policy: Extract<ValuePolicy, { items: unknown }>,
): ValueAssignment[] {
  const high = toDecimal(policy.high ?? 70, ['policy', 'high']);
  const mid = toDecimal(policy.mid ?? 40, ['policy', 'mid']);
  if (mid.gte(high)) fail('segmentation.classes.bounds', ['policy', 'mid'], { high: toText(high), value: toText(mid) });
  const card: Scorecard = {
    id: policy.id,
    itemScale: SCALE,
    scale: SCALE,
    missing: 'neutral',
    items: policy.items.map(({ metric, weight, normaliser }, at) => ({
      id: metric,
      metric,
      weight,
      normaliser: normaliserOf(normaliser, at),
    })),
  };
  const entries = facts.map(({ customer, metrics }) => ({ id: customer, facts: metrics }));
  // What is not known is taken as the worst, and as the best.
  const low = scoresOf({ ...card, neutralScore: '0' }, entries);
  const best = scoresOf({ ...card, neutralScore: '100' }, entries);
  const classOf = (score: DecimalString): number => {
    const value = toDecimal(score);
    return value.gte(high) ? 0 : value.gte(mid) ? 1 : 2;
  };
  return low.map(({ id, total, items }, at): ValueAssignment => {
    const missing = items.filter(({ status }) => status === 'missing').map((item) => item.id);
    const place = classOf(total);
    const isOpen = missing.length > 0 && classOf(best[at]!.total) !== place;
    const bounds: AssignmentThreshold[] = [];
    if (place < 2) bounds.push({ input: 'score', op: 'ge', value: toText(place === 0 ? high : mid) });
    if (place > 0) bounds.push({ input: 'score', op: 'lt', value: toText(place === 1 ? high : mid) });
    return {
      customer: id,
      scheme: 'value',
      segment: isOpen ? null : ORDER[place]!,
      rule: isOpen ? 'undecided' : 'score',
      inputs: Object.fromEntries(items.map((item) => [item.id, item.raw])),
      thresholds: isOpen ? [] : bounds,
      distanceToNext:
        missing.length > 0
          ? []
          : thresholdDistances(policy.items, items, total, place, { high: toText(high), mid: toText(mid) }),
      missing: isOpen ? missing : [],
      asOf,
      policyVersion: `${policy.id}@${policy.version}`,
      score: missing.length > 0 ? null : total,
      items: missing.length > 0 ? [] : items,
    };
  });
}

/** A threshold is a step of two bounds; the others compare with everybody. */
function normaliserOf(normaliser: ValueItem['normaliser'], at: number): Normaliser {
  switch (oneOf(normaliser.kind, ['threshold', 'minMax', 'rank'], ['policy', 'items', at, 'normaliser', 'kind'])) {
    case 'threshold': {
      const [first, second] = (normaliser as Extract<ValueItem['normaliser'], { kind: 'threshold' }>).thresholds;
      const bands = [
        { upTo: first, score: '0' },
        { upTo: second, score: '50' },
        { upTo: null, score: '100' },
      ];
      return { kind: 'step', bands, boundary: 'upper' };
    }
    case 'minMax':
      return { kind: 'minMax', allEqual: '50' };
    case 'rank':
      return { kind: 'rank', method: 'average', alone: '50' };
  }
}

function scoresOf(
  card: Scorecard,
  entries: Parameters<ReturnType<typeof compileScorecard>['objects']>[0],
): { readonly id: string; readonly total: DecimalString; readonly items: readonly ItemScore[] }[] {
  const { scores, rejected } = compileScorecard(card).objects(entries);
  const [fault] = rejected;
  if (fault !== undefined)
    fail('segmentation.classes.metric', ['facts', fault.index, 'metrics', ...fault.path.slice(-1)], {
      ...fault.params,
    });
  return scores.map((score) => {
    if (score.status !== 'scored') return fail('segmentation.classes.weightless', ['policy', 'items']);
    return { id: score.id, total: toDecimal(score.total).toFixed(), items: score.items };
  });
}

/** What one metric with thresholds takes alone to reach a better class. */
function thresholdDistances(
  policy: readonly ValueItem[],
  items: readonly ItemScore[],
  total: DecimalString,
  place: number,
  { high, mid }: { readonly high: DecimalString; readonly mid: DecimalString },
): SegmentDistance[] {
  if (place === 0) return [];
  const weights = policy.reduce((sum, { weight }) => sum.plus(weight), toDecimal(0));
  const target = place === 1 ? high : mid;
  return policy.flatMap(({ metric, weight, normaliser }): SegmentDistance[] => {
    if (normaliser.kind !== 'threshold') return [];
    const item = items.find(({ id }) => id === metric)!;
    const steps = [
      [normaliser.thresholds[0], '50'],
      [normaliser.thresholds[1], '100'],
    ] as const;
    for (const [threshold, score] of steps) {
      const delta = minus(toDecimal(threshold), toDecimal(item.raw!));
      if (delta.lte(0)) continue;
      // Exact: (total · weights + weight · gain) against target · weights, where the total is rounded at its end only.
      const gain = toDecimal(score).minus(item.score!).times(weight);
      const reached = toDecimal(total).times(weights).plus(gain);
      const rounding = weights.times('0.0000000000005');
      if (reached.plus(rounding).lt(toDecimal(target).times(weights))) continue;
      const found = reached.plus(rounding).gte(toDecimal(high).times(weights)) ? 'high' : 'mid';
      return [{ segment: found, input: metric, delta: toText(delta), unit: metric }];
    }
    return [];
  });
}

function byOneMetric(
  facts: readonly ValueFacts[],
  asOf: string,
  policy: Extract<ValuePolicy, { metric: string }>,
  by: string,
): ValueAssignment[] {
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
    for (const each of abc(known, { asOf, policy: { id: policy.id, version: policy.version, cuts } }).assignments) {
      const distanceToNext = each.distanceToNext.map((one) => ({
        ...one,
        segment: names[one.segment]!,
        input: metric,
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
    readCuts(p, ONE, ['policy', 'probabilities']);
    const [middle, top] = quantiles(
      known.map(({ value }) => value),
      p,
    );
    for (const { id, value } of known) {
      const amount = toDecimal(value);
      const place = amount.gt(top!) ? 0 : amount.gt(middle!) ? 1 : 2;
      const thresholds: AssignmentThreshold[] = [];
      if (place < 2) thresholds.push({ input: metric, op: 'gt', value: place === 0 ? top! : middle! });
      if (place > 0) thresholds.push({ input: metric, op: 'le', value: place === 1 ? top! : middle! });
      const inputs = { [metric]: value };
      found.push({
        customer: id,
        segment: ORDER[place],
        rule: by,
        inputs,
        thresholds,
        distanceToNext: [],
        missing: [],
        ...rest,
      });
    }
  }
  return found.sort((a, b) => (a.customer < b.customer ? -1 : 1));
}

/** Two cuts make the three classes. */
function checkPair(cuts: readonly DecimalString[], path: Path): void {
  if (cuts.length !== 2) fail('segmentation.cuts.count', path, { expected: 2, length: cuts.length });
}
