import {
  type Explanation,
  explainConstant,
  explainInput,
  explainPolicy,
  explainStep,
} from '../../../core/explanation.js';
import { customerLifetimeValue, type LifetimeValueInput } from './customerLifetimeValue.js';

/**
 * Returns how the value of a customer comes about: its steps, and of each the purchases, what one brings and the discount, down
 * to the history and the parameters. Where there is no value, the root says so with its reasons.
 *
 * @param input as for `customerLifetimeValue`
 * @throws SalesModelError as `customerLifetimeValue`
 * @example
 * import { explainClv } from 'salesmodel/segmentation/clv';
 *
 * const explanation = explainClv({
 *   purchases: { model: 'bgNbd', params: { r: 0.3, alpha: 5, a: 0.7, b: 2.2 } },
 *   history: { x: 3, tx: 21.5, T: 38 }, spend: 50, steps: 2, stepLength: 13, ratePerStep: 0,
 * });
 * explanation.from.map(({ code }) => code); // => ['clv.step', 'clv.step']
 */
export function explainClv(input: LifetimeValueInput): Explanation {
  const result = customerLifetimeValue(input);
  const { timing = 'end' } = input;
  if (!result.ok)
    return explainStep('clv.noValue', { reasons: result.reasons.map(({ code }) => code) }, null, facts(input));
  const spend =
    'gammaGamma' in input
      ? explainStep('clv.spend', {}, result.spend, [
          ...numbersOf(input.gammaGamma.params, ['gammaGamma', 'params'], explainConstant),
          ...numbersOf({ x: input.history.x, meanSpend: input.history.meanSpend }, ['history'], explainInput),
        ])
      : explainInput(['spend'], result.spend);
  const steps = result.steps.map(({ step, purchases, discount, value }) =>
    explainStep('clv.step', { step }, value, [
      explainStep('clv.purchases', { model: input.purchases.model }, purchases, facts(input)),
      spend,
      explainInput(['margin'], result.margin),
      explainStep('clv.discount', {}, discount, [
        explainInput(['ratePerStep'], input.ratePerStep),
        explainPolicy('timing', timing),
      ]),
    ]),
  );
  return explainStep('clv.value', { steps: steps.length, model: input.purchases.model }, result.value, steps);
}

/** What the expected purchases follow from. */
function facts({ purchases, history, stepLength }: LifetimeValueInput): Explanation[] {
  const { x, tx } = history;
  const observed = 'T' in history ? { T: history.T } : { n: history.n };
  return [
    ...numbersOf({ ...purchases.params }, ['purchases', 'params'], explainConstant),
    ...numbersOf({ x, tx, ...observed }, ['history'], explainInput),
    explainInput(['stepLength'], stepLength),
  ];
}

function numbersOf(
  values: Readonly<Record<string, string | number | null>>,
  path: readonly string[],
  explain: typeof explainInput,
): Explanation[] {
  return Object.entries(values).map(([name, value]) => explain([...path, name], value));
}
