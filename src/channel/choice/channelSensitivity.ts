import { compareText } from '../../core/compareText.js';
import { type Decimal, minus, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { compareRatios, type Ratio, ratioOf } from '../../core/ratio.js';
import { type ChannelChoiceOptions, type ChannelOption, chooseChannel, type ScoredChannel } from './chooseChannel.js';

/** At which weight of a criterion a rival draws level. */
export interface WeightTurn {
  readonly criterion: string;
  readonly rival: string;
  /** From 0 to 1, where all weights together are 1; `null` where there is none. */
  readonly weight: Ratio | null;
}

/** How far weights can move before the decision does. */
export interface ChannelSensitivity {
  /** The channel of rank 1, the first by id among equals; `null` without one. */
  readonly winner: string | null;
  /** By criterion, then by rival. */
  readonly turns: readonly WeightTurn[];
  /** The least change of one weight at which a rival draws level; `null` where no change does. */
  readonly robust: { readonly criterion: string; readonly rival: string; readonly change: Ratio } | null;
  /** Ranked channels without a score in some criterion, which are left out; sorted. */
  readonly incomplete: readonly string[];
}

/**
 * Returns for each criterion and rival the weight at which the rival draws level with the best channel, while the other
 * weights keep their proportions. Exact. Gates of the scorecard are not looked at.
 *
 * @param options channels with their facts
 * @param how scorecard, knock-outs, what becomes of unknown ones
 * @throws SalesModelError those of `chooseChannel`
 * @example
 * import { channelSensitivity } from 'salesmodel/channel';
 *
 * const { winner, turns, robust } = channelSensitivity([
 *   { id: 'direct', facts: { marketFit: 60, coverage: 40, control: 95, costBenefit: 50 } },
 *   { id: 'agent', facts: { marketFit: 70, coverage: 80, control: 45, costBenefit: 75 } },
 *   { id: 'ecommerce', facts: { marketFit: 75, coverage: 90, control: 60, costBenefit: 65 } },
 * ]);
 * winner; // => 'ecommerce'
 * turns.filter(({ weight }) => weight !== null).map(({ criterion, rival, weight }) => [criterion, rival, weight?.value]);
 * // => [['control', 'direct', '0.419512195122'], ['costBenefit', 'agent', '0.457627118644']]
 * [robust?.criterion, robust?.rival, robust?.change.value]; // => ['costBenefit', 'agent', '0.257627118644']
 */
export function channelSensitivity(
  options: readonly ChannelOption[],
  how: ChannelChoiceOptions = {},
): ChannelSensitivity {
  const { ranked } = chooseChannel(options, how);
  const isWhole = ({ items }: ScoredChannel): boolean => items.every(({ score }) => score !== null);
  const incomplete = ranked
    .filter((each) => !isWhole(each))
    .map(({ id }) => id)
    .sort(compareText);
  const [best, ...others] = ranked;
  if (best === undefined) return { winner: null, turns: [], robust: null, incomplete };
  const rivals = isWhole(best) ? others.filter(isWhole).sort((a, b) => compareText(a.id, b.id)) : [];
  const weights = best.items.map(({ weight }) => toDecimal(weight));
  const whole = weights.reduce(plus, ZERO);
  const turns = best.items.flatMap(({ id: criterion }, at) =>
    rivals.map((rival) => ({ criterion, rival: rival.id, at, weight: turnOf(best, rival, weights, at) })),
  );
  const changes = turns.flatMap(({ criterion, rival, at, weight }) => {
    if (weight === null) return [];
    const [n, d] = [toDecimal(weight.numerator), toDecimal(weight.denominator)];
    const change = ratioOf(minus(times(n, whole), times(weights[at]!, d)).abs(), times(d, whole));
    return [{ criterion, rival, change }];
  });
  return {
    winner: best.id,
    turns: turns.map(({ criterion, rival, weight }) => ({ criterion, rival, weight })),
    robust: changes.toSorted((a, b) => compareRatios(a.change, b.change))[0] ?? null,
    incomplete,
  };
}

/** Where w·d + (1 − w)·rest is 0, for the lead d in the criterion and the mean lead `rest` in the others. */
function turnOf(best: ScoredChannel, rival: ScoredChannel, weights: readonly Decimal[], at: number): Ratio | null {
  const lead = best.items.map(({ score }, index) => minus(toDecimal(score!), toDecimal(rival.items[index]!.score!)));
  const others = weights.map((weight, index) => (index === at ? ZERO : weight));
  const rest = others.reduce((sum, weight, index) => plus(sum, times(weight, lead[index]!)), ZERO);
  const whole = others.reduce(plus, ZERO);
  if (whole.isZero()) return null;
  const span = minus(rest, times(lead[at]!, whole));
  if (span.isZero()) return null;
  const [n, d] = span.lt(0) ? [rest.neg(), span.neg()] : [rest, span];
  return n.lt(0) || n.gt(d) ? null : ratioOf(n, d);
}
