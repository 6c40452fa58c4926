import type { Figure } from '../condition/figure.js';
import type { RunSetup } from '../condition/runConditions.js';

/** The most decimals of a unit: a cent then still has room for a thousand million. */
const MOST = 12;

/**
 * The decimals that all amounts of a quote have at most while its conditions run, as far as that can be foreseen; `null`
 * where they are too many for integers.
 */
export function integerScale({ lines, steps, quote, rounder }: RunSetup): number | null {
  const quantities = mostDecimals(lines.flatMap(({ quantity, baseQuantity }) => [quantity, baseQuantity]));
  const list = mostDecimals(lines.map((line) => line.list));
  let running = Math.max(list, rounder.increment.dp());
  let scale = Math.max(running, quantities);
  for (const step of steps) {
    if (!('condition' in step)) continue;
    const { reward, trigger, condition } = step;
    const bounds = [trigger.quantity.min, trigger.quantity.max, trigger.amount.min, trigger.amount.max];
    scale = Math.max(scale, mostDecimals(bounds.filter((bound) => bound !== null)));
    if (reward.type !== 'size') continue;
    const size = Math.max(running + reward.growth, reward.decimals + quantities);
    scale = Math.max(scale, size);
    const isRounded = step.isSpread || rounder.policy.conditions === 'each' || condition.kind === 'statistical';
    if (!isRounded)
      running = Math.max(
        running,
        condition.basis === 'list' ? Math.max(list + reward.growth, reward.decimals + quantities) : size,
      );
    if (scale > MOST) return null;
  }
  const others = [
    ...(quote.budgets ?? []).flatMap(({ budget, committed, reservations }) => [
      budget.limit,
      committed,
      ...reservations.map(({ amount }) => amount),
    ]),
    ...Object.values(quote.history ?? {}).flatMap(({ quantity, amount }) => [quantity ?? '0', amount ?? '0']),
  ];
  for (const text of others) scale = Math.max(scale, decimalsOf(text));
  return scale > MOST ? null : scale;
}

/** What is no decimal is found where it is read. */
function decimalsOf(text: string): number {
  const point = String(text).indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function mostDecimals(values: readonly Figure[]): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value.decimals);
  return most;
}
