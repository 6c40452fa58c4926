import { compareText } from '../../core/compareText.js';
import { type DecimalString, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { explainConstant, type Explanation, explainStep } from '../../core/explanation.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import type { ItemScore, Scorecard, ScoreFacts } from '../../mechanisms/scoring/scorecard/scorecard.js';
import { scoreScorecard } from '../../mechanisms/scoring/scorecard/scoreScorecard.js';
import { channelChoiceScorecard } from './channelChoiceScorecard.js';

/** A channel that may be chosen. */
export interface ChannelOption {
  readonly id: string;
  /** What the scorecard and the knock-outs read; `null` or absent is not known. */
  readonly facts: ScoreFacts;
}

/** How channels are chosen. */
export interface ChannelChoiceOptions {
  /** Default: the preset `channelChoiceScorecard`. */
  readonly scorecard?: Scorecard;
  /** What rules a channel out. */
  readonly knockOuts?: readonly { readonly id: string; readonly rule: Rule }[];
  /** A knock-out that nobody can decide: `keep` (default) the option and say so, or `out`. */
  readonly unknownKnockOut?: 'out' | 'keep';
}

/** A channel with its score. */
export interface ScoredChannel {
  readonly id: string;
  /** `null` where the scorecard gives none. */
  readonly score: DecimalString | null;
  /** What each criterion adds, by id. */
  readonly items: readonly ItemScore[];
  /** Ids of the knock-outs that nobody can decide. */
  readonly unknown: readonly string[];
  /** The root is the score. */
  readonly explanation: Explanation;
}

/** Which channel is best, and which are out. */
export interface ChannelChoice {
  /** By rank, then by id; equal scores share a rank. */
  readonly ranked: readonly (ScoredChannel & { readonly rank: number })[];
  /** By id, with every reason: `knockedOut`, `knockOutUnknown`, `notScored`. */
  readonly out: readonly (ScoredChannel & { readonly reasons: readonly Reason[] })[];
}

/**
 * Returns channels ranked by a scorecard, without those that a knock-out rules out; these keep their score and have all
 * their reasons.
 *
 * @param options channels with their facts
 * @param how scorecard, knock-outs, what becomes of unknown ones
 * @throws SalesModelError `ids.duplicate`, `option.unknown`, those of `compileRule` and `scoreScorecard`
 * @example
 * import { chooseChannel } from 'salesmodel/channel';
 *
 * const { ranked, out } = chooseChannel(
 *   [
 *     { id: 'direct', facts: { marketFit: 60, coverage: 40, control: 95, costBenefit: 50, setUpMonths: 3 } },
 *     { id: 'agent', facts: { marketFit: 70, coverage: 80, control: 45, costBenefit: 75 } },
 *     { id: 'ecommerce', facts: { marketFit: 75, coverage: 90, control: 60, costBenefit: 65, setUpMonths: 14 } },
 *   ],
 *   { knockOuts: [{ id: 'tooSlow', rule: { field: 'setUpMonths', op: 'gt', value: '12' } }] },
 * );
 * ranked.map(({ id, rank, score, unknown }) => [rank, id, score, unknown.join()]); // => [[1, 'agent', '69.75', 'tooSlow'], [2, 'direct', '58.25', '']]
 * out.map(({ id, score, reasons }) => [id, score, reasons[0]?.params]); // => [['ecommerce', '74.50', { knockOut: 'tooSlow' }]]
 */
export function chooseChannel(
  options: readonly ChannelOption[],
  { scorecard = channelChoiceScorecard, knockOuts = [], unknownKnockOut = 'keep' }: ChannelChoiceOptions = {},
): ChannelChoice {
  oneOf(unknownKnockOut, ['out', 'keep'], ['how', 'unknownKnockOut']);
  checkDistinct(options, 'options');
  checkDistinct(knockOuts, 'knockOuts');
  const tests = knockOuts
    .map(({ id, rule }, at) => ({ id, holds: compileRule<ScoreFacts>(rule, { path: ['knockOuts', at, 'rule'] }) }))
    .sort((a, b) => compareText(a.id, b.id));
  const group = options.map(({ facts }) => facts);
  const judged = options.map(({ id, facts }) => {
    const result = scoreScorecard(scorecard, facts, { group });
    const answers = tests.map((test) => ({ id: test.id, holds: test.holds(facts) }));
    const unknown = answers.filter(({ holds }) => holds === null).map((answer) => answer.id);
    const reasons: Reason[] = [
      ...answers
        .filter(({ holds }) => holds === true)
        .map((answer) => ({ code: 'knockedOut', params: { knockOut: answer.id } })),
      ...(unknownKnockOut === 'keep'
        ? []
        : unknown.map((knockOut) => ({ code: 'knockOutUnknown', params: { knockOut } }))),
      ...(result.status === 'scored' ? [] : [{ code: 'notScored', params: { why: result.reason } }]),
    ];
    const score = result.status === 'scored' ? result.total : null;
    return { id, score, items: result.items, unknown, explanation: explain(id, score, result.items, reasons), reasons };
  });
  const kept = judged
    .filter(({ reasons }) => reasons.length === 0)
    .map(({ reasons: _none, ...scored }) => scored)
    .sort((a, b) => toDecimal(b.score!).cmp(toDecimal(a.score!)) || compareText(a.id, b.id));
  return {
    ranked: kept.map((scored) => ({ ...scored, rank: 1 + kept.findIndex(({ score }) => score === scored.score) })),
    out: judged.filter(({ reasons }) => reasons.length > 0).sort((a, b) => compareText(a.id, b.id)),
  };
}

function checkDistinct(items: readonly { readonly id: string }[], list: string): void {
  const seen = new Set<string>();
  items.forEach(({ id }, at) => {
    if (seen.has(id)) failCore('ids.duplicate', [list, at, 'id'], { id });
    seen.add(id);
  });
}

function explain(
  channel: string,
  score: DecimalString | null,
  items: readonly ItemScore[],
  reasons: readonly Reason[],
): Explanation {
  const knockOuts = reasons.flatMap(({ params }) =>
    typeof params['knockOut'] === 'string' ? [params['knockOut']] : [],
  );
  return explainStep('choice.score', { channel, knockOuts: knockOuts.join(', ') }, score, [
    ...items.map(({ id, contribution, score: points, weight }) =>
      explainStep('choice.criterion', { criterion: id, points, weight }, contribution, []),
    ),
    ...knockOuts.map((id) => explainConstant(['knockOuts', id], true)),
  ]);
}
