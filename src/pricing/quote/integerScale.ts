import type { Figure } from '../condition/figure.js';
import type { CompiledCondition } from '../condition/compileCondition.js';
import type { RunSetup } from '../condition/runConditions.js';
import type { QuoteInput } from './quote.js';

/** The most decimals of a unit: beside them a thousand still has room. */
const MOST = 12;

/**
 * The decimals that the amounts of a quote have at most while its conditions run, as far as that can be foreseen; `null`
 * where they are too many for integers.
 */
export function integerScale({ lines, steps, quote, rounder }: RunSetup): number | null {
  let list = 0;
  let quantity = 0;
  for (const line of lines) {
    list = Math.max(list, line.list.decimals);
    quantity = Math.max(quantity, line.quantity.decimals, line.baseQuantity.decimals);
  }
  let running = Math.max(list, rounder.increment.dp());
  let scale = Math.max(running, quantity, decimalsAround(quote));
  const isEach = rounder.policy.conditions === 'each';
  for (const step of steps) {
    if (!('condition' in step)) continue;
    scale = Math.max(scale, decimalsOfBounds(step));
    const { reward, condition, isSpread } = step;
    if (reward.type === 'size') {
      const fixed = reward.decimals + quantity;
      scale = Math.max(scale, running + reward.growth, fixed);
      const basis = condition.basis === 'list' ? list : running;
      if (!isSpread && !isEach) running = Math.max(running, basis + reward.growth, fixed);
    }
    if (scale > MOST) return null;
  }
  return scale;
}

function decimalsOfBounds({ trigger: { quantity, amount } }: CompiledCondition): number {
  const of = (bound: Figure | null): number => bound?.decimals ?? 0;
  return Math.max(of(quantity.min), of(quantity.max), of(amount.min), of(amount.max));
}

/** The decimals of budgets and of what was bought before. */
function decimalsAround({ budgets = [], history = {} }: QuoteInput): number {
  let most = 0;
  const note = (text = '0'): void => {
    // What is no decimal is found where it is read.
    const point = String(text).indexOf('.');
    if (point >= 0) most = Math.max(most, text.length - point - 1);
  };
  for (const { budget, committed, reservations } of budgets) {
    note(budget.limit);
    note(committed);
    for (const { amount } of reservations) note(amount);
  }
  for (const { quantity, amount } of Object.values(history)) {
    note(quantity);
    note(amount);
  }
  return most;
}
