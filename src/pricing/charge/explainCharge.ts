import { toText } from '../../core/decimal.js';
import { explainConstant, explainInput, explainStep, explainSum, type Explanation } from '../../core/explanation.js';
import type { Charge, ChargeInput, ChargeResult, PricedCharge } from './charge.js';
import type { ChargeRounding } from './compileCharge.js';

/** The steps of a rated charge; of one without a price the input alone, with the value `null`. */
export function explainCharge(
  charge: Charge,
  rounding: ChargeRounding,
  input: ChargeInput,
  result: ChargeResult,
): Explanation {
  const facts = inputsOf(input);
  const { code } = charge;
  if (result.status === 'unpriced')
    return explainStep('charge.unpriced', { code, reasons: result.reasons }, null, facts);
  const changes = result.adjustments.map(({ code: change, amount }) =>
    explainStep(`charge.${change}`, LIMITS[change](charge), amount, limitFacts(charge, change, input)),
  );
  return explainSum('charge.amount', { code }, [explainRated(charge, rounding, result, facts), ...changes]);
}

function explainRated(
  { model: { kind } }: Charge,
  { mode, increment }: ChargeRounding,
  { rated, exact, slices }: PricedCharge,
  facts: readonly Explanation[],
): Explanation {
  const parts = slices.map(({ tier, from, to, units, blocks, rate, flat, amount }) => {
    const terms = { tier, number: tier + 1, from, to, units, ...(blocks === undefined ? {} : { blocks }), rate, flat };
    return explainStep('charge.slice', terms, amount, [explainConstant(['model'], kind), ...facts]);
  });
  const total =
    parts.length === 0
      ? explainStep('charge.exact', { kind }, exact, facts)
      : explainSum('charge.exact', { kind }, parts);
  return explainStep('charge.rated', { kind, mode, increment: toText(increment) }, rated, [total]);
}

/** The texts' params of each change. */
const LIMITS = {
  percentOff: ({ percentOff = '' }: Charge) => ({ rate: percentOff }),
  maximum: ({ maximum = '' }: Charge) => ({ maximum }),
  minimum: ({ minimum = '' }: Charge) => ({ minimum }),
} as const;

function limitFacts(charge: Charge, change: keyof typeof LIMITS, { previous }: ChargeInput): Explanation[] {
  const limit = explainConstant([change], charge[change] ?? null);
  const before = previous?.amount;
  if (change === 'percentOff' || before === undefined) return [limit];
  return [limit, explainInput(['previous', 'amount'], String(before))];
}

/** The facts of the input, lists as a whole. */
function inputsOf(input: ChargeInput): Explanation[] {
  const { quantity, tierQuantity, amount, events, lines, previous } = input;
  const scalars = { quantity, tierQuantity, amount };
  return [
    ...Object.entries(scalars).flatMap(([name, value]) =>
      value === undefined ? [] : [explainInput([name], String(value))],
    ),
    ...(previous?.quantity === undefined ? [] : [explainInput(['previous', 'quantity'], String(previous.quantity))]),
    ...(events === undefined ? [] : [explainInput(['events'], events.length)]),
    ...(lines === undefined ? [] : [explainInput(['lines'], lines.length)]),
  ];
}
