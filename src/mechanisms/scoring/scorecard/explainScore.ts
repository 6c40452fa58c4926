import { plus, toDecimal, toText, ZERO } from '../../../core/decimal.js';
import { explainCurve } from '../../../core/explainCurve.js';
import {
  type Explanation,
  explainConstant,
  explainInput,
  explainPolicy,
  explainStep,
  type ExplanationValue,
} from '../../../core/explanation.js';
import { ruleFields } from '../../rules/leaves.js';
import { readField } from '../../rules/field.js';
import { ITEM_PREFIX } from './readGates.js';
import type { Gate, ItemScore, MissingPolicy, Scorecard, ScoreFacts, ScoreItem, ScoreResult } from './scorecard.js';
import { scoreScorecard, type ScoreOptions } from './scoreScorecard.js';

/**
 * Returns the steps of {@link scoreScorecard}: the contributions and the gates that add up to the total, below each item
 * its score, normaliser and raw value, below each gate the values that its condition read. The root's value is the
 * total, `null` where there is none.
 *
 * @param card items, gates, grades
 * @param facts metrics, and what conditions read
 * @param options the group, last known scores
 * @throws SalesModelError those of `scoreScorecard`
 * @example
 * import { renderExplanation } from 'salesmodel/core';
 * import { explainScore, type Scorecard } from 'salesmodel/mechanisms/scoring';
 *
 * const card: Scorecard = {
 *   id: 'sales',
 *   items: [
 *     { id: 'revenue', metric: 'revenue', weight: '70', normaliser: { kind: 'attainment', target: '500000' } },
 *     { id: 'complaints', metric: 'complaints', weight: '30', normaliser: { kind: 'deduct', per: '15' } },
 *   ],
 * };
 * renderExplanation(explainScore(card, { revenue: '460000', complaints: 3 }), 'en', { depth: 1 }).split('\n');
 * // => [
 * //   'score on sales = 80.90',
 * //   '  complaints: 55 points at weight 30 of 100 = 16.50',
 * //   '  revenue: 92 points at weight 70 of 100 = 64.40',
 * // ]
 */
export function explainScore(card: Scorecard, facts: ScoreFacts, options: ScoreOptions = {}): Explanation {
  const result = scoreScorecard(card, facts, options);
  const items = result.items.map((score) => explainItem(card, facts, score, result));
  if (result.status === 'notScored') {
    return explainStep(`score.${result.reason}`, { card: card.id }, null, items);
  }
  const { total, grade } = result;
  const code = grade === null ? 'score.total' : 'score.graded';
  const gates = (card.gates ?? []).flatMap((gate, at) => explainGate(gate, at, facts, result));
  const order = [...result.gates.map(({ id }) => id), ...result.gatesUnknown];
  gates.sort((a, b) => order.indexOf(String(a.params['gate'])) - order.indexOf(String(b.params['gate'])));
  return explainStep(code, { card: card.id, version: card.version ?? '1', grade, additive: true }, total, [
    ...items,
    ...gates,
  ]);
}

function explainItem(card: Scorecard, facts: ScoreFacts, score: ItemScore, result: ScoreResult): Explanation {
  const at = card.items.findIndex(({ id }) => id === score.id);
  const item = card.items[at]!;
  const points = score.status === 'ok' ? explainPoints(item, at, facts, score) : explainMissing(card, item, score);
  const weight = explainConstant(['items', at, 'weight'], item.weight, 'score.weight', { item: item.id });
  if (score.contribution === null) {
    return explainStep('score.left', { item: item.id, weight: score.weight }, '0', [points]);
  }
  const params = { item: item.id, score: score.score, weight: score.weight, weights: countedWeight(result) };
  return explainStep('score.contribution', params, score.contribution, [points, weight]);
}

/** From the raw value to the score. */
function explainPoints(item: ScoreItem, at: number, facts: ScoreFacts, { raw, score }: ItemScore): Explanation {
  const { normaliser, metric } = item;
  const path = ['items', at, 'normaliser'];
  const from: Explanation[] = [explainInput(['facts', metric], raw)];
  if (normaliser.kind === 'curve' && normaliser.target === undefined) {
    from.unshift(explainCurve(normaliser.curve, raw!, { curve: [...path, 'curve'], x: ['facts', metric] }));
  }
  for (const [field, figure] of Object.entries(normaliser)) {
    if (field === 'kind') continue;
    const named = field === 'columnMetric' ? (figure as string) : (figure as { metric?: string } | null)?.metric;
    if (named !== undefined) from.push(explainInput(['facts', named], shown(readField(named)(facts))));
    else if (typeof figure === 'string') from.push(explainConstant([...path, field], figure));
  }
  for (const field of ['floor', 'cap'] as const) {
    if (item[field] !== undefined) from.push(explainConstant(['items', at, field], item[field]));
  }
  return explainStep(`score.${normaliser.kind}`, { item: item.id, metric, raw }, score, from);
}

function explainMissing(card: Scorecard, item: ScoreItem, { status, score }: ItemScore): Explanation {
  const policy: MissingPolicy = item.missing ?? card.missing ?? 'reweight';
  return explainStep(`score.without.${status}`, { item: item.id, metric: item.metric }, score, [
    explainPolicy('missing', policy, 'score.missingPolicy'),
  ]);
}

/** The weight that counts. */
function countedWeight({ items }: ScoreResult): string {
  const weights = items.filter(({ score }) => score !== null).map(({ weight }) => toDecimal(weight));
  return toText(weights.reduce(plus, ZERO));
}

function explainGate(gate: Gate, at: number, facts: ScoreFacts, result: ScoreResult): Explanation[] {
  if (result.status === 'notScored') return [];
  const fired = result.gates.find(({ id }) => id === gate.id);
  const isUnknown = result.gatesUnknown.includes(gate.id);
  if (fired === undefined && !isUnknown) return [];
  const read = (field: string): Explanation => {
    const score = result.items.find(({ id }) => ITEM_PREFIX + id === field);
    if (score) return explainStep('score.itemScore', { item: score.id }, score.score, []);
    return explainInput(['facts', field], shown(readField(field)(facts)));
  };
  const from = ruleFields(gate.when).map(read);
  const code = fired === undefined ? 'score.gateUnknown' : `score.gate.${gate.effect.kind}`;
  const effect = explainConstant(['gates', at, 'effect'], null, 'score.effect', { gate: gate.id });
  return [explainStep(code, { gate: gate.id, ...gate.effect }, fired?.delta ?? '0', [...from, effect])];
}

function shown(value: unknown): ExplanationValue {
  if (value === null || value === undefined) return null;
  return typeof value === 'boolean' || typeof value === 'number' ? value : String(value);
}
