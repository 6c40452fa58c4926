import { toDecimal } from '../../core/decimal.js';
import { toScaled } from '../../core/scaled.js';
import { haveConflict } from '../condition/combination.js';
import type { CompiledCondition } from '../condition/compileCondition.js';
import type { RunSetup } from '../condition/runConditions.js';
import { discountsOf } from './resolveConditions.js';

/** A condition that is a rate on lines, in integers of 10⁻ˢᶜᵃˡᵉ. */
export interface PlainStep {
  readonly one: CompiledCondition;
  readonly isDiscount: boolean;
  readonly isOnList: boolean;
  readonly rate: number;
  readonly scale: number;
}

/** The steps of a quote that is nothing but rates on lines, rounded by line; `null` for every other quote. */
export function plainSteps(setup: RunSetup): readonly PlainStep[] | null {
  const { quote, rounder, lines, late, steps } = setup;
  const { place, tax, taxBasis, gross } = rounder.policy;
  const isPlain =
    quote.priceTax === 'exclusive' &&
    place === 'line' &&
    tax === 'line' &&
    taxBasis === 'rounded' &&
    gross === 'sum' &&
    late.length === 0 &&
    (quote.budgets ?? []).length === 0 &&
    lines.every(({ sign }) => sign > 0);
  if (!isPlain) return null;
  const plain: PlainStep[] = [];
  for (const step of steps) {
    const read = 'condition' in step ? plainStep(step) : null;
    if (read === null) return null;
    plain.push(read);
  }
  return quote.procedure?.resolve === 'all' || !haveConflict(discountsOf(setup)) ? plain : null;
}

function plainStep(one: CompiledCondition): PlainStep | null {
  const { condition, hidden, isSpread, trigger } = one;
  const { kind, reward, basis = 'running', group, budget } = condition;
  const isOpen =
    trigger.context === true &&
    trigger.items === null &&
    [trigger.quantity.min, trigger.quantity.max, trigger.amount.min, trigger.amount.max].every(
      (bound) => bound === null,
    );
  if (hidden !== null || isSpread || !isOpen || group !== undefined || budget !== undefined) return null;
  if (reward.type !== 'rate' || kind === 'statistical' || typeof basis !== 'string') return null;
  const value = toDecimal(reward.rate);
  const scale = value.dp();
  const rate = Number(toScaled(value, scale));
  return Number.isSafeInteger(rate)
    ? { one, isDiscount: kind === 'discount', isOnList: basis === 'list', rate, scale }
    : null;
}
