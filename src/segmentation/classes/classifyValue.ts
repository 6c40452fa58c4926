import { dayNumber } from '../../core/date.js';
import { type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { compileScorecard } from '../../mechanisms/scoring/scorecard/compileScorecard.js';
import type { Normaliser } from '../../mechanisms/scoring/scorecard/normaliser.js';
import type { ItemScore, Scorecard } from '../../mechanisms/scoring/scorecard/scorecard.js';
import { fail } from '../fail.js';
import type { AssignmentThreshold } from '../schema/assignment.js';
import type { ClassOptions, ValueItem, ValuePolicy } from '../schema/classes.js';
import { classifyByMetric } from './classifyByMetric.js';
import { VALUE_CLASSES, type ValueAssignment, type ValueFacts } from './valueAssignment.js';
import { valueDistances } from './valueDistances.js';

const SCALE = 12;

/** Volume 0.4, frequency 0.3 and profit 0.3, each by its place among all customers. */
export const valueClass: ValuePolicy = {
  id: 'value-class',
  version: '1',
  items: [
    { metric: 'volume', weight: '0.4', normaliser: { kind: 'rank' } },
    { metric: 'frequency', weight: '0.3', normaliser: { kind: 'rank' }, increment: '1' },
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
 *   `segmentation.classes.weightless`, `segmentation.classes.cutRange`, `segmentation.classes.increment`, `segmentation.cuts.count`,
 *   `segmentation.cuts.notAscending`, `segmentation.cuts.probability`, `ids.duplicate`, `key.invalid`, `option.unknown`,
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
  oneOf(policy.by ?? 'score', ['score', 'abc', 'quantile'], ['policy', 'by']);
  const seen = new Set<string>();
  facts.forEach(({ customer }, at) => {
    if (seen.has(customer)) failCore('ids.duplicate', ['facts', at, 'customer'], { id: customer });
    seen.add(customer);
  });
  if (policy.by === 'abc' || policy.by === 'quantile') return classifyByMetric(facts, asOf, policy);
  return byScore(facts, asOf, policy);
}

function byScore(
  facts: readonly ValueFacts[],
  asOf: string,
  policy: Extract<ValuePolicy, { items: unknown }>,
): ValueAssignment[] {
  const high = toDecimal(policy.high ?? 70, ['policy', 'high']);
  const mid = toDecimal(policy.mid ?? 40, ['policy', 'mid']);
  policy.items.forEach(({ metric }, at) => {
    if (typeof metric !== 'string') failCore('key.invalid', ['policy', 'items', at, 'metric'], { value: metric });
  });
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
  const distances = valueDistances(policy.items, low, { order: VALUE_CLASSES, bounds: [high, mid] });
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
      segment: isOpen ? null : VALUE_CLASSES[place]!,
      rule: isOpen ? 'undecided' : 'score',
      inputs: Object.fromEntries(items.map((item) => [item.id, item.raw])),
      thresholds: isOpen ? [] : bounds,
      distanceToNext: missing.length > 0 ? [] : distances(items, place),
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
