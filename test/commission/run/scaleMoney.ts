import type {
  CommissionPlan,
  Component,
  Draw,
  Modifier,
  Quantity,
  Rate,
  RunInput,
} from '../../../src/commission/index.js';
import { times, toDecimal, toText } from '../../../src/core/decimal.js';
import type { Tiers } from '../../../src/core/index.js';
import type { Rule } from '../../../src/mechanisms/rules/index.js';

/** The same run with every amount of money, and every bound and step of one, times a factor. */
export function scaleMoney(input: RunInput, factor: string): RunInput {
  const by = (amount: string): string => toText(times(toDecimal(amount), toDecimal(factor)));
  const of = <Fields extends object, Key extends keyof Fields>(fields: Fields, ...keys: Key[]): Fields => ({
    ...fields,
    ...Object.fromEntries(
      keys.filter((key) => fields[key] !== undefined).map((key) => [key, by(fields[key] as string)]),
    ),
  });
  return {
    ...input,
    plans: input.plans.map(plan),
    assignments: input.assignments.map((one) => ({ ...one, ...(one.target && { target: of(one.target, 'amount') }) })),
    transactions: input.transactions.map((row) => of(row, 'amount', 'cost')),
    adjustments: (input.adjustments ?? []).map((entry) => of(entry, 'amount')),
    opening: (input.opening ?? []).map((entry) => of(entry, 'amount')),
  };

  function plan(one: CommissionPlan): CommissionPlan {
    return {
      ...one,
      quotas: Object.fromEntries(
        Object.entries(one.quotas ?? {}).map(([id, quota]) => [
          id,
          { ...of(quota, 'amount'), quotaRounding: { increment: by('0.01') } },
        ]),
      ),
      components: one.components.map(component),
      modifiers: (one.modifiers ?? []).map((each) => modifier(each)),
      ...(one.draws && { draws: one.draws.map(draw) }),
      ...(one.payment && { payment: of(one.payment, 'minimum', 'maximum') }),
      rounding: { ...one.rounding, increment: by('0.01') },
    };
  }

  function draw(one: Draw): Draw {
    const { recoveryFloor } = one;
    return {
      ...of(one, 'maxRecovery'),
      amount: quantity(one.amount),
      ...(recoveryFloor !== undefined &&
        recoveryFloor !== 'draw' &&
        recoveryFloor !== 'zero' && { recoveryFloor: by(recoveryFloor) }),
    };
  }

  function component(one: Component): Component {
    return { ...one, rate: rate(one.rate), modifiers: (one.modifiers ?? []).map((each) => modifier(each)) };
  }

  function rate(one: Rate): Rate {
    switch (one.kind) {
      case 'flat':
        return one.per === 'credit' ? of(one, 'rate') : one;
      case 'tiers': {
        if (one.yields === 'targetPay') return one;
        return { ...one, tiers: money(one.axis === 'attainment' ? one.tiers : along(one.tiers)) };
      }
      case 'matrix':
        return {
          ...one,
          dimensions: one.dimensions.map((each) =>
            'keys' in each ? each : { ...each, upTo: each.upTo.map((bound) => (bound === null ? null : by(bound))) },
          ),
        };
      default:
        return one;
    }
  }

  /** Bounds and anchor are amounts of the axis. */
  function along(tiers: Tiers): Tiers {
    return {
      ...of(tiers, 'anchor'),
      tiers: tiers.tiers.map((tier) => (tier.upTo === null ? tier : { ...tier, upTo: by(tier.upTo) })),
    };
  }

  /** Flats and amounts are money, whatever the axis. */
  function money(tiers: Tiers): Tiers {
    return { ...tiers, tiers: tiers.tiers.map((tier) => of(tier, 'flat', 'amount')) };
  }

  function modifier<Any extends Modifier>(one: Any): Any {
    if (one.kind === 'cap' || one.kind === 'floor') return { ...one, limit: quantity(one.limit) };
    if (one.kind === 'hurdle') return { ...one, when: gate(one.when) };
    if (one.kind !== 'kicker') return one;
    return {
      ...one,
      milestones: one.milestones.map(({ when, pay }) => ({ when: gate(when), pay: quantity(pay) })),
    };
  }

  /** What a gate compares earnings and measures with is money; the rules of these runs are single comparisons. */
  function gate(when: Rule): Rule {
    const isMoney = 'op' in when && when.op === 'ge' && /^(earned|measure)\./.test(when.field);
    return isMoney ? { ...when, value: by(String(when.value)) } : when;
  }

  function quantity(one: Quantity): Quantity {
    return 'amount' in one ? { amount: by(one.amount) } : one;
  }
}
